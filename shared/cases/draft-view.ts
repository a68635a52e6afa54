import type { ReviewedDocument } from '../document/document.ts';
import { countText } from '../document/structure/count.ts';
import type { Structure } from '../document/structure/structure.ts';

/** An entry of the outline, as the contract states it. */
export interface OutlineEntry {
  readonly block: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'part' | 'heading' | 'article';
  readonly level: number | null;
  readonly label: string;
  readonly text: string;
}

const partNames = { notice: '通知', body: '正文', annex: '附件' } as const;
/** Characters of an article that its outline entry shows. */
const shownLength = 80;

/** The outline of a draft: its parts where there are several, its headings and its articles, in the text's order. */
export function outlineOf(document: ReviewedDocument, structure: Structure): readonly OutlineEntry[] {
  const entry = (index: number, rest: Omit<OutlineEntry, 'block'>): readonly OutlineEntry[] => {
    const block = document.blocks[index];
    return block ? [{ block: block.id, ...rest }] : [];
  };
  const parts = structure.parts.length < 2 ? [] : structure.parts;
  const entries = [
    ...parts.flatMap((part) =>
      entry(part.firstBlock, {
        kind: 'part',
        level: null,
        label: part.kind === 'annex' ? `附件${part.annexNumber ?? ''}` : '',
        text: part.title || partNames[part.kind],
        start: part.start,
        end: part.end,
      }),
    ),
    ...structure.headings.flatMap(({ block, level, label, text, start, end }) =>
      entry(block, { kind: 'heading', level, label, text, start, end }),
    ),
    ...structure.articles.flatMap(({ firstBlock, label, start, end }) =>
      entry(firstBlock, {
        kind: 'article',
        level: 3,
        label,
        text: (document.blocks[firstBlock]?.text ?? '').slice(0, shownLength),
        start,
        end,
      }),
    ),
  ];
  // Sorting is stable: a part comes before the heading or article that begins it.
  return entries.sort((a, b) => a.start - b.start);
}

/** References to the draft's own provisions that lead to exactly one article of their part. */
export function referencesOf(structure: Structure): readonly { start: number; end: number; target: number }[] {
  const places = new Map<string, number | null>();
  for (const article of structure.articles) {
    const key = `${article.part}:${article.number}`;
    places.set(key, places.has(key) ? null : article.start);
  }
  return structure.references.flatMap(({ start, end, part, article }) => {
    const target = article === null ? null : (places.get(`${part}:${article}`) ?? null);
    return target === null ? [] : [{ start, end, target }];
  });
}

/** What is computed of a draft once and kept with it, so that opening a case need not analyse it. */
export interface DraftFacts {
  readonly characters: number;
  readonly articles: number;
  readonly chapters: number;
  readonly outline: readonly OutlineEntry[];
  readonly references: readonly { start: number; end: number; target: number }[];
}

/** The facts of a draft. */
export function draftFacts(document: ReviewedDocument, structure: Structure): DraftFacts {
  const { articles, chapters } = countText(structure);
  return {
    characters: document.text.replace(/\s/gu, '').length,
    articles: articles.length,
    chapters: chapters.length,
    outline: outlineOf(document, structure),
    references: referencesOf(structure),
  };
}

/** A draft as the desk shows it. @param name what the submission calls the file */
export function draftView(document: ReviewedDocument, facts: DraftFacts, name: string) {
  return {
    sha256: document.sha256,
    name,
    format: document.format,
    title: document.title,
    text: document.text,
    characters: facts.characters,
    articles: facts.articles,
    chapters: facts.chapters,
    blocks: [...document.blocks],
    outline: [...facts.outline],
    references: [...facts.references],
    xray: [...document.xray],
    warnings: [...document.warnings],
  };
}
/** What {@link draftView} gives. */
export type DraftView = ReturnType<typeof draftView>;
