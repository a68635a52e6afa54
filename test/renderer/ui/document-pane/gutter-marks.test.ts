import { describe, expect, it } from 'vitest';
import { gutterMarks } from '../../../../renderer/ui/document-pane/gutter-marks.ts';
import type { PaneHighlight, PaneLook } from '../../../../renderer/ui/document-pane/types.ts';

const make = (start: number, look: PaneLook, label: string): PaneHighlight => ({
  id: label + String(start),
  look,
  label,
  start,
  end: start + 1,
});

describe('the marks of the gutter map', () => {
  it('stand where their highlights stand in the text', () => {
    const marks = gutterMarks([make(750, 'minor', '乙'), make(250, 'hint', '甲')], 1000, 400);
    expect(marks.map(({ y, labels }) => [y, labels])).toEqual([
      [100, ['甲']],
      [300, ['乙']],
    ]);
  });

  it('become one where they fall together, as grave as the gravest and leading to it', () => {
    const marks = gutterMarks(
      [make(500, 'hint', '甲'), make(505, 'blocking', '乙'), make(510, 'hint', '甲')],
      1000,
      400,
    );
    expect(marks).toEqual([{ y: 200, look: 'blocking', offset: 505, labels: ['甲', '乙'], count: 3 }]);
  });

  it('stay apart however many there are, instead of running into one', () => {
    const many = Array.from({ length: 1000 }, (_, index) => make(index, 'minor', '甲'));
    const marks = gutterMarks(many, 1000, 600);
    expect(marks.length).toBeGreaterThan(80);
    expect(marks.reduce((sum, mark) => sum + mark.count, 0)).toBe(1000);
    for (const [index, mark] of marks.entries()) {
      if (index > 0) expect(mark.y - (marks[index - 1]?.y ?? 0)).toBeGreaterThanOrEqual(6);
    }
  });

  it('are none without text or without room', () => {
    expect(gutterMarks([make(0, 'minor', '甲')], 0, 400)).toEqual([]);
    expect(gutterMarks([make(0, 'minor', '甲')], 10, 0)).toEqual([]);
  });
});
