import type { OutlineEntry } from './desk-types.ts';

/** The article in which an offset stands; null outside every article. */
export function articleAt(outline: readonly OutlineEntry[], offset: number): OutlineEntry | null {
  const before = outline.findLast((entry) => entry.start <= offset);
  return before?.kind === 'article' && offset < Math.max(before.end, before.start + 1) ? before : null;
}
