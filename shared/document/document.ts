import type { DocumentFormat, ExtractionWarning } from './source.ts';

/** What a block is, as fixed by the command's public JSON. */
export const blockKinds = [
  'title',
  'heading',
  'article',
  'paragraph',
  'item',
  'table-row',
  'footnote',
  'header',
  'footer',
  'text-box',
  'comment',
  'signature',
] as const;

/** One of {@link blockKinds}. */
export type BlockKind = (typeof blockKinds)[number];

/**
 * One paragraph of a document after structure is recognised.
 *
 * `start`/`end` are UTF-16 offsets into {@link ReviewedDocument.text}, 0-based, end exclusive, and cover label and
 * text. `text` excludes the label. `level` is 0 编, 1 章, 2 节, 3 条, 4 款, 5 项, 6 目, null outside.
 */
export interface Block {
  /** `b-` + hash of the text without white space + `-` + which occurrence of that hash this is, from 1. */
  readonly id: string;
  readonly kind: BlockKind;
  readonly level: 0 | 1 | 2 | 3 | 4 | 5 | 6 | null;
  readonly label: string | null;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly page: number | null;
}

/** A finding of the X-ray tied to its block. */
export interface DocumentXray {
  readonly kind: string;
  readonly detail: string;
  /** Block id; null for the file as a whole, or where the paragraph is not in the final text. */
  readonly block: string | null;
}

/** The one form in which every draft is read, checked, annotated and quoted. */
export interface ReviewedDocument {
  readonly format: DocumentFormat;
  /** SHA-256 of the file's bytes, lower-case hex. */
  readonly sha256: string;
  readonly title: string;
  /** Block by block: label + separator + text, joined by line feeds. All offsets point into this. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly xray: readonly DocumentXray[];
  readonly warnings: readonly ExtractionWarning[];
}

/** A half-open range of UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const labelWithSpace = /^第[^第]+[编章节条]$/u;

/** The separator between a block's label and its text: U+3000 after 第X编/章/节/条, nothing after other labels. */
export function labelSeparator(label: string | null, text: string): string {
  if (label === null || text === '') return '';
  return labelWithSpace.test(label) ? '\u3000' : '';
}

/** Where `block.text` begins in the document's text. */
export function blockTextStart(block: Block): number {
  return block.end - block.text.length;
}

/** An anchor inside one block: what is stored, so that a label that changes moves nothing. */
export interface BlockPosition {
  readonly block: string;
  /** UTF-16 offset into `block.text`; negative inside the label. */
  readonly offset: number;
}

/** The block position of a document offset; null outside every block. The counterpart of {@link toDocumentOffset}. */
export function toBlockPosition(document: ReviewedDocument, offset: number): BlockPosition | null {
  const block = document.blocks.find((candidate) => candidate.start <= offset && offset <= candidate.end);
  return block ? { block: block.id, offset: offset - blockTextStart(block) } : null;
}

/** The document offset of a block position; null where the block does not exist or the offset lies outside it. */
export function toDocumentOffset(document: ReviewedDocument, position: BlockPosition): number | null {
  const block = document.blocks.find((candidate) => candidate.id === position.block);
  if (!block) return null;
  const offset = blockTextStart(block) + position.offset;
  return offset < block.start || offset > block.end ? null : offset;
}
