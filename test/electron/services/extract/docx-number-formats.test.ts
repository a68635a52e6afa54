import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatNumber, isKnownNumberFormat } from '../../../../electron/services/extract/docx/number-formats.ts';
import { parseChineseNumeral } from '../../../../shared/text/chinese-numeral.ts';

const table: readonly (readonly [format: string, value: number, text: string])[] = [
  ['decimal', 12, '12'],
  ['decimalZero', 9, '09'],
  ['decimalZero', 10, '10'],
  ['decimalFullWidth', 102, '１０２'],
  ['decimalFullWidth2', 9, '９'],
  ['upperRoman', 1994, 'MCMXCIV'],
  ['upperRoman', 0, '0'],
  ['lowerRoman', 48, 'xlviii'],
  ['upperLetter', 26, 'Z'],
  ['upperLetter', 27, 'AA'],
  ['lowerLetter', 54, 'bbb'],
  ['ordinal', 11, '11th'],
  ['ordinal', 22, '22nd'],
  ['hex', 255, 'FF'],
  ['numberInDash', 3, '- 3 -'],
  ['chineseCounting', 9, '九'],
  ['chineseCounting', 10, '十'],
  ['chineseCounting', 19, '十九'],
  ['chineseCounting', 20, '二十'],
  ['chineseCounting', 99, '九十九'],
  ['chineseCounting', 100, '一○○'],
  ['taiwaneseCounting', 110, '一一○'],
  ['taiwaneseDigital', 10, '一○'],
  ['chineseCountingThousand', 0, '零'],
  ['chineseCountingThousand', 10, '十'],
  ['chineseCountingThousand', 100, '一百'],
  ['chineseCountingThousand', 101, '一百零一'],
  ['chineseCountingThousand', 110, '一百一十'],
  ['chineseCountingThousand', 115, '一百一十五'],
  ['chineseCountingThousand', 1001, '一千零一'],
  ['chineseCountingThousand', 1010, '一千零一十'],
  ['chineseCountingThousand', 1100, '一千一百'],
  ['chineseCountingThousand', 9999, '九千九百九十九'],
  ['chineseCountingThousand', 10_000, '一万'],
  ['chineseCountingThousand', 100_010, '十万零一十'],
  ['chineseCountingThousand', 999_999_999, '999999999'],
  ['taiwaneseCountingThousand', 20_001, '二萬零一'],
  ['chineseLegalSimplified', 10, '壹拾'],
  ['chineseLegalSimplified', 3205, '叁仟贰佰零伍'],
  ['ideographLegalTraditional', 26, '貳拾陸'],
  ['japaneseCounting', 10, '十'],
  ['japaneseCounting', 111, '百十一'],
  ['japaneseCounting', 1001, '千一'],
  ['ideographDigital', 105, '一〇五'],
  ['japaneseDigitalTenThousand', 20, '二〇'],
  ['ideographTraditional', 10, '癸'],
  ['ideographTraditional', 11, '11'],
  ['ideographZodiac', 12, '亥'],
  ['ideographZodiac', 13, '13'],
  ['ideographZodiacTraditional', 1, '甲子'],
  ['ideographZodiacTraditional', 60, '癸亥'],
  ['ideographEnclosedCircle', 10, '㈩'],
  ['decimalEnclosedCircle', 20, '⑳'],
  ['decimalEnclosedCircle', 21, '21'],
  ['decimalEnclosedCircleChinese', 1, '①'],
  ['decimalEnclosedParen', 2, '⑵'],
  ['decimalEnclosedFullstop', 3, '⒊'],
  ['0001, 0002, 0003, ...', 12, '0012'],
  ['none', 5, ''],
  ['bullet', 5, ''],
  ['unheardOf', 5, '5'],
  ['chineseCounting', -1, '-1'],
];

it.each(table)('%s writes %i as %s', (format, value, text) => {
  expect(formatNumber(value, format)).toBe(text);
});

it('knows its own formats and no others', () => {
  expect(isKnownNumberFormat('chineseCounting')).toBe(true);
  expect(isKnownNumberFormat('toString')).toBe(false);
});

it.each(['chineseCounting', 'chineseCountingThousand', 'ideographDigital', 'taiwaneseCountingThousand'])(
  'every number up to 9999 written as %s is read back as itself',
  (format) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        expect(parseChineseNumeral(formatNumber(value, format))).toBe(value);
      }),
      { seed: 20260101, numRuns: 500 },
    );
  },
);

it('two numbers are never written alike', () => {
  for (const format of ['chineseCountingThousand', 'chineseLegalSimplified', 'japaneseCounting', 'upperRoman']) {
    const written = new Set(Array.from({ length: 9999 }, (_, index) => formatNumber(index + 1, format)));
    expect(written.size).toBe(9999);
  }
});
