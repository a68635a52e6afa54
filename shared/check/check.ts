import type { ReviewedDocument, Span } from '../document/document.ts';
import type { Structure } from '../document/structure/structure.ts';
import type { LawIndex } from '../rules/law-index.ts';
import type { Basis, Certainty, DocumentType, Severity } from './finding.ts';

/** What a check says of itself. Everything a person may ask about a finding stands here or in its help text. */
export interface CheckMeta<MessageId extends string = string> {
  /** L01 … C24, as in the catalogue. */
  readonly id: string;
  readonly title: string;
  readonly appliesTo: readonly DocumentType[];
  /** Default severity; a finding may lower it with a stated reason. */
  readonly severity: Severity;
  readonly certainty: Certainty;
  /** Every source must be in the law index (a parity test holds it). Empty only for checks of plain consistency. */
  readonly basis: readonly Basis[];
  /** Chinese sentences with `{name}` places. */
  readonly messages: Readonly<Record<MessageId, string>>;
  /** Known kinds of false alarm, in Chinese. */
  readonly falseAlarms: readonly string[];
}

/** What a check may ask besides the document. */
export interface CheckContext {
  readonly type: DocumentType;
  /** The day on which the law is asked, YYYY-MM-DD. */
  readonly asOf: string;
  readonly structure: Structure;
  readonly law: LawIndex;
}

/** What a check reports; the runner formats it into a finding. */
export interface Report<MessageId extends string = string> extends Span {
  readonly messageId: MessageId;
  /** Values for the places of the message. */
  readonly data?: Readonly<Record<string, string | number>>;
  /** Only to lower the default; `reason` is appended to the message. */
  readonly lowered?: { readonly severity: Severity; readonly reason: string };
  /** Only to weaken the default (A → B). */
  readonly certainty?: Certainty;
  /** Instead of the check's basis. */
  readonly basis?: readonly Basis[];
  readonly suggestion?: string;
}

/** One check of the catalogue: pure; it reports, and never formats, sorts or saves. */
export interface Check<MessageId extends string = string> {
  readonly meta: CheckMeta<MessageId>;
  readonly run: (document: ReviewedDocument, context: CheckContext) => readonly Report<MessageId>[];
}

/** Declares a check so that its message ids are held by the compiler. */
export function defineCheck<const MessageId extends string>(check: Check<MessageId>): Check<MessageId> {
  return check;
}
