import { describe, expect, it } from 'vitest';
import { today, workdaysBetween } from '../../../renderer/app/workdays.ts';

describe('working days', () => {
  it.each([
    ['2026-03-02', '2026-03-02', 0],
    ['2026-03-02', '2026-03-03', 1],
    ['2026-03-02', '2026-03-09', 5],
    ['2026-03-06', '2026-03-07', 0],
    ['2026-03-07', '2026-03-09', 1],
    ['2026-03-09', '2026-03-02', -5],
  ])('from %s to %s are %i', (from, to, days) => {
    expect(workdaysBetween(from, to)).toBe(days);
  });

  it('are counted from the day of this workstation, not of Greenwich', () => {
    expect(today(new Date(2026, 2, 2, 0, 30))).toBe('2026-03-02');
    expect(today(new Date(2026, 2, 2, 23, 30))).toBe('2026-03-02');
  });
});
