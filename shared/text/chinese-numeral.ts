const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Characters a Chinese or Arabic number may consist of, for use inside a character class of a regular expression. */
export const numeralClass = '〇零○一二两三四五六七八九十百千0-9０-９';

/** Full-width digits as ASCII; everything else unchanged. */
export function asciiDigits(text: string): string {
  return text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

/**
 * The value of a whole number up to 9999 in Chinese (一百二十三), digit by digit (二〇二六) or Arabic (123, １２３).
 * @returns null where the text is no such number
 */
export function parseChineseNumeral(text: string): number | null {
  const plain = asciiDigits(text);
  if (/^[0-9]{1,9}$/u.test(plain)) return Number(plain);
  const characters = [...plain];
  if (characters.length === 0) return null;
  if (characters.every((character) => character in digits)) {
    return Number(characters.map((character) => digits[character]).join(''));
  }
  let total = 0;
  let pending: number | null = null;
  let lowestUnit = Number.POSITIVE_INFINITY;
  for (const character of characters) {
    const digit = digits[character];
    const unit = units[character];
    if (digit !== undefined) {
      if (pending !== null && pending !== 0) return null;
      pending = digit;
    } else if (unit !== undefined) {
      if (unit >= lowestUnit || pending === 0) return null;
      if (pending === null && unit !== 10) return null;
      total += (pending ?? 1) * unit;
      lowestUnit = unit;
      pending = null;
    } else {
      return null;
    }
  }
  return total + (pending ?? 0);
}

const names = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/**
 * A whole number as statutes write it: 十, 十一, 二十, 一百零五, 一百一十, 一千零一.
 * @param value 0 to 9999
 * @throws RangeError outside that range
 */
export function formatChineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999) throw new RangeError(`not 0 to 9999: ${value}`);
  if (value < 10) return names[value] ?? '';
  let text = '';
  let isZeroPending = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      isZeroPending = text !== '';
      continue;
    }
    if (isZeroPending) text += '零';
    isZeroPending = false;
    text += (names[digit] ?? '') + name;
  }
  return value < 20 ? text.replace(/^一十/u, '十') : text;
}
