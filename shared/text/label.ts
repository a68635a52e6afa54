import { numeralClass, parseChineseNumeral } from './chinese-numeral.ts';

/** The kinds of label that legal texts number with. */
export type LabelKind =
  | 'book'
  | 'chapter'
  | 'section'
  | 'article'
  | 'chinese'
  | 'bracket'
  | 'decimal'
  | 'multilevel'
  | 'bracket-decimal'
  | 'circled';

/** A label at the start of a paragraph. */
export interface Label {
  readonly kind: LabelKind;
  /** As printed, e.g. 第三条, 一、, （二）, 1., ①. */
  readonly text: string;
  readonly number: number;
  /** Depth of a multilevel label (1.2 is 2); 1 for all others. */
  readonly depth: number;
}

const bookKinds = { 编: 'book', 章: 'chapter', 节: 'section', 条: 'article' } as const;
const ordinal = new RegExp(`^第\\s{0,2}([${numeralClass}]{1,9})\\s{0,2}([编章节条])(之[一二三四五六七八九十])?`, 'u');
const chinese = /^([一二三四五六七八九十百]{1,5})、/u;
const bracket = /^[（(]([一二三四五六七八九十百]{1,5})[）)]/u;
const bracketDecimal = /^[（(]([0-9０-９]{1,3})[）)]/u;
const multilevel = /^([0-9]{1,3}(?:\.[0-9]{1,3}){1,4})[.．]?(?=[\s\u3000]|[^0-9.．%％元万亿倍])/u;
const decimal = /^([0-9０-９]{1,3})[.．、](?![0-9０-９])/u;
const circled = /^[①-⑳]/u;
/** After 第X条 without a space, these words show a reference and no label. */
const referenceTail = /^(?:规定|所称|所列|所述|第|的|中|至|到|、|，|和|或|与|以|及|之|项|款|约定|内容|情形)/u;

/**
 * The label at the very start of a text; null where there is none.
 *
 * 第X条 followed directly by words that continue a sentence (规定, 所称 …) is a reference, not a label.
 */
export function parseLabel(text: string): Label | null {
  const first = text.charAt(0);
  if (first === '第') return parseOrdinal(text);
  if (first === '（' || first === '(') {
    return simple(bracket.exec(text), 'bracket') ?? simple(bracketDecimal.exec(text), 'bracket-decimal');
  }
  const circle = circled.exec(text);
  if (circle) return { kind: 'circled', text: circle[0], number: circle[0].charCodeAt(0) - 0x245f, depth: 1 };
  const levels = multilevel.exec(text);
  if (levels?.[1] !== undefined) {
    const numbers = levels[1].split('.');
    return { kind: 'multilevel', text: levels[0], number: Number(numbers.at(-1)), depth: numbers.length };
  }
  return simple(chinese.exec(text), 'chinese') ?? simple(decimal.exec(text), 'decimal');
}

function parseOrdinal(text: string): Label | null {
  const match = ordinal.exec(text);
  const name = match?.[2];
  if (!match?.[1] || (name !== '编' && name !== '章' && name !== '节' && name !== '条')) return null;
  const number = parseChineseNumeral(match[1]);
  if (number === null) return null;
  if (referenceTail.test(text.slice(match[0].length))) return null;
  return { kind: bookKinds[name], text: match[0].replace(/\s/gu, ''), number, depth: 1 };
}

function simple(match: RegExpExecArray | null, kind: LabelKind): Label | null {
  if (!match?.[1]) return null;
  const number = parseChineseNumeral(match[1]);
  return number === null ? null : { kind, text: match[0], number, depth: 1 };
}

/** How many characters of `text` the label and the white space after it take. */
export function labelLength(text: string, label: Label): number {
  let length = 0;
  for (let matched = 0; matched < label.text.length && length < text.length; length += 1) {
    if (text[length] === label.text[matched]) matched += 1;
  }
  while (/[\s\u3000]/u.test(text.charAt(length))) length += 1;
  return length;
}
