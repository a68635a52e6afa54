import type { ReviewedDocument } from '../../document/document.ts';
import type { Article, InternalReference, Item, Structure } from '../../document/structure/structure.ts';
import { formatChineseNumeral } from '../../text/chinese-numeral.ts';
import { defineCheck, type Report } from '../check.ts';
import { isPublished } from '../is-published.ts';

type MessageId = 'noArticle' | 'noParagraph' | 'noItem';

const chinese = (number: number): string => (number > 9999 ? String(number) : formatChineseNumeral(number));

/** The texts a reference may mean: a notice speaks of what it issues, an annex of itself or of the text it belongs to. */
function partsMeant(structure: Structure, reference: InternalReference): readonly number[] {
  const kind = structure.parts[reference.part]?.kind;
  const body = structure.parts.findIndex((part) => part.kind === 'body');
  if (kind === 'notice' && !/^本(?:通知|决定|公告|通告|意见)/u.test(reference.text)) return [body];
  return kind === 'annex' ? [reference.part, body] : [reference.part];
}

/** 项 of one 款; a row that goes on after a 款 that interrupts it still belongs to where it began. */
function itemsOf(article: Article, first: number): readonly Item[] {
  const items: Item[] = [];
  for (const paragraph of article.paragraphs.slice(first)) {
    const next = paragraph.items.filter((item) => item.level === 5);
    if (items.length > 0 && next.length > 0 && next[0]?.number !== (items.at(-1)?.number ?? 0) + 1) break;
    items.push(...next);
  }
  return items;
}

/** Whether an article has a 项, as a line of its own or inside a line (一些文本把（一）（二）连排). */
function hasItem(document: ReviewedDocument, article: Article, paragraph: number | null, item: number): boolean {
  const isListed =
    paragraph === null
      ? article.paragraphs.some(({ items }) => items.some(({ number }) => number === item))
      : itemsOf(article, paragraph - 1).some(({ number }) => number === item);
  if (isListed) return true;
  const span = article.paragraphs[(paragraph ?? 0) - 1] ?? article;
  const inside = document.blocks.filter((block) => span.start <= block.start && block.end <= span.end);
  const label = new RegExp(`(?<!第)[（(](?:${chinese(item)}|${item})[）)](?!项)`, 'u');
  return inside.some((block) => label.test(block.text));
}

type Flaw = Pick<Report<MessageId>, 'messageId' | 'data'>;

/** How many 款 an article may have been printed with: copies of published texts run several together. */
function mostParagraphs(document: ReviewedDocument, article: Article, isPrinted: boolean): number {
  const count = article.paragraphs.length;
  if (!isPrinted) return count;
  const sentences = document.text.slice(article.start, article.end).match(/。/gu)?.length ?? 0;
  return Math.max(count, sentences);
}

/** What one article lacks of what a reference names; null where it lacks nothing. */
function flawIn(
  document: ReviewedDocument,
  article: Article,
  reference: InternalReference,
  isPrinted: boolean,
): Flaw | null {
  const { paragraph, item } = reference;
  const name = `第${chinese(article.number)}条`;
  const count = article.paragraphs.length;
  if (paragraph !== null && (paragraph < 1 || paragraph > mostParagraphs(document, article, isPrinted))) {
    return { messageId: 'noParagraph', data: { reference: reference.text, article: name, count } };
  }
  if (item !== null && !hasItem(document, article, paragraph, item)) {
    const where = paragraph === null ? name : `${name}第${chinese(paragraph)}款`;
    return { messageId: 'noItem', data: { reference: reference.text, where, item: chinese(item) } };
  }
  return null;
}

/** The flaw of a reference; null where one of the texts it may mean has what it names, or has no articles at all. */
function flawOf(
  document: ReviewedDocument,
  structure: Structure,
  reference: InternalReference,
  isPrinted: boolean,
): Flaw | null {
  if (reference.article === null) return null;
  const meant = partsMeant(structure, reference);
  const articles = structure.articles.filter((article) => meant.includes(article.part));
  if (articles.length === 0) return null;
  const named = articles.filter((article) => article.number === reference.article);
  const flaws = named.map((article) => flawIn(document, article, reference, isPrinted));
  if (flaws.length > 0) return flaws.includes(null) ? null : (flaws[0] ?? null);
  const last = Math.max(...articles.map((article) => article.number));
  return {
    messageId: 'noArticle',
    data: { reference: reference.text, article: chinese(reference.article), last: chinese(last) },
  };
}

/** L02: what a text says of its own 条, 款 and 项 must be there. */
export const l02 = defineCheck<MessageId>({
  meta: {
    id: 'L02',
    title: '交叉引用有效',
    appliesTo: ['normative', 'agreement', 'decision'],
    severity: 'major',
    certainty: 'A',
    basis: [],
    messages: {
      noArticle: '引用的“{reference}”不存在：本文没有第{article}条，最末一条为第{last}条。',
      noParagraph: '引用的“{reference}”不存在：{article}只有{count}款。',
      noItem: '引用的“{reference}”不存在：{where}没有第（{item}）项。',
    },
    falseAlarms: ['条文分行有误，一款被拆成或并成几款', '“本办法”实指另一份文件'],
  },
  run: (document, { structure, law }) => {
    const isPrinted = isPublished(document, law);
    return structure.references.flatMap((reference): readonly Report<MessageId>[] => {
      const flaw = flawOf(document, structure, reference, isPrinted);
      return flaw ? [{ ...flaw, start: reference.start, end: reference.end }] : [];
    });
  },
});
