import { z } from 'zod';
import { basisSchema } from '../check/finding-schema.ts';
import { documentTypes, severities } from '../check/finding.ts';

const item = z.object({
  /** R + article + - + number, e.g. R24-3. */
  id: z.string().regex(/^R\d{2}-\d+$/u),
  article: z.int().positive(),
  question: z.string().min(1),
  appliesTo: z.array(z.enum(documentTypes)).min(1),
  /** What a reviewer looks at to answer. */
  evidence: z.string().min(1),
  severity: z.enum(severities),
  /** Heading of the checklist under which the item stands, e.g. 权限与内容. */
  group: z.string().min(1),
  /** Words of the article the question comes from; they must occur in it literally. */
  quote: z.string().min(1),
  /** True where the question is derived from a statement of principle; the office decides whether it is used. */
  derived: z.boolean(),
  /** When the question applies at all, in Chinese (仅部门文件, 方案类 …); null where always. */
  condition: z.string().nullable(),
  /** National law behind the question, where there is any. */
  basis: z.array(basisSchema),
  /** Checks whose findings are evidence for this item. */
  checks: z.array(z.string().regex(/^[LNC]\d{2}$/u)),
  /** Chinese: what a reviewer must know of this question, e.g. that it only hints; null where nothing. */
  remark: z.string().min(1).nullable(),
});

const article = z.object({
  number: z.int().positive(),
  label: z.string().min(1),
  chapter: z.string().nullable(),
  /** The article's full text as the source has it, paragraphs joined by a line feed. */
  text: z.string().min(1),
  /** Why nothing in this article can be reviewed; null where items come from it. */
  unreviewable: z.string().nullable(),
  /** True where the source breaks off inside the article. */
  truncated: z.boolean(),
  /** Which part of the article yields no question and why, in Chinese; null where all of it does or none. */
  remark: z.string().min(1).nullable(),
});

const constraint = z.object({
  kind: z.enum(['order', 'role', 'level']),
  article: z.int().positive(),
  /** order: the steps in their order; role: who may; level: which meetings suffice. */
  steps: z.array(z.string()).min(1),
  appliesTo: z.array(z.enum(documentTypes)).min(1),
  quote: z.string().min(1),
});

/** A rule book as data: its articles, the checklist items derived from them, and what else they demand. */
export const rulePackSchema = z.object({
  schema: z.literal('rule-pack/1'),
  id: z.string().min(1),
  /** Version of the pack, not of the rule book: see `edition`. */
  version: z.string().min(1),
  title: z.string().min(1),
  /** Chinese: which edition of the rule book the text is. */
  edition: z.string().min(1),
  /** Who holds the text and where it comes from. */
  source: z.string().min(1),
  /** Date of the pack, YYYY-MM-DD. */
  date: z.iso.date(),
  status: z.enum(['in-force', 'superseded', 'unknown']),
  /** Chinese: what must be said of the pack wherever it is used; null where nothing. */
  notice: z.string().nullable(),
  truncated: z.boolean(),
  /** What a document calls the rule book when it cites it as a basis. */
  citeAs: z.string().min(1),
  articles: z.array(article).min(1),
  items: z.array(item),
  constraints: z.array(constraint),
  /** Chinese: where the list of materials comes from; it need not be the rule book. */
  materialsSource: z.string().min(1),
  /** Materials of a submission by document type: ● required, ○ where the case calls for it. */
  materials: z.array(
    z.object({
      role: z.string().min(1),
      /** What the material must hold, in Chinese; null where the name says it. */
      detail: z.string().min(1).nullable(),
      appliesTo: z.array(z.enum(documentTypes)).min(1),
      requirement: z.enum(['required', 'conditional']),
      /** When a conditional material is required, or a required one may be absent; null where nothing more is known. */
      condition: z.string().min(1).nullable(),
    }),
  ),
});

/** A validated rule pack. */
export type RulePack = z.infer<typeof rulePackSchema>;
/** One question of a checklist. */
export type RuleItem = RulePack['items'][number];
/** One material of a submission. */
export type RuleMaterial = RulePack['materials'][number];
/** A rule pack with the hash of its file, as loaded. */
export interface LoadedRulePack {
  readonly pack: RulePack;
  /** SHA-256 of the pack's file, lower-case hex. */
  readonly sha256: string;
}
