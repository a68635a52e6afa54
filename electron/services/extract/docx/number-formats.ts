/** Digits and units of one way of counting with units. */
interface UnitNumerals {
  /** 零 to nine. */
  readonly digits: string;
  readonly ten: string;
  readonly hundred: string;
  readonly thousand: string;
  readonly tenThousand: string;
  /** 一百 and 一千 keep their 一; Japanese counting drops it. */
  readonly keepsOne: boolean;
  /** Whether 10–19 begin with the bare ten (十一) and not with one ten (壹拾壹). */
  readonly bareTen: boolean;
  /** Whether a gap is filled with 零: 一百零一. */
  readonly fillsGaps: boolean;
}

const chinese: UnitNumerals = {
  digits: '零一二三四五六七八九',
  ten: '十',
  hundred: '百',
  thousand: '千',
  tenThousand: '万',
  keepsOne: true,
  bareTen: true,
  fillsGaps: true,
};
const chineseLegal: UnitNumerals = {
  ...chinese,
  digits: '零壹贰叁肆伍陆柒捌玖',
  ten: '拾',
  hundred: '佰',
  thousand: '仟',
  bareTen: false,
};
const traditionalLegal: UnitNumerals = { ...chineseLegal, digits: '零壹貳參肆伍陸柒捌玖', tenThousand: '萬' };
const japanese: UnitNumerals = { ...chinese, keepsOne: false, fillsGaps: false };

function countBelowTenThousand(value: number, numerals: UnitNumerals): string {
  const places = [
    [Math.floor(value / 1000), numerals.thousand],
    [Math.floor(value / 100) % 10, numerals.hundred],
    [Math.floor(value / 10) % 10, numerals.ten],
    [value % 10, ''],
  ] as const;
  let text = '';
  let gap = false;
  for (const [digit, unit] of places) {
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    if (gap && numerals.fillsGaps) text += numerals.digits.charAt(0);
    gap = false;
    const dropsOne = digit === 1 && unit !== '' && !numerals.keepsOne;
    const isBareTen = digit === 1 && unit === numerals.ten && text === '' && numerals.bareTen;
    text += (dropsOne || isBareTen ? '' : numerals.digits.charAt(digit)) + unit;
  }
  return text;
}

function countWithUnits(value: number, numerals: UnitNumerals): string {
  if (value === 0) return numerals.digits.charAt(0);
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  if (high === 0) return countBelowTenThousand(low, numerals);
  if (high > 9999) return String(value);
  const gap = low > 0 && low < 1000 && numerals.fillsGaps ? numerals.digits.charAt(0) : '';
  // Inside a number 一十 keeps its 一: 一万零一十.
  const rest = low === 0 ? '' : countBelowTenThousand(low, { ...numerals, bareTen: false });
  return countBelowTenThousand(high, numerals) + numerals.tenThousand + gap + rest;
}

function countByDigits(value: number, digits: string): string {
  return [...String(value)].map((digit) => digits.charAt(Number(digit))).join('');
}

/** 十 up to 99, digit by digit from 100 on: 九十九, 一○○. */
function countShort(value: number): string {
  return value > 0 && value < 100 ? countBelowTenThousand(value, chinese) : countByDigits(value, '○一二三四五六七八九');
}

const romanParts: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  if (value < 1 || value > 32_767) return String(value);
  let rest = value;
  let text = '';
  for (const [part, letters] of romanParts) {
    text += letters.repeat(Math.floor(rest / part));
    rest %= part;
  }
  return text;
}

/** A–Z, then AA, BB, CC: the letter is repeated, not counted on. */
function letter(value: number): string {
  if (value < 1 || value > 780) return String(value);
  return String.fromCharCode(0x41 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);
}

/** The nth of a row of signs; decimal beyond its end, as 17.18.59 says. */
function fromRow(value: number, row: string): string {
  return (value > 0 ? [...row][value - 1] : undefined) ?? String(value);
}

function codeRow(first: number, count: number): string {
  return String.fromCodePoint(...Array.from({ length: count }, (_, index) => first + index));
}

const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';

function ordinal(value: number): string {
  const teen = value % 100 > 10 && value % 100 < 14;
  const suffix = teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${suffix}`;
}

const decimal = (value: number) => String(value);
const circled = codeRow(0x2460, 20);

/** `w:numFmt` values (ISO/IEC 29500-1, 17.18.59; samples of [MS-DOCX] 2.4) and how each writes a number. */
const formats: ReadonlyMap<string, (value: number) => string> = new Map([
  ['decimal', decimal],
  ['decimalHalfWidth', decimal],
  ['decimalZero', (value) => String(value).padStart(2, '0')],
  ['decimalFullWidth', (value) => countByDigits(value, '０１２３４５６７８９')],
  ['decimalFullWidth2', (value) => countByDigits(value, '０１２３４５６７８９')],
  ['upperRoman', roman],
  ['lowerRoman', (value) => roman(value).toLowerCase()],
  ['upperLetter', letter],
  ['lowerLetter', (value) => letter(value).toLowerCase()],
  ['ordinal', ordinal],
  ['hex', (value) => value.toString(16).toUpperCase()],
  ['numberInDash', (value) => `- ${value} -`],
  ['chineseCounting', countShort],
  ['chineseCountingThousand', (value) => countWithUnits(value, chinese)],
  ['chineseLegalSimplified', (value) => countWithUnits(value, chineseLegal)],
  ['taiwaneseCounting', countShort],
  ['taiwaneseCountingThousand', (value) => countWithUnits(value, { ...chinese, tenThousand: '萬' })],
  ['taiwaneseDigital', (value) => countByDigits(value, '○一二三四五六七八九')],
  ['ideographLegalTraditional', (value) => countWithUnits(value, traditionalLegal)],
  ['japaneseCounting', (value) => countWithUnits(value, japanese)],
  ['japaneseDigitalTenThousand', (value) => countByDigits(value, '〇一二三四五六七八九')],
  ['ideographDigital', (value) => countByDigits(value, '〇一二三四五六七八九')],
  ['ideographTraditional', (value) => fromRow(value, stems)],
  ['ideographZodiac', (value) => fromRow(value, branches)],
  [
    'ideographZodiacTraditional',
    (value) =>
      value < 1 || value > 60 ? String(value) : stems.charAt((value - 1) % 10) + branches.charAt((value - 1) % 12),
  ],
  ['ideographEnclosedCircle', (value) => fromRow(value, codeRow(0x3220, 10))],
  ['decimalEnclosedCircle', (value) => fromRow(value, circled)],
  ['decimalEnclosedCircleChinese', (value) => fromRow(value, circled)],
  ['decimalEnclosedParen', (value) => fromRow(value, codeRow(0x2474, 20))],
  ['decimalEnclosedFullstop', (value) => fromRow(value, codeRow(0x2488, 20))],
  ['bullet', () => ''],
  ['none', () => ''],
]);

/** The sample by which a custom format shows how many digits a number has at least. */
const paddedSample = /^(0{1,4}1),/u;

/** Whether {@link formatNumber} writes this format as Word does; others come out as decimal numbers. */
export function isKnownNumberFormat(format: string): boolean {
  return formats.has(format) || paddedSample.test(format);
}

/**
 * A counter's value as Word prints it.
 * @param format value of `w:numFmt`; a custom format is given by its sample (`001, 002, 003, ...`)
 */
export function formatNumber(value: number, format: string): string {
  const padded = paddedSample.exec(format)?.[1];
  if (padded !== undefined) return String(value).padStart(padded.length, '0');
  if (value < 0) return String(value);
  return (formats.get(format) ?? decimal)(value);
}
