import type { Span } from '../../../shared/document/document.ts';

/** From the full-width form of a character to its half-width form. */
const widthDistance = 0xfee0;

/**
 * A text for finding: without difference of case, of full and half width, and of the kinds of blank. Every UTF-16 unit
 * stays where it was, so that offsets hold for the original.
 */
export function foldForFind(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - widthDistance))
    .replace(/[\t\u00a0\u2000-\u200a\u3000]/gu, ' ')
    .replace(/[\p{Lu}\p{Lt}]/gu, toLower);
}

/** Each letter for itself: in a whole text some depend on their neighbours (Σ), and a few become longer (İ). */
function toLower(letter: string): string {
  const lower = letter.toLowerCase();
  return lower.length === letter.length ? lower : letter;
}

/**
 * Every place where a query stands in a text, in order, none overlapping the one before.
 * @param folded the text after {@link foldForFind}
 */
export function findMatches(folded: string, query: string): readonly Span[] {
  const wanted = foldForFind(query);
  if (wanted === '') return [];
  const matches: Span[] = [];
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + wanted.length)) {
    matches.push({ start: at, end: at + wanted.length });
  }
  return matches;
}

/** Index of the first match at or after an offset, else of the first of all; -1 where there is none. */
export function firstMatchFrom(matches: readonly Span[], offset: number): number {
  if (matches.length === 0) return -1;
  const index = matches.findIndex((match) => match.start >= offset);
  return index === -1 ? 0 : index;
}
