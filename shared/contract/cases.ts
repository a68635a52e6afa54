import { documentFormats } from '../document/source.ts';
import { findingSchema } from '../check/finding-schema.ts';
import { caseEditSchema } from '../cases/case-edit.ts';
import { caseWorkSchema } from '../cases/case-work.ts';
import { conclusions } from '../opinion/decisions.ts';
import { rulePackSchema } from '../rules/rule-pack.ts';
import {
  caseId,
  documentBlock,
  documentType,
  filePath,
  isoDate,
  lawPackReference,
  readingWarning,
  rulePackReference,
  sha256,
  xrayEntry,
} from './common.ts';
import { defineCall, z } from './schema.ts';

/** Who holds a case that is open elsewhere. */
const holder = z.object({ user: z.string(), workstation: z.string(), since: z.string() });

const submittedFile = z.object({
  name: z.string(),
  size: z.int(),
  sha256,
  format: z.string(),
  /** As guessed at import or corrected since. */
  role: z.string(),
});

const refusal = z.object({ name: z.string(), code: z.string(), reason: z.string() });

/** One row of 案卷. */
const caseRow = z.object({
  case: caseId,
  title: z.string(),
  registration: z.string(),
  type: documentType,
  submittedBy: z.string(),
  stage: z.enum(['received', 'reviewing', 'issued', 'closed']),
  conclusion: z.enum(conclusions).nullable(),
  reviewer: z.string(),
  takenAt: z.string(),
  receivedOn: isoDate.nullable(),
  dueOn: isoDate.nullable(),
  /** Issues that go into the opinion. */
  issues: z.int(),
  /** Items of the checklist answered, and how many there are; null where the packs could not be read. */
  answered: z.int(),
  files: z.int(),
  changedAt: z.string(),
});

const outlineEntry = z.object({
  /** Block that begins it. */
  block: z.string(),
  start: z.int(),
  end: z.int(),
  kind: z.enum(['part', 'heading', 'article']),
  /** 0 编 1 章 2 节 3 条; null for a part. */
  level: z.int().nullable(),
  label: z.string(),
  text: z.string(),
});

/** A draft as the desk shows it. */
const draftView = z.object({
  sha256,
  name: z.string(),
  format: z.enum(documentFormats),
  title: z.string(),
  text: z.string(),
  characters: z.int(),
  articles: z.int(),
  chapters: z.int(),
  blocks: z.array(documentBlock),
  outline: z.array(outlineEntry),
  /** References to the draft's own provisions that lead somewhere. */
  references: z.array(z.object({ start: z.int(), end: z.int(), target: z.int() })),
  xray: z.array(xrayEntry),
  warnings: z.array(readingWarning),
});

/** A question of a rule pack, with the article that it comes from. */
const checklistItem = rulePackSchema.shape.items.element.omit({ appliesTo: true }).extend({
  pack: z.string(),
  packVersion: z.string(),
  citeAs: z.string(),
  articleLabel: z.string(),
  articleText: z.string(),
});

const material = rulePackSchema.shape.materials.element.omit({ appliesTo: true });

/** What every change of a case answers: where its journal stands now. */
const position = z.object({
  /** Number of the last entry of the journal; it is on the disk. */
  seq: z.int(),
  savedAt: z.string(),
});

const gateEntry = z.object({
  code: z.string(),
  /** `blocks` keeps the opinion from being issued; `reminds` only says. */
  level: z.enum(['blocks', 'reminds']),
  message: z.string(),
  item: z.string().nullable(),
  /** Id of the issue. */
  issue: z.string().nullable(),
  /** Key of the finding. */
  finding: z.string().nullable(),
  material: z.string().nullable(),
});

const issuedFile = z.object({ kind: z.enum(['pdf', 'docx', 'p7s', 'record']), name: z.string(), sha256 });

/** Cases: the register, and everything done at the desk. */
export const caseCalls = {
  'cases.list': defineCall({
    summary: 'Lists the cases of the store, newest first.',
    input: z.object({}),
    output: z.object({
      store: z.string(),
      cases: z.array(caseRow),
      /** Folders that look like cases and cannot be read, each with the reason. */
      broken: z.array(z.object({ case: z.string(), message: z.string() })),
    }),
  }),
  'cases.search': defineCall({
    summary: 'Finds words in the drafts, titles and issues of all cases.',
    input: z.object({ query: z.string().trim().min(1).max(200) }),
    output: z.object({
      hits: z.array(
        z.object({ case: caseId, where: z.string(), before: z.string(), match: z.string(), after: z.string() }),
      ),
      /** True where there were more than are listed. */
      more: z.boolean(),
    }),
  }),
  'cases.take': defineCall({
    summary: 'Takes a submission into the store as a new case and reads its draft.',
    input: z.object({ paths: z.array(filePath).min(1).max(1000), type: documentType.optional() }),
    output: z.object({ case: caseId, taken: z.array(submittedFile), refused: z.array(refusal) }),
  }),
  'cases.take-sample': defineCall({
    summary: 'Takes one of the bundled samples in, as if it had been submitted.',
    input: z.object({ sample: z.enum(['normative', 'agreement']) }),
    output: z.object({ case: caseId, taken: z.array(submittedFile), refused: z.array(refusal) }),
  }),
  'cases.open': defineCall({
    summary: 'Opens a case for work, or for reading where it is closed or held by another desk.',
    input: z.object({ case: caseId }),
    output: z.object({
      case: caseId,
      takenAt: z.string(),
      mode: z.enum(['edit', 'read-only']),
      /** Chinese: why it can only be read; null where it can be edited. */
      readOnlyReason: z.string().nullable(),
      heldBy: holder.nullable(),
      work: caseWorkSchema,
      canUndo: z.boolean(),
      canRedo: z.boolean(),
      position,
      files: z.array(submittedFile),
      refused: z.array(refusal),
      /** Null where no file is certain to be the draft, or it could not be read; `draftProblem` says why. */
      draft: draftView.nullable(),
      draftProblem: z.string().nullable(),
      checklist: z.array(checklistItem),
      materials: z.array(material),
      /** What must be said of the packs wherever they are used. */
      notices: z.array(z.string()),
      rulePacks: z.array(rulePackReference.extend({ title: z.string() })),
      lawPack: lawPackReference,
      /** Chinese: what opening had to repair, e.g. an entry that a power cut had torn. */
      repairs: z.array(z.string()),
    }),
  }),
  'cases.read-draft': defineCall({
    summary: 'Reads another file of the case into the form in which drafts are shown.',
    input: z.object({ case: caseId, sha256 }),
    output: draftView,
  }),
  'cases.check': defineCall({
    summary: 'Runs the checks over the draft of an open case, beside whatever else goes on.',
    input: z.object({ case: caseId }),
    output: z.object({
      /** With the key by which a decision about it is found again. */
      findings: z.array(findingSchema.extend({ key: z.string() })),
      run: z.array(z.string()),
      skipped: z.array(z.object({ check: z.string(), title: z.string(), reason: z.string() })),
      milliseconds: z.number(),
      lawPack: lawPackReference,
      asOf: isoDate,
    }),
  }),
  'cases.edit': defineCall({
    summary: 'Enters one edit into an open case; it is on the disk when this answers.',
    input: z.object({ case: caseId, edit: caseEditSchema }),
    output: position.extend({ canUndo: z.boolean(), canRedo: z.boolean() }),
  }),
  'cases.undo': defineCall({
    summary: 'Takes the last step back, or does it again.',
    input: z.object({ case: caseId, direction: z.enum(['undo', 'redo']) }),
    output: position.extend({ work: caseWorkSchema, canUndo: z.boolean(), canRedo: z.boolean() }),
  }),
  'cases.leave': defineCall({
    summary: 'Gives an open case back, so that another desk may work on it.',
    input: z.object({ case: caseId }),
    output: z.object({}),
  }),
  'cases.close': defineCall({
    summary: 'Files an issued case away; it can only be read from then on.',
    input: z.object({ case: caseId }),
    output: position.extend({ work: caseWorkSchema }),
  }),
  'cases.audit': defineCall({
    summary: 'Reads the journal of a case, newest first, and says whether its chain holds.',
    input: z.object({ case: caseId, limit: z.int().min(1).max(1000).default(200) }),
    output: z.object({
      entries: z.array(
        z.object({
          seq: z.int(),
          utc: z.string(),
          user: z.string(),
          workstation: z.string(),
          role: z.string(),
          /** Chinese: what was done. */
          action: z.string(),
          outcome: z.enum(['done', 'refused', 'failed']),
          detail: z.string(),
        }),
      ),
      total: z.int(),
      head: z.string(),
      problems: z.array(z.string()),
    }),
  }),
  'cases.gate': defineCall({
    summary: 'Says what stands between an open case and its opinion.',
    input: z.object({ case: caseId }),
    output: z.object({
      entries: z.array(gateEntry),
      /** The conclusions that the type allows, with their names and, where one cannot be taken now, the reason. */
      conclusions: z.array(
        z.object({
          id: z.enum(conclusions),
          name: z.string(),
          isProcedural: z.boolean(),
          refusal: z.string().nullable(),
        }),
      ),
    }),
  }),
  'cases.preview': defineCall({
    summary: 'Sets the opinion as it would be issued now, unsigned and marked as a preview.',
    input: z.object({ case: caseId }),
    output: z.object({
      /** The PDF's bytes. */
      pdf: z.instanceof(Uint8Array),
      pages: z.int(),
      sections: z.array(z.object({ title: z.string(), paragraphs: z.int() })),
      fontsSubstituted: z.array(z.object({ wanted: z.string(), used: z.string() })),
    }),
  }),
  'cases.signers': defineCall({
    summary: 'Describes the certificate that would sign: the one given, or the office’s own.',
    input: z.object({ case: caseId, p12: filePath.optional(), password: z.string().max(1000).optional() }),
    output: z.object({
      subject: z.string(),
      issuer: z.string(),
      selfSigned: z.boolean(),
      algorithm: z.string(),
      notBefore: z.string(),
      notAfter: z.string(),
      certificateSha256: sha256,
      /** What is said of such a signature, everywhere. */
      statements: z.array(z.string()),
    }),
  }),
  'cases.issue': defineCall({
    summary: 'Exports and signs the opinion, verifies it at once, and freezes the work.',
    input: z.object({ case: caseId, p12: filePath.optional(), password: z.string().max(1000).optional() }),
    output: position.extend({
      work: caseWorkSchema,
      files: z.array(issuedFile),
      /** Names of the issued files as absolute paths, in the same order. */
      paths: z.array(z.string()),
      fontsSubstituted: z.array(z.object({ wanted: z.string(), used: z.string() })),
      notices: z.array(z.string()),
    }),
  }),
  'cases.issued': defineCall({
    summary: 'Reads the issued PDF of a case and where its files lie.',
    input: z.object({ case: caseId }),
    output: z.object({
      pdf: z.instanceof(Uint8Array),
      files: z.array(issuedFile.extend({ path: z.string() })),
      /** The draft as taken in, to hold the opinion against. */
      draftPath: z.string(),
    }),
  }),
  'cases.deliver': defineCall({
    summary: 'Copies the issued files into a folder, each copy proven by its hash; nothing is overwritten.',
    input: z.object({ case: caseId, into: filePath }),
    output: z.object({ written: z.array(z.string()) }),
  }),
};
