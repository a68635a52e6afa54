import { formatChineseNumeral } from '../../text/chinese-numeral.ts';
import type { Article, Structure } from './structure.ts';

/** The article in which an offset lies; null outside every article. */
export function articleAt(structure: Structure, offset: number): Article | null {
  return structure.articles.find((article) => article.start <= offset && offset < article.end) ?? null;
}

/** A number as it stands in 第X条; Arabic beyond what statutes ever reach. */
function ordinal(number: number): string {
  return number <= 9999 ? formatChineseNumeral(number) : String(number);
}

/** The place of an offset as lawyers name it, e.g. 第十一条第一款第（二）项; empty outside every article. */
export function pathAt(structure: Structure, offset: number): string {
  const article = articleAt(structure, offset);
  if (!article) return '';
  let path = `第${ordinal(article.number)}条`;
  const paragraph = article.paragraphs.findLast((candidate) => candidate.start <= offset);
  if (!paragraph) return path;
  if (article.paragraphs.length > 1) path += `第${ordinal(paragraph.number)}款`;
  const item = paragraph.items.findLast((candidate) => candidate.start <= offset && offset < candidate.end);
  if (item) path += item.level === 5 ? `第（${ordinal(item.number)}）项` : `第${item.number}目`;
  return path;
}
