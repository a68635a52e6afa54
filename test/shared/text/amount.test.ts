import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAmounts, formatYuan, parseCapitalAmount } from '../../../shared/text/amount.ts';

const digits = '零壹贰叁肆伍陆柒捌玖';

/** A number below 10000 in capitals, written out as a cheque has it. */
function group(value: number): string {
  let text = '';
  for (const [unit, name] of [
    [1000, '仟'],
    [100, '佰'],
    [10, '拾'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit > 0) text += digits.charAt(digit) + name;
    else if (text !== '' && !text.endsWith('零')) text += '零';
  }
  return text.replace(/零$/u, '');
}

describe('amounts in capitals', () => {
  it.each([
    ['叁佰贰拾万元整', 320_000_000],
    ['壹仟零伍元叁角贰分', 100_532],
    ['拾万元', 10_000_000],
    ['壹亿贰仟万元整', 12_000_000_000],
    ['伍拾圆正', 5_000],
    ['叁佰贰拾万整', 320_000_000],
    ['壹佰元零伍分', 10_005],
    ['贰角', null],
    ['叁佰', null],
    ['壹贰叁元', null],
  ])('%s is %s fen', (text, fen) => {
    expect(parseCapitalAmount(text)).toBe(fen);
  });

  it('are read for every sum that is written out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }), (high, low) => {
        const zero = low < 1000 ? '零' : '';
        expect(parseCapitalAmount(`${group(high)}万${zero}${group(low)}元整`)).toBe((high * 10_000 + low) * 100);
      }),
    );
  });
});

describe('amounts in a text', () => {
  it.each([
    ['合同价为¥3,200,000.00', '¥3,200,000.00', 320_000_000],
    ['每亩500元', '500元', 50_000],
    ['共1.2亿元', '1.2亿元', 12_000_000_000],
    ['共320万元', '320万元', 320_000_000],
    ['（小写）：1053000.00', '小写）：1053000.00', 105_300_000],
    ['人民币1,053,000.50', '人民币1,053,000.50', 105_300_050],
    ['共0.01元', '0.01元', 1],
  ])('are found in “%s”', (text, quote, fen) => {
    expect(findAmounts(text)).toMatchObject([{ text: quote, fen, form: 'figures' }]);
  });

  it('are found in both forms, in order, and know where they stand', () => {
    const text = '人民币叁佰贰拾万元整（¥3,200,000.00）';
    const found = findAmounts(text);
    expect(found.map(({ form, fen }) => [form, fen])).toEqual([
      ['capitals', 320_000_000],
      ['figures', 320_000_000],
    ]);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['叁佰贰拾万元整', '¥3,200,000.00']);
  });

  it.each(['第320条', '3200平方米', '5万人', '五万元以下', '单位：万元', '0.001元'])('are not seen in “%s”', (text) => {
    expect(findAmounts(text)).toEqual([]);
  });
});

describe('printing yuan', () => {
  it.each([
    [320_000_000, '3,200,000.00元'],
    [1, '0.01元'],
    [-12_345, '-123.45元'],
    [100_000, '1,000.00元'],
  ])('prints %i fen as %s', (fen, text) => {
    expect(formatYuan(fen)).toBe(text);
  });

  it('comes back through the finder', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 13 }), (fen) => {
        expect(findAmounts(formatYuan(fen))[0]?.fen).toBe(fen);
      }),
    );
  });
});
