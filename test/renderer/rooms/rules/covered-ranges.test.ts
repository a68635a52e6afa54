import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coveredRanges } from '../../../../renderer/rooms/rules/covered-ranges.ts';

const whole = '区政府组成人员要模范遵守宪法和法律，认真履行职责。';

describe('the marked words of an article', () => {
  it('are in order, and those that overlap or touch are one', () => {
    expect(coveredRanges(whole, ['认真履行职责', '区政府组成', '组成人员', '人员要'])).toEqual([
      { start: 0, end: 8 },
      { start: 18, end: 24 },
    ]);
  });

  it('leave out what does not stand in the text', () => {
    expect(coveredRanges(whole, ['街道办事处'])).toEqual([]);
  });

  it('cover each quote, apart from one another and within the text', () => {
    const quote = fc
      .tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 6 }))
      .map(([start, length]) => whole.slice(start, start + length));
    fc.assert(
      fc.property(fc.array(quote), (quotes) => {
        const ranges = coveredRanges(whole, quotes);
        for (const [index, { start, end }] of ranges.entries()) {
          expect(start).toBeGreaterThan(ranges[index - 1]?.end ?? -1);
          expect(end).toBeLessThanOrEqual(whole.length);
        }
        for (const text of quotes) {
          const start = whole.indexOf(text);
          expect(ranges.some((range) => range.start <= start && start + text.length <= range.end)).toBe(true);
        }
      }),
    );
  });
});
