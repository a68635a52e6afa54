import type { Article, Heading, Structure } from './structure.ts';

/** What a document's own text, without notice and annexes, counts. */
export interface TextCount {
  readonly articles: readonly Article[];
  /** 章. */
  readonly chapters: readonly Heading[];
}

/** Articles and chapters of the text under review; those of the issuing notice and of annexes count for themselves. */
export function countText(structure: Structure): TextCount {
  const main = Math.max(
    structure.parts.findIndex((part) => part.kind === 'body'),
    0,
  );
  return {
    articles: structure.articles.filter((article) => article.part === main),
    chapters: structure.headings.filter((heading) => heading.part === main && heading.level === 1),
  };
}
