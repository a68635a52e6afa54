import { plainLawName } from '../rules/law-index.ts';
import { numeralClass, parseChineseNumeral } from './chinese-numeral.ts';

/** A provision named in a text. Offsets cover 第X条 with its 款 and 项. */
export interface FoundProvision {
  readonly start: number;
  readonly end: number;
  readonly article: number;
  readonly paragraph: number | null;
  readonly item: number | null;
}

/** A citation of an instrument in 《》. Offsets cover 《 to the last cited provision. */
export interface FoundCitation {
  readonly start: number;
  readonly end: number;
  /** Offset after 》. */
  readonly nameEnd: number;
  readonly name: string;
  readonly plainName: string;
  readonly articles: readonly FoundProvision[];
  readonly isRepealClause: boolean;
}

const n = numeralClass;
const provision = new RegExp(
  `第\\s?([${n}]{1,9})\\s?条(?:之[一二三四五六七八九十])?(?:第\\s?([${n}]{1,5})\\s?款)?(?:第\\s?[（(]?([${n}]{1,5})[）)]?\\s?项)?`,
  'uy',
);
const nextParagraph = new RegExp(`第\\s?([${n}]{1,5})\\s?款(?:第\\s?[（(]?([${n}]{1,5})[）)]?\\s?项)?`, 'uy');
const nextItem = new RegExp(`第\\s?[（(]?([${n}]{1,5})[）)]?\\s?项`, 'uy');
const joiner = /[、，,]?\s?(?:和|以及|及|或者|或|与|至|到)?\s?/uy;
const quoted = /《([^《》]{1,80}(?:〈[^〈〉]{1,60}〉[^《》]{0,40})?)》/gu;
const afterName = /[（(][^）)]{1,40}[）)]/uy;
const repealed = /^[^，]{0,60}(?:，[^，]{0,10}(?:同时|自行|即行|一并|相应))?(?:废止|停止执行|失效)/u;
const repealing = /(?:废止|停止执行)[^，。；、及和与]{0,12}$/u;
const repealingList = /(?:废止|停止执行)[^，。；]{0,12}[:：]$/u;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function numberOf(text: string | undefined): number | null {
  return text === undefined ? null : parseChineseNumeral(text);
}

/** The provision at `at`: a whole one, or a further 款 or 项 of the one before it. */
function provisionAt(text: string, at: number, before: FoundProvision | undefined): FoundProvision | null {
  const whole = matchAt(provision, text, at);
  if (whole) {
    const article = numberOf(whole[1]);
    const rest = { paragraph: numberOf(whole[2]), item: numberOf(whole[3]) };
    return article === null ? null : { start: at, end: provision.lastIndex, article, ...rest };
  }
  if (!before) return null;
  const paragraph = before.paragraph === null ? null : matchAt(nextParagraph, text, at);
  if (paragraph) {
    const numbers = { paragraph: numberOf(paragraph[1]), item: numberOf(paragraph[2]) };
    return { start: at, end: nextParagraph.lastIndex, article: before.article, ...numbers };
  }
  const item = before.item === null ? null : matchAt(nextItem, text, at);
  return item && { ...before, start: at, end: nextItem.lastIndex, item: numberOf(item[1]) };
}

/**
 * The provisions that start exactly at `from`, joined by 、 和 或 至 (第三条、第五条第二款). A further 款 or 项 belongs to
 * the article before it (第五条第一款、第三款).
 */
export function provisionsAt(text: string, from: number): readonly FoundProvision[] {
  const found: FoundProvision[] = [];
  let at = from;
  for (;;) {
    const next = provisionAt(text, at, found.at(-1));
    if (!next) return found;
    found.push(next);
    at = next.end + (matchAt(joiner, text, next.end)?.[0].length ?? 0);
    // 第三条第四条 without anything between them is no list.
    if (at === next.end) return found;
  }
}

/** Whether the sentence around a cited name repeats its end: …同时废止, 废止《…》, or a list under “废止下列文件：”. */
function isRepealed(text: string, start: number, nameEnd: number): boolean {
  const plain = (part: string): string => part.replace(/《[^《》]{1,120}》|[（(][^（()）]{1,40}[）)]/gu, '');
  const rest = text.slice(nameEnd, nameEnd + 400).split(/[。；\n]/u, 1)[0] ?? '';
  if (repealed.test(plain(rest))) return true;
  const lines = text.slice(Math.max(0, start - 800), start).split('\n');
  const lead =
    lines
      .at(-1)
      ?.split(/[。；]/u)
      .at(-1) ?? '';
  if (repealing.test(plain(lead).replace(/[、及和与]+$/u, ''))) return true;
  for (let index = lines.length - 2; index >= 0; index -= 1) {
    const line = lines[index] ?? '';
    if (repealingList.test(line)) return true;
    if (!line.includes('《')) return false;
  }
  return false;
}

/** Every instrument cited in 《》, with the articles that follow it, in order. */
export function findCitations(text: string): readonly FoundCitation[] {
  const found: FoundCitation[] = [];
  for (const match of text.matchAll(quoted)) {
    const name = match[1] ?? '';
    const nameEnd = match.index + match[0].length;
    afterName.lastIndex = nameEnd;
    const bracket = afterName.exec(text);
    const articles = provisionsAt(text, bracket ? nameEnd + bracket[0].length : nameEnd);
    found.push({
      start: match.index,
      end: articles.at(-1)?.end ?? nameEnd,
      nameEnd,
      name,
      plainName: plainLawName(name),
      articles,
      isRepealClause: isRepealed(text, match.index, nameEnd),
    });
  }
  return found;
}
