import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatChineseNumeral } from '../../../shared/text/chinese-numeral.ts';
import { labelLength, parseLabel } from '../../../shared/text/label.ts';

describe('labels', () => {
  it.each([
    ['第一编　总则', 'book', '第一编', 1],
    ['第二章  附则', 'chapter', '第二章', 2],
    ['第 三 节 程序', 'section', '第三节', 3],
    ['第十条　区政府', 'article', '第十条', 10],
    ['第12条 乙方', 'article', '第12条', 12],
    ['第一百二十条之一　有下列情形', 'article', '第一百二十条之一', 120],
    ['一、总体要求', 'chinese', '一、', 1],
    ['（二）组织', 'bracket', '（二）', 2],
    ['(十一)其他', 'bracket', '(十一)', 11],
    ['3.材料', 'decimal', '3.', 3],
    ['4．材料', 'decimal', '4．', 4],
    ['5、材料', 'decimal', '5、', 5],
    ['1.2 付款', 'multilevel', '1.2', 2],
    ['3.1.4付款', 'multilevel', '3.1.4', 4],
    ['（3）材料', 'bracket-decimal', '（3）', 3],
    ['②材料', 'circled', '②', 2],
  ])('are found in “%s”', (text, kind, printed, number) => {
    expect(parseLabel(text)).toMatchObject({ kind, text: printed, number });
  });

  it.each([
    '第三条规定的情形',
    '第三条、第四条',
    '第三条第一款',
    '第三方机构',
    '一定要落实',
    '（以下简称甲方）',
    '3.5万元',
    '3.14',
    '2026年',
    '甲方：',
    '',
  ])('are not seen in “%s”', (text) => {
    expect(parseLabel(text)).toBeNull();
  });

  it('count the depth of a multilevel number', () => {
    expect(parseLabel('1.2 付款')?.depth).toBe(2);
    expect(parseLabel('3.1.4 付款')?.depth).toBe(3);
    expect(parseLabel('一、付款')?.depth).toBe(1);
  });

  it('take the white space after them, also where they are spaced out', () => {
    for (const [text, rest] of [
      ['第 三 条　　区政府', '区政府'],
      ['第三条区政府', '区政府'],
      ['一、  总体要求', '总体要求'],
    ] as const) {
      const label = parseLabel(text);
      expect(label && text.slice(labelLength(text, label))).toBe(rest);
    }
  });

  it('keep their number whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1300 }), (number) => {
        const printed = formatChineseNumeral(number);
        expect(parseLabel(`第${printed}条　区政府`)?.number).toBe(number);
        expect(parseLabel(`第${printed}章　总则`)?.number).toBe(number);
      }),
    );
  });
});
