import type { Block, Span } from '../../../shared/document/document.ts';

/** Neighbouring blocks that are laid out, measured and skipped together. */
export interface PaneSection extends Span {
  /** Index of its first block. */
  readonly first: number;
  readonly blocks: readonly Block[];
}

/** What a section may weigh: some fifty short blocks or half as many long ones, laid out well within a frame. */
const usual = 55;
/** The first section is small, so that the first page stands at once. */
const opening = 40;
/** A chapter or an article is looked for within this part of the weight before a section ends anyway. */
const leeway = 0.3;
/** A table is parted only where one section would become too long to lay out within a frame. */
const longestTable = 300;

/** A block costs its own box and its text; fifty characters of it as much as the box. */
function weigh(block: Block): number {
  return 1 + (block.end - block.start) / 50;
}

/** Parts a document into sections of twenty-five to fifty blocks, where a chapter or an article begins if one is near. */
export function splitSections(blocks: readonly Block[]): readonly PaneSection[] {
  const sections: PaneSection[] = [];
  let first = 0;
  while (first < blocks.length) {
    const end = sectionEnd(blocks, first, first === 0 ? opening : usual);
    const part = blocks.slice(first, end);
    sections.push({ first, blocks: part, start: part[0]?.start ?? 0, end: part.at(-1)?.end ?? 0 });
    first = end;
  }
  return sections;
}

function sectionEnd(blocks: readonly Block[], first: number, most: number): number {
  let weight = 0;
  let least = first + 1;
  let end = first;
  for (; end < blocks.length && (weight < most || end <= first); end += 1) {
    const block = blocks[end];
    if (block) weight += weigh(block);
    if (weight < most * (1 - leeway)) least = end + 1;
  }
  if (end >= blocks.length) return blocks.length;
  for (const kind of ['heading', 'article'] as const) {
    for (let index = end; index > least; index -= 1) if (blocks[index]?.kind === kind) return index;
  }
  const isInsideTable = (): boolean => blocks[end]?.kind === 'table-row' && blocks[end - 1]?.kind === 'table-row';
  while (end < blocks.length && end - first < longestTable && isInsideTable()) end += 1;
  return end;
}
