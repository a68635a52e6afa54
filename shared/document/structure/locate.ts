import { formatChineseNumeral } from '../../text/chinese-numeral.ts';
import type { ReviewedDocument } from '../document.ts';
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

/**
 * The place of an offset for a table of issues: the path inside an article, else 标题, 首部 (before the first article),
 * 附件 or 落款 (after the last).
 */
export function placeAt(document: ReviewedDocument, structure: Structure, offset: number): string {
  const path = pathAt(structure, offset);
  if (path !== '') return path;
  const block = document.blocks.find((candidate) => candidate.start <= offset && offset <= candidate.end);
  if (block?.kind === 'title') return '标题';
  if (block?.kind === 'heading') return block.label ?? '';
  const part = structure.parts.find((candidate) => candidate.start <= offset && offset <= candidate.end);
  if (part?.kind === 'annex') return '附件';
  const first = structure.articles[0];
  return first && offset < first.start ? '首部' : '落款';
}
