import { levelCount, type NumberingLevel } from '../docx/numbering.ts';
import { childElements, type XmlElement } from '../xml.ts';

/** `style:num-format` (ODF 1.3, part 3, 19.508) to the formats that are known; beyond the first five, samples. */
const formats: Readonly<Record<string, string | undefined>> = {
  '': 'none',
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  一: 'chineseCountingThousand',
  壹: 'chineseLegalSimplified',
  甲: 'ideographTraditional',
  子: 'ideographZodiac',
  '①': 'decimalEnclosedCircle',
  '１': 'decimalFullWidth',
  '⑴': 'decimalEnclosedParen',
  '⒈': 'decimalEnclosedFullstop',
  '㈠': 'ideographEnclosedCircle',
  '01': 'decimalZero',
  '001': '001, 002, 003, ...',
  '1st': 'ordinal',
  '- 1 -': 'numberInDash',
};

/** Samples that begin alike and go on differently: 壹, 貳 is the traditional way of writing. */
const bySample: Readonly<Record<string, string | undefined>> = {
  '壹, 貳': 'ideographLegalTraditional',
  '一, 二, 三, ... 一〇': 'ideographDigital',
};

function readFormat(value: string): string {
  const short = formats[value];
  if (short !== undefined) return short;
  for (const [sample, format] of Object.entries(bySample))
    if (format !== undefined && value.startsWith(sample)) return format;
  return formats[value.split(',')[0]?.trim() ?? ''] ?? value.slice(0, 40);
}

const literal = (text: string) => text.replaceAll(/%(?=[1-9])/gu, '％');
const maxLabel = 255;

interface LevelStyle {
  readonly element: XmlElement;
  readonly format: string;
}

function isNumbered({ format }: LevelStyle): boolean {
  return format !== 'none' && format !== 'bullet';
}

/** The label's text as `w:lvlText`: %1 to %9 stand for the levels' numbers. @param index 0-based */
function labelText(styles: readonly (LevelStyle | null)[], index: number): string {
  const attributes = styles[index]?.element.attributes ?? {};
  const pattern = attributes['loext:num-list-format'] ?? attributes['style:num-list-format'];
  if (pattern !== undefined) {
    const parts = pattern.slice(0, maxLabel).split(/(%[0-9]{1,2}%)/u);
    return parts.map((part) => (/^%[1-9]%$/u.test(part) ? part.slice(0, -1) : literal(part))).join('');
  }
  const shown = Math.min(index + 1, Math.max(1, Number(attributes['text:display-levels'] ?? '1') || 1));
  const places: string[] = [];
  for (let place = index + 1 - shown; place <= index; place += 1) {
    const style = styles[place];
    if (place === index || (style && isNumbered(style))) places.push(`%${place + 1}`);
  }
  const prefix = literal((attributes['style:num-prefix'] ?? '').slice(0, maxLabel));
  const suffix = literal((attributes['style:num-suffix'] ?? '').slice(0, maxLabel));
  return `${prefix}${places.join('.')}${suffix}`;
}

/**
 * Levels of a list style (`text:list-style`) or of the numbering of headings (`text:outline-style`), ODF 1.3, part 3,
 * 16.30–16.36. The tenth level has no place here and prints nothing.
 */
export function readListLevels(listStyle: XmlElement): readonly (NumberingLevel | null)[] {
  const styles: (LevelStyle | null)[] = Array.from({ length: levelCount }, () => null);
  for (const element of childElements(listStyle)) {
    const level = Number(element.attributes['text:level'] ?? 'none');
    if (!Number.isInteger(level) || level < 1 || level > levelCount) continue;
    const isNumber = ['text:list-level-style-number', 'text:outline-level-style'].includes(element.name);
    styles[level - 1] = {
      element,
      format: isNumber ? readFormat(element.attributes['style:num-format'] ?? '') : 'bullet',
    };
  }
  return styles.map((style, index) => {
    if (!style) return null;
    return {
      start: wholeNumber(style.element.attributes['text:start-value']) ?? 1,
      format: style.format,
      text: style.format === 'bullet' ? '' : labelText(styles, index),
      restart: null,
      isLegal: false,
      style: null,
      isHidden: false,
    };
  });
}

/** A whole number of bounded length; null where the value is absent or something else. */
export function wholeNumber(value: string | undefined): number | null {
  return value !== undefined && /^[0-9]{1,6}$/u.test(value) ? Number(value) : null;
}
