import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiDigits, formatChineseNumeral, parseChineseNumeral } from '../../../shared/text/chinese-numeral.ts';

describe('Chinese numerals', () => {
  it('come back from print for every number up to 9999', () => {
    for (let value = 0; value <= 9999; value += 1) expect(parseChineseNumeral(formatChineseNumeral(value))).toBe(value);
  });

  it.each([
    [0, '零'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [100, '一百'],
    [101, '一百零一'],
    [110, '一百一十'],
    [115, '一百一十五'],
    [1001, '一千零一'],
    [1010, '一千零一十'],
    [1260, '一千二百六十'],
    [9999, '九千九百九十九'],
  ])('print %i as statutes do: %s', (value, text) => {
    expect(formatChineseNumeral(value)).toBe(text);
  });

  it.each([-1, 1.5, 10_000, Number.NaN])('are not printed for %d', (value) => {
    expect(() => formatChineseNumeral(value)).toThrow(RangeError);
  });

  it.each([
    ['两', 2],
    ['二〇二六', 2026],
    ['二○一九', 2019],
    ['２３', 23],
    ['007', 7],
  ])('read %s as %i', (text, value) => {
    expect(parseChineseNumeral(text)).toBe(value);
  });

  it.each(['', '十百', '百', '一十十', '二三十', '甲', '一万', '1.5', '一 二'])('take “%s” for no number', (text) => {
    expect(parseChineseNumeral(text)).toBeNull();
  });

  it('never throw on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'〇零一二两九十百千0９x') }), (text) => {
        const value = parseChineseNumeral(text);
        return value === null || Number.isInteger(value);
      }),
    );
  });
});

describe('full-width digits', () => {
  it('become ASCII and leave the rest alone', () => {
    expect(asciiDigits('第１２条，二〇')).toBe('第12条，二〇');
  });
});
