import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignLanes, laneCount } from '../../../../renderer/ui/document-pane/assign-lanes.ts';
import { paneLooks } from '../../../../renderer/ui/document-pane/looks.ts';
import type { PaneHighlight, PaneLook } from '../../../../renderer/ui/document-pane/types.ts';

const make = (id: string, look: PaneLook, start: number, end: number): PaneHighlight => ({
  id,
  look,
  start,
  end,
  label: id,
});

const lanesOf = (highlights: readonly PaneHighlight[]): Readonly<Record<string, number>> =>
  Object.fromEntries(assignLanes(highlights).map(({ highlight, lane }) => [highlight.id, lane]));

describe('the lanes in which underlines run', () => {
  it('keeps what does not overlap on one line', () => {
    expect(lanesOf([make('a', 'hint', 0, 5), make('b', 'blocking', 5, 9), make('c', 'minor', 12, 14)])).toEqual({
      a: 0,
      b: 0,
      c: 0,
    });
  });

  it('puts the gravest nearest to the text, whichever comes first', () => {
    expect(lanesOf([make('a', 'hint', 0, 5), make('b', 'minor', 2, 3), make('c', 'blocking', 4, 9)])).toEqual({
      c: 0,
      b: 0,
      a: 1,
    });
  });

  it('lets what overlaps more than all lanes share the last', () => {
    const lanes = lanesOf(['a', 'b', 'c', 'd'].map((id) => make(id, 'major', 0, 9)));
    expect(Object.values(lanes).sort()).toEqual([0, 1, 2, laneCount - 1]);
  });

  it('never lets two overlap on one line while there is a free one', () => {
    const highlight = fc
      .tuple(fc.nat(40), fc.integer({ min: 1, max: 12 }), fc.constantFrom(...paneLooks))
      .map(([start, length, look]) => make('', look, start, start + length));
    fc.assert(
      fc.property(fc.array(highlight, { maxLength: 20 }), (highlights) => {
        const laned = assignLanes(highlights);
        expect(laned).toHaveLength(highlights.length);
        for (const [index, a] of laned.entries()) {
          for (const b of laned.slice(0, index)) {
            const isOverlap = a.highlight.start < b.highlight.end && b.highlight.start < a.highlight.end;
            if (a.lane < laneCount - 1 && a.lane === b.lane) expect(isOverlap).toBe(false);
          }
        }
      }),
    );
  });
});
