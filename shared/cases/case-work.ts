import { anchorSchema } from '../annotate/anchor.ts';
import { documentType, isoDate, sha256 } from '../contract/common.ts';
import { z } from '../contract/schema.ts';
import { conclusions, verdicts } from '../opinion/decisions.ts';

const shortText = z.string().max(500);
const longText = z.string().max(20_000);

/** Under which heading of the opinion an issue belongs: 主体权限, 程序, 内容合法性, 公平竞争与权益, 形式文字. */
export const issueCategories = ['authority', 'procedure', 'content', 'rights', 'form'] as const;
/** One of {@link issueCategories}. */
export type IssueCategory = (typeof issueCategories)[number];

/** How an issue weighs: 必改, 建议, or 旁注, which stays at the desk and is never printed in the opinion. */
export const issueWeights = ['must', 'advice', 'note'] as const;
/** One of {@link issueWeights}. */
export type IssueWeight = (typeof issueWeights)[number];

/** A legal basis that the reviewer names: the instrument without 《》, and e.g. 第十七条 or nothing. */
export const namedBasisSchema = z.object({ source: shortText, article: shortText });

/**
 * A problem that the reviewer sees in the draft, from a finding or from a selection. It may be unfinished while it is
 * being written; the gate says what is missing.
 */
export const issueSchema = z.object({
  id: z.string().regex(/^[\w-]{1,60}$/u),
  anchor: anchorSchema,
  /** Check and key of the finding it came from; null for what the reviewer found. */
  check: z.string().max(20).nullable(),
  finding: z.string().max(100).nullable(),
  category: z.enum(issueCategories),
  problem: longText,
  basis: z.array(namedBasisSchema).max(50),
  /** The words that should stand in place of the quote; empty where none are proposed. */
  suggestion: longText,
  weight: z.enum(issueWeights),
  /** Checklist items it bears on. */
  items: z.array(z.string().max(60)).max(100),
});
/** A validated issue. */
export type Issue = z.infer<typeof issueSchema>;

/** A finding that the reviewer set aside, with the reason. */
export const dismissalSchema = z.object({
  finding: z.string().max(100),
  check: z.string().max(20),
  quote: z.string().max(20_000),
  reason: longText.min(1),
});
/** A validated dismissal. */
export type Dismissal = z.infer<typeof dismissalSchema>;

/** Whether a material of the submission is there: 有, 无, 不适用. */
export const materialStates = ['present', 'missing', 'not-applicable'] as const;

/** What the head of the opinion and the register say of the case; every field may still be empty. */
export const caseHeadSchema = z.object({
  /** Title of the case; at first that of the draft. */
  title: shortText,
  /** 登记号. */
  registration: shortText,
  submittedBy: shortText,
  submissionNumber: shortText,
  receivedOn: isoDate.nullable(),
  /** 审查期限, as the reviewer sets it. */
  dueOn: isoDate.nullable(),
  /** 意见书文号, 主送机关, 署名机关, 成文日期. */
  number: shortText,
  addressee: shortText,
  organ: shortText,
  date: isoDate.nullable(),
});
/** A validated head. */
export type CaseHead = z.infer<typeof caseHeadSchema>;

/** The files of an issued opinion and who signed them. Names are relative to the case's folder. */
export const issuedSchema = z.object({
  /** RFC 3339: the workstation's clock, a claim and no proof. */
  claimedTime: z.string(),
  signer: z.string(),
  selfSigned: z.boolean(),
  files: z.array(z.object({ kind: z.enum(['pdf', 'docx', 'p7s', 'record']), name: z.string(), sha256 })),
});
/** A validated account of what was issued. */
export type Issued = z.infer<typeof issuedSchema>;

/** Everything a reviewer does at the desk about one case. It is folded from the case's journal and from nothing else. */
export const caseWorkSchema = z.object({
  type: documentType,
  /** The day on which law is judged. */
  asOf: isoDate,
  head: caseHeadSchema,
  reviewer: z.object({ name: shortText, role: shortText }),
  /** The file under review; null where the submission holds none that is certain. */
  draft: sha256.nullable(),
  /** Roles as corrected by the reviewer, by SHA-256; a file that is absent has the role guessed at import. */
  roles: z.record(z.string(), shortText),
  materials: z.record(z.string(), z.enum(materialStates)),
  answers: z.record(z.string(), z.object({ verdict: z.enum(verdicts), note: longText })),
  issues: z.array(issueSchema),
  dismissals: z.array(dismissalSchema),
  conclusion: z.enum(conclusions).nullable(),
  issued: issuedSchema.nullable(),
  /** When the case was filed away (归档), ISO 8601; null while it is open. */
  closedAt: z.iso.datetime().nullable(),
});
/** A validated state of the work. */
export type CaseWork = z.infer<typeof caseWorkSchema>;

/** Where a case stands, as its row and the steps in the title bar say: 收件 审查 已签发 已归档. */
export type CaseStage = 'received' | 'reviewing' | 'issued' | 'closed';

/** The stage that follows from the work itself. */
export function stageOf(work: CaseWork): CaseStage {
  if (work.closedAt !== null) return 'closed';
  if (work.issued !== null) return 'issued';
  const isTouched =
    Object.keys(work.answers).length + work.issues.length + work.dismissals.length > 0 || work.conclusion !== null;
  return isTouched ? 'reviewing' : 'received';
}
