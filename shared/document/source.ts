/**
 * What a format reader returns, before structure is recognised. One paragraph of the source is one entry; the reader
 * resolves automatic numbering but never guesses what a paragraph means.
 */
export interface SourceParagraph {
  /** Where the paragraph stands. A table row is one entry whose cells are joined by U+0009. */
  readonly part: 'body' | 'table-row' | 'text-box' | 'footnote' | 'header' | 'footer' | 'comment';
  /** The automatic number as it is printed, e.g. 第三条; null where the paragraph has none. Typed labels stay in text. */
  readonly label: string | null;
  /** Text in the final view (insertions accepted, deletions dropped), without the automatic label. */
  readonly text: string;
  /** The automatic number in the original view (all revisions rejected); null where it has none there. */
  readonly originalLabel: string | null;
  /** Text in the original view; null where the paragraph does not exist in that view or equals `text`. */
  readonly originalText: string | null;
  /** True where the paragraph exists only in the original view (tracked as deleted): it is kept out of the text. */
  readonly deleted: boolean;
  /** Style name as the source calls it, lower case (title, heading 1, 标题 1 …); null where unknown. */
  readonly style: string | null;
  /** Outline level 0–8 of the paragraph or its style; null for body text. */
  readonly outline: number | null;
  /** Horizontal alignment where the source states it. */
  readonly alignment: 'left' | 'center' | 'right' | 'justify' | null;
  /** Page, 1-based, where the format knows it; else null. */
  readonly page: number | null;
}

/** Something in a draft that a reader of the printed page would not see. */
export interface XrayNote {
  readonly kind:
    | 'tracked-change'
    | 'comment'
    | 'hidden-text'
    | 'macro'
    | 'embedded-object'
    | 'external-link'
    | 'metadata'
    | 'stale-reference';
  /** Chinese: what was found. */
  readonly detail: string;
  /** Index into `paragraphs` of the paragraph concerned; null for the file as a whole. */
  readonly paragraph: number | null;
}

/** A limit of what could be read, said to the reviewer. */
export interface ExtractionWarning {
  /** Stable kebab-case name, e.g. `page-unknown`, `encoding-guessed`, `look-alike-mapped`. */
  readonly code: string;
  /** Chinese sentence. */
  readonly message: string;
}

/** Formats that can be read. */
export const documentFormats = ['docx', 'doc', 'rtf', 'odt', 'pdf', 'txt'] as const;

/** One of {@link documentFormats}. */
export type DocumentFormat = (typeof documentFormats)[number];

/** Everything a format reader found in one file. */
export interface Extraction {
  readonly format: DocumentFormat;
  readonly paragraphs: readonly SourceParagraph[];
  readonly xray: readonly XrayNote[];
  readonly warnings: readonly ExtractionWarning[];
}

/** A body paragraph with nothing special about it: the base that readers spread over. */
export const plainParagraph: SourceParagraph = {
  part: 'body',
  label: null,
  text: '',
  originalLabel: null,
  originalText: null,
  deleted: false,
  style: null,
  outline: null,
  alignment: null,
  page: null,
};
