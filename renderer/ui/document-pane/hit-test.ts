import type { Span } from '../../../shared/document/document.ts';
import { lookRank } from './looks.ts';
import type { Sheet } from './sheet.ts';
import type { PaneHighlight, PaneReference } from './types.ts';

/** The offset of the character that is drawn at a point of the window; null where there is none. */
export function offsetAtPoint(sheet: Sheet, x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint(x, y);
  if (!caret) return null;
  const node = caret.offsetNode;
  const offset = sheet.map.offsetInRun(node, caret.offset);
  if (offset === null) return null;
  // The caret is the boundary next to the point: the character may be on either side of it.
  for (const at of [caret.offset, caret.offset - 1]) {
    if (at < 0 || at >= (node.nodeValue?.length ?? 0)) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    for (const rect of range.getClientRects()) {
      if (x >= rect.left && x < rect.right && y >= rect.top && y < rect.bottom) return offset - caret.offset + at;
    }
  }
  return null;
}

/** The stretch in which a highlight shows; one without length takes a character, so that it can be seen and hit. */
export function shownSpan(span: Span): Span {
  return { start: span.start, end: Math.max(span.end, span.start + 1) };
}

/** The highlights over a character: the gravest first, of equal ones the shortest. */
export function highlightsAt(highlights: readonly PaneHighlight[], offset: number): readonly PaneHighlight[] {
  return highlights
    .filter((highlight) => covers(shownSpan(highlight), offset))
    .sort((a, b) => lookRank(a.look) - lookRank(b.look) || length(a) - length(b) || a.start - b.start);
}

/** The reference over a character; null where there is none. */
export function referenceAt(references: readonly PaneReference[], offset: number): PaneReference | null {
  return references.find((reference) => covers(reference, offset)) ?? null;
}

/** What a plain click on a character means. */
export type PaneHit =
  | { readonly kind: 'highlights'; readonly ids: readonly string[] }
  | { readonly kind: 'reference'; readonly reference: PaneReference };

/**
 * What is under a click: a reference if it is more particular than every highlight there, else the highlights.
 * @param wantsReference the person held the key that always means the reference
 */
export function hitAt(
  highlights: readonly PaneHighlight[],
  references: readonly PaneReference[],
  offset: number,
  wantsReference: boolean,
): PaneHit | null {
  const over = highlightsAt(highlights, offset);
  const reference = referenceAt(references, offset);
  if (reference && (wantsReference || over.every((highlight) => length(highlight) > length(reference)))) {
    return { kind: 'reference', reference };
  }
  return over.length > 0 ? { kind: 'highlights', ids: over.map((highlight) => highlight.id) } : null;
}

function covers(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

function length(span: Span): number {
  return span.end - span.start;
}
