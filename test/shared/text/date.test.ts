import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chineseDate,
  findDates,
  findPartialDates,
  isoDateOf,
  weekdayName,
  weekdayOf,
} from '../../../shared/text/date.ts';

describe('dates', () => {
  it.each([
    ['自2026年3月2日起', '2026年3月2日', '2026-03-02'],
    ['于2026 年 03 月 02 日签订', '2026 年 03 月 02 日', '2026-03-02'],
    ['二〇二六年三月二日', '二〇二六年三月二日', '2026-03-02'],
    ['二○一九年十二月三十一日', '二○一九年十二月三十一日', '2019-12-31'],
    ['2024年2月29日', '2024年2月29日', '2024-02-29'],
    ['2026年2月29日', '2026年2月29日', null],
    ['2026年13月1日', '2026年13月1日', null],
    ['2026年4月31日', '2026年4月31日', null],
  ])('are found in “%s”', (text, quote, iso) => {
    expect(findDates(text)).toMatchObject([{ text: quote, iso, statedWeekday: null }]);
  });

  it('carry the weekday that stands after them', () => {
    expect(
      findDates('2026年3月2日（星期一）、2026年3月8日周日、2026年3月7日星期六').map((date) => date.statedWeekday),
    ).toEqual([1, 0, 6]);
  });

  it('know where they stand', () => {
    const text = '自2026年1月1日起至2028年12月31日止';
    expect(findDates(text).map(({ start, end }) => text.slice(start, end))).toEqual(['2026年1月1日', '2028年12月31日']);
  });

  it.each(['2026年3月', '3月2日', '第2026年会', '12026年3月2日'])('are not seen in “%s”', (text) => {
    expect(findDates(text)).toEqual([]);
  });

  it('come back from print', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1949-10-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          expect(findDates(chineseDate(iso))[0]?.iso).toBe(iso);
          expect(weekdayOf(iso)).toBe(date.getUTCDay());
        },
      ),
    );
  });

  it('have no day that the calendar does not have', () => {
    expect(isoDateOf(2026, 2, 29)).toBeNull();
    expect(isoDateOf(2026, 0, 1)).toBeNull();
    expect(isoDateOf(2026, 12, 31)).toBe('2026-12-31');
  });

  it('name their weekday', () => {
    expect(weekdayName(weekdayOf('2026-03-02'))).toBe('星期一');
    expect(weekdayName(0)).toBe('星期日');
  });
});

describe('partial dates', () => {
  it.each([
    ['每年4月31日前', '4月31日', { year: null, month: 4, day: 31, isPossible: false }],
    ['每年2月29日前', '2月29日', { year: null, month: 2, day: 29, isPossible: true }],
    ['2026年13月汇总', '2026年13月', { year: 2026, month: 13, day: null, isPossible: false }],
    ['二〇二六年三月', '二〇二六年三月', { year: 2026, month: 3, day: null, isPossible: true }],
    ['2026年5月10日至5月1日', '5月1日', { year: null, month: 5, day: 1, isPossible: true }],
  ])('are found in “%s”', (text, quote, rest) => {
    expect(findPartialDates(text)).toMatchObject([{ text: quote, ...rest }]);
  });

  it.each(['2026年3月2日', '五月', '12个月', '每月5日'])('are not seen in “%s”', (text) => {
    expect(findPartialDates(text)).toEqual([]);
  });
});
