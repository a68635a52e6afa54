import { formatNumber } from './number-formats.ts';

/** Number format codes of the binary format ([MS-OSHARED] MSONFC) as Word writes them into `w:numberingChange`. */
const formatCodes: Readonly<Record<number, string | undefined>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  5: 'ordinal',
  8: 'hex',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  32: 'ideographZodiacTraditional',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  57: 'numberInDash',
  255: 'none',
};

/** The `w:numFmt` value of a code of the binary format; a name that no format has where the code is not known. */
export function formatOfCode(code: number): string {
  return formatCodes[code] ?? `code ${code}`;
}

/**
 * The label before a tracked change of numbering (`w:numberingChange/@w:original`, ISO/IEC 29500-4): level, number and
 * format code, then the text that follows, e.g. `第%1:3:39:条`.
 * @returns null where it prints nothing
 */
export function readOriginalLabel(original: string): string | null {
  const label = original
    .slice(0, 255)
    .replace(/%[1-9]:([0-9]{1,6}):([0-9]{1,3}):/gu, (_, value: string, code: string) =>
      formatNumber(Number(value), formatOfCode(Number(code))),
    )
    .trim();
  return label === '' ? null : label;
}
