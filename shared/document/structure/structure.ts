import type { FoundAmount } from '../../text/amount.ts';
import type { FoundCitation } from '../../text/citation.ts';
import type { FoundDate } from '../../text/date.ts';
import type { Span } from '../document.ts';

/** A run of blocks that numbers its articles for itself: the issuing notice, the attached or only text, an annex. */
export interface Part extends Span {
  readonly kind: 'notice' | 'body' | 'annex';
  /** Title as printed; empty where the part has none. */
  readonly title: string;
  /** Index range into `document.blocks`, end exclusive. */
  readonly firstBlock: number;
  readonly endBlock: number;
  /** How articles are numbered: 第X条, 一、 or 1.; null where the part has no articles. */
  readonly numbering: 'article' | 'chinese' | 'decimal' | null;
  /** For an annex, the number after 附件 (1 where unnumbered); null otherwise. */
  readonly annexNumber: number | null;
}

/** 项 or 目 inside an article. */
export interface Item extends Span {
  readonly label: string;
  readonly number: number;
  readonly level: 5 | 6;
  /** Index of the block. */
  readonly block: number;
}

/** 款: one unlabelled paragraph of an article with the 项 that follow it. */
export interface Paragraph extends Span {
  /** 1-based. */
  readonly number: number;
  readonly block: number;
  readonly items: readonly Item[];
}

/** 条 with its 款 and 项. The span covers label to the end of the last block. */
export interface Article extends Span {
  readonly number: number;
  readonly label: string;
  /** Index into `structure.parts`. */
  readonly part: number;
  /** Label and title of the chapter, e.g. 第五章　实行科学民主决策; null outside chapters. */
  readonly chapter: string | null;
  /** Index into `structure.headings` of the nearest heading of level 2 (节), else null. */
  readonly section: number | null;
  readonly firstBlock: number;
  readonly endBlock: number;
  readonly paragraphs: readonly Paragraph[];
}

/** 编, 章 or 节. */
export interface Heading extends Span {
  readonly level: 0 | 1 | 2;
  readonly number: number;
  readonly label: string;
  readonly text: string;
  readonly part: number;
  readonly block: number;
}

/** A full calendar date in the document. */
export type DateMention = FoundDate;

/** An amount of money in the document. */
export type AmountMention = FoundAmount;

/** A reference to a provision of the document itself: 本办法第X条第X款第（X）项. */
export interface InternalReference extends Span {
  readonly text: string;
  readonly article: number | null;
  readonly paragraph: number | null;
  readonly item: number | null;
  /** Index of the part whose articles are meant: the part that holds the reference. */
  readonly part: number;
}

/** A citation of an instrument in 《》, with the articles that follow. */
export type Citation = FoundCitation;

/** A party to an agreement as the head names it. */
export interface Party extends Span {
  /** 甲方, 乙方, 丙方 … */
  readonly role: string;
  /** Name as printed; empty where blank. */
  readonly name: string;
  /** Unified social credit code printed in the head near the name; null where none. */
  readonly creditCode: { readonly text: string; readonly start: number; readonly end: number } | null;
}

/** One party's place in the signature block of an agreement. */
export interface Signature extends Span {
  readonly role: string;
  /** Name of the party as printed at its signature; empty where blank. */
  readonly name: string;
  /** Who signs: text after 法定代表人/负责人/签字; empty where blank. */
  readonly signer: string;
  /** The title before or after the signer, e.g. 区长; empty where none is printed. */
  readonly office: string;
  /** Span of the line that says who signs; null where there is no such line. */
  readonly signerSpan: Span | null;
}

/** The issuing organ and date under a notice or normative document. */
export interface Closing extends Span {
  readonly organ: string;
  readonly organSpan: Span | null;
  readonly date: DateMention | null;
  readonly part: number;
}

/** What a document is made of, computed from its blocks. Checks ask this before they look at raw text. */
export interface Structure {
  readonly parts: readonly Part[];
  readonly headings: readonly Heading[];
  readonly articles: readonly Article[];
  /** 宛龙政〔2026〕5号 and the like, outside citations; null where none. */
  readonly documentNumber: (Span & { readonly text: string }) | null;
  readonly dates: readonly DateMention[];
  readonly amounts: readonly AmountMention[];
  readonly references: readonly InternalReference[];
  readonly citations: readonly Citation[];
  readonly parties: readonly Party[];
  readonly signatures: readonly Signature[];
  readonly closings: readonly Closing[];
}
