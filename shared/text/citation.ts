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
const joiner = /[、，,]?\s?(?:和|以及|及|或者|或|与|至|到)?\s?/uy;
const quoted = /《([^《》]{1,80}(?:〈[^〈〉]{1,60}〉[^《》]{0,40})?)》/gu;
const afterName = /[（(][^）)]{1,40}[）)]/uy;
const repeal = /(?:同时|自行|即行|予以)?(?:废止|停止执行|失效)/u;

/** The provisions that start exactly at `from`, joined by 、 和 或 至 (第三条、第五条第二款). */
export function provisionsAt(text: string, from: number): readonly FoundProvision[] {
  const found: FoundProvision[] = [];
  let at = from;
  for (;;) {
    provision.lastIndex = at;
    const match = provision.exec(text);
    if (!match) return found;
    const article = parseChineseNumeral(match[1] ?? '');
    if (article === null) return found;
    found.push({
      start: at,
      end: provision.lastIndex,
      article,
      paragraph: match[2] === undefined ? null : parseChineseNumeral(match[2]),
      item: match[3] === undefined ? null : parseChineseNumeral(match[3]),
    });
    joiner.lastIndex = provision.lastIndex;
    joiner.exec(text);
    if (joiner.lastIndex === 0 || joiner.lastIndex === provision.lastIndex) return found;
    at = joiner.lastIndex;
  }
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
    const rest = text.slice(nameEnd).split(/[。；\n]/u, 1)[0] ?? '';
    found.push({
      start: match.index,
      end: articles.at(-1)?.end ?? nameEnd,
      nameEnd,
      name,
      plainName: plainLawName(name),
      articles,
      isRepealClause: repeal.test(rest),
    });
  }
  return found;
}
