import type { Span } from '../../../shared/document/document.ts';

/**
 * A selection without the breaks between blocks and cells at its ends, which a triple click or a drag from the margin
 * takes in; null where nothing else was selected.
 */
export function trimSelection(text: string, span: Span): Span | null {
  let { start, end } = span;
  while (start < end && isBreak(text[start])) start += 1;
  while (end > start && isBreak(text[end - 1])) end -= 1;
  return start < end ? { start, end } : null;
}

function isBreak(unit: string | undefined): boolean {
  return unit === '\n' || unit === '\t';
}
