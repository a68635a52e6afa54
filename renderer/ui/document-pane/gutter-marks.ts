import { lookRank } from './looks.ts';
import type { PaneHighlight, PaneLook } from './types.ts';

/** One mark of the gutter map: the highlights that fall on the same few pixels. */
export interface GutterMark {
  /** Middle of the mark in pixels from the top of the map. */
  readonly y: number;
  readonly look: PaneLook;
  /** Offset to which the mark leads: that of its gravest highlight. */
  readonly offset: number;
  /** Labels in the order of the text, without repetitions. */
  readonly labels: readonly string[];
  readonly count: number;
}

/** Marks nearer to each other than this many pixels become one. */
const reach = 6;

/**
 * The marks of a map, from top to bottom, by relative position in the text.
 * @param length of the document's text
 * @param height of the map in pixels
 */
export function gutterMarks(
  highlights: readonly PaneHighlight[],
  length: number,
  height: number,
): readonly GutterMark[] {
  if (length === 0 || height <= 0) return [];
  const sorted = [...highlights].sort((a, b) => a.start - b.start);
  const groups: PaneHighlight[][] = [];
  let groupY = -Infinity;
  for (const highlight of sorted) {
    const y = (highlight.start / length) * height;
    if (y - groupY >= reach) {
      groups.push([]);
      groupY = y;
    }
    groups.at(-1)?.push(highlight);
  }
  return groups.flatMap((group) => {
    const first = group[0];
    if (!first) return [];
    const gravest = group.reduce((best, each) => (lookRank(each.look) < lookRank(best.look) ? each : best), first);
    return {
      y: (first.start / length) * height,
      look: gravest.look,
      offset: gravest.start,
      labels: [...new Set(group.map((highlight) => highlight.label))],
      count: group.length,
    };
  });
}
