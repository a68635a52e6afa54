import type { Span } from '../../../shared/document/document.ts';
import { lookRank } from './looks.ts';
import { lastAtOrBefore } from './sorted-search.ts';
import type { PaneHighlight } from './types.ts';

/** How many underlines are drawn one below the other; what overlaps more shares the lowest. */
export const laneCount = 3;

/** A highlight and the line below the text in which its underline runs: 0 is the nearest to the text. */
export interface LanedHighlight {
  readonly highlight: PaneHighlight;
  readonly lane: number;
}

/** Gives highlights that overlap different lanes, so that each underline stays visible; the gravest runs nearest. */
export function assignLanes(highlights: readonly PaneHighlight[]): readonly LanedHighlight[] {
  const lanes: Span[][] = Array.from({ length: laneCount }, () => []);
  return [...highlights]
    .sort((a, b) => lookRank(a.look) - lookRank(b.look) || a.start - b.start || b.end - a.end)
    .map((highlight) => {
      const free = lanes.findIndex((taken) => insertIfFree(taken, highlight));
      return { highlight, lane: free === -1 ? laneCount - 1 : free };
    });
}

/** Puts a span among spans that do not touch each other's inside, sorted; false where it would overlap one. */
function insertIfFree(taken: Span[], span: Span): boolean {
  const before = lastAtOrBefore(taken.length, span.start, (index) => taken[index]?.start ?? 0);
  const previous = taken[before];
  const next = taken[before + 1];
  if (previous && previous.end > span.start) return false;
  if (next && next.start < span.end) return false;
  taken.splice(before + 1, 0, span);
  return true;
}
