import { describe, expect, it } from 'vitest';
import { fromPdfDate, toPdfDate } from '../../../../electron/services/sign/pdf-date.ts';

describe('dates in a PDF', () => {
  it.each(['2026-03-05T09:30:00+08:00', '2026-12-31T23:59:59-03:30', '2026-01-01T00:00:00Z'])(
    'come back as they were given: %s',
    (time) => {
      expect(fromPdfDate(toPdfDate(time) ?? '')).toBe(time);
    },
  );

  it('drop fractions of a second', () => {
    expect(toPdfDate('2026-03-05T09:30:00.123+08:00')).toBe("D:20260305093000+08'00'");
  });

  it('are read in the spellings of other programs, but only with a zone', () => {
    expect(fromPdfDate("D:20260305093000+08'00")).toBe('2026-03-05T09:30:00+08:00');
    expect(fromPdfDate("D:20260305013000Z00'00'")).toBe('2026-03-05T01:30:00Z');
    for (const date of ['D:20260305093000', 'D:2026', 'D:20261305093000Z', '20260305093000Z', '']) {
      expect(fromPdfDate(date)).toBeNull();
    }
  });

  it('are not made of what is no time with a zone', () => {
    for (const time of ['2026-03-05', '2026-03-05T09:30:00', '2026-13-05T09:30:00Z', 'now']) {
      expect(toPdfDate(time)).toBeNull();
    }
  });
});
