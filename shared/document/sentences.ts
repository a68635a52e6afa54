import { blockTextStart, type BlockKind, type ReviewedDocument, type Span } from './document.ts';

/** A sentence of the running text: what stands up to 。！？ or the end of its block, without the label. */
export interface Sentence extends Span {
  readonly text: string;
  /** Index of the block. */
  readonly block: number;
}

const runningText: readonly BlockKind[] = ['article', 'paragraph', 'item', 'table-row'];
/** A run without an end is cut, so that what checks do within a sentence stays cheap on any text. */
const sentence = /[^。！？\n]{1,4000}[。！？]?/gu;

/** The sentences of a document's running text in order; titles, headings, signatures, notes and comments are left out. */
export function sentencesOf(document: ReviewedDocument): readonly Sentence[] {
  return document.blocks.flatMap((block, index): readonly Sentence[] => {
    if (!runningText.includes(block.kind)) return [];
    const from = blockTextStart(block);
    return [...block.text.matchAll(sentence)].map((match) => ({
      text: match[0],
      block: index,
      start: from + match.index,
      end: from + match.index + match[0].length,
    }));
  });
}

const clauseMarks = '，,。；;：:！？';
/** Longer than any clause; beyond it a clause is cut. */
const longest = 400;

/** Start of the clause (between ，；：。) in which an offset of a sentence lies. */
export function clauseStart(text: string, at: number): number {
  const least = Math.max(0, at - longest);
  let start = at;
  while (start > least && !clauseMarks.includes(text.charAt(start - 1))) start -= 1;
  return start;
}

/** End of the clause in which the character before an offset lies; the mark that ends it is not counted. */
export function clauseEndAfter(text: string, at: number): number {
  const most = Math.min(text.length, at + longest);
  let end = at;
  while (end < most && !clauseMarks.includes(text.charAt(end))) end += 1;
  return end;
}
