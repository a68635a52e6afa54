import type { ReviewedDocument } from './document.ts';

/**
 * The document's text with its comments blanked out by spaces, so that every offset stays: what somebody wrote beside a
 * draft is not its text.
 */
export function draftText(document: ReviewedDocument): string {
  let text = document.text;
  for (const { kind, start, end } of document.blocks) {
    if (kind === 'comment') text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
  }
  return text;
}
