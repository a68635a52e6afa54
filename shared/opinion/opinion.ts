/**
 * The opinion as words, before layout. DOCX and PDF are both made from this and from nothing else, so they say the
 * same. Levels follow GB/T 9704—2012: 1 「一、」黑体, 2 「（一）」楷体, 3 「1.」仿宋.
 */
export type OpinionBlock =
  /** 2号小标宋, centred; one entry a line (梯形 or 菱形). */
  | { readonly kind: 'title'; readonly lines: readonly string[] }
  /** Document number under the title, centred. */
  | { readonly kind: 'number'; readonly text: string }
  /** 主送机关, flush left, with its full-width colon. */
  | { readonly kind: 'addressee'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** Indented by two characters. */
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Widths are in characters of the 28-character line and add up to 28. Header row is repeated on each page. */
  | {
      readonly kind: 'table';
      readonly columns: readonly { readonly title: string; readonly width: number }[];
      readonly rows: readonly (readonly string[])[];
    }
  /** 署名 over 成文日期, space for the seal as GB/T 9704 demands. */
  | { readonly kind: 'signature'; readonly organ: string; readonly date: string }
  /** 附注 or declaration after the signature, indented by two characters. */
  | { readonly kind: 'note'; readonly text: string };

/** A document ready for layout. */
export interface OpinionDocument {
  /** Title for the file's metadata. */
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** YYYY-MM-DD; also the date of the files' metadata, so that two exports of one record are the same bytes. */
  readonly date: string;
  readonly blocks: readonly OpinionBlock[];
}

/** A face that was wanted and the one that stood in for it. */
export interface FontSubstitution {
  readonly wanted: string;
  readonly used: string;
}
