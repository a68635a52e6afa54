import { parseLabel } from '../../text/label.ts';
import type { Block, ReviewedDocument } from '../document.ts';
import type { Article, Heading, Item, Paragraph, Part } from './structure.ts';

/** 编, 章 and 节 of all parts in order. */
export function findHeadings(document: ReviewedDocument, parts: readonly Part[]): readonly Heading[] {
  return parts.flatMap((part, partIndex) =>
    document.blocks.slice(part.firstBlock, part.endBlock).flatMap((block, offset): readonly Heading[] => {
      if (block.kind !== 'heading' || block.label === null) return [];
      if (block.level !== 0 && block.level !== 1 && block.level !== 2) return [];
      return [
        {
          level: block.level,
          number: parseLabel(`${block.label} `)?.number ?? 0,
          label: block.label,
          text: block.text,
          part: partIndex,
          block: part.firstBlock + offset,
          start: block.start,
          end: block.end,
        },
      ];
    }),
  );
}

/** 条 of all parts in order, with their 款 and 项. */
export function findArticles(
  document: ReviewedDocument,
  parts: readonly Part[],
  headings: readonly Heading[],
): readonly Article[] {
  return parts.flatMap((part, partIndex) => {
    const articles: Article[] = [];
    for (let index = part.firstBlock; index < part.endBlock; index += 1) {
      const block = document.blocks[index];
      if (block?.kind !== 'article' || block.label === null) continue;
      let end = index + 1;
      while (end < part.endBlock && belongsToArticle(document.blocks[end])) end += 1;
      const chapter = headings.findLast(
        (heading) => heading.part === partIndex && heading.level === 1 && heading.block < index,
      );
      const section = headings.findLastIndex(
        (heading) => heading.part === partIndex && heading.level > 0 && heading.block < index,
      );
      articles.push({
        number: parseLabel(`${block.label} `)?.number ?? 0,
        label: block.label,
        part: partIndex,
        chapter: chapter ? `${chapter.label}\u3000${chapter.text}`.trimEnd() : null,
        section: section >= 0 && headings[section]?.level === 2 ? section : null,
        firstBlock: index,
        endBlock: end,
        paragraphs: findParagraphs(document, index, end),
        start: block.start,
        end: document.blocks[end - 1]?.end ?? block.end,
      });
    }
    return articles;
  });
}

function belongsToArticle(block: Block | undefined): boolean {
  return (
    block !== undefined &&
    block.kind !== 'heading' &&
    block.kind !== 'article' &&
    block.kind !== 'signature' &&
    block.kind !== 'title'
  );
}

/**
 * Whether an article's own line is but its heading, as agreements have it (第一条 合作内容): short, no sentence, and
 * text of its own follows.
 */
function isCaption(own: Block | undefined, next: Block | undefined): boolean {
  if (!own || next?.kind !== 'paragraph' || next.level !== 4) return false;
  return own.text.length <= 24 && !/[。；：:，,;.]/u.test(own.text);
}

/** 款: the article's own text and each unlabelled paragraph after it, each with the 项 that follow. */
function findParagraphs(document: ReviewedDocument, first: number, end: number): readonly Paragraph[] {
  const paragraphs: { number: number; block: number; start: number; end: number; items: Item[] }[] = [];
  const start = end > first + 1 && isCaption(document.blocks[first], document.blocks[first + 1]) ? first + 1 : first;
  for (let index = start; index < end; index += 1) {
    const block = document.blocks[index];
    if (!block) break;
    if (index === start || (block.kind === 'paragraph' && block.level === 4)) {
      paragraphs.push({ number: paragraphs.length + 1, block: index, start: block.start, end: block.end, items: [] });
    } else if (block.kind === 'item' && block.label !== null) {
      const current = paragraphs.at(-1);
      if (!current) continue;
      current.end = block.end;
      current.items.push({
        label: block.label,
        number: parseLabel(`${block.label} `)?.number ?? 0,
        level: block.level === 6 ? 6 : 5,
        block: index,
        start: block.start,
        end: block.end,
      });
    }
  }
  return paragraphs;
}
