import type { Block, Span } from '../../../shared/document/document.ts';

/** Neighbouring blocks that are laid out, measured and skipped together. */
export interface PaneSection extends Span {
  /** Index of its first block. */
  readonly first: number;
  readonly blocks: readonly Block[];
}

const usual = 100;
const least = 80;
const most = 120;
/** A table is parted only where one section would become too long to lay out within a frame. */
const longestTable = 300;

/** Parts a document into sections of about a hundred blocks, where a chapter or an article begins if one is near. */
export function splitSections(blocks: readonly Block[]): readonly PaneSection[] {
  const sections: PaneSection[] = [];
  let first = 0;
  while (first < blocks.length) {
    const end = sectionEnd(blocks, first);
    const part = blocks.slice(first, end);
    sections.push({ first, blocks: part, start: part[0]?.start ?? 0, end: part.at(-1)?.end ?? 0 });
    first = end;
  }
  return sections;
}

function sectionEnd(blocks: readonly Block[], first: number): number {
  if (blocks.length - first <= most) return blocks.length;
  for (const kind of ['heading', 'article'] as const) {
    for (let index = first + most; index >= first + least; index -= 1) {
      if (blocks[index]?.kind === kind) return index;
    }
  }
  let end = first + usual;
  const isInsideTable = (): boolean => blocks[end]?.kind === 'table-row' && blocks[end - 1]?.kind === 'table-row';
  while (end < blocks.length && end - first < longestTable && isInsideTable()) end += 1;
  return end;
}
