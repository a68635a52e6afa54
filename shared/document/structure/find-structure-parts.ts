import { parseLabel } from '../../text/label.ts';
import { findParts, type LinePart } from '../find-parts.ts';
import type { Block, ReviewedDocument } from '../document.ts';
import type { LabelledLine } from '../labelled-line.ts';
import { plainParagraph, type SourceParagraph } from '../source.ts';
import type { Part } from './structure.ts';

const sourceParts: Partial<Record<Block['kind'], SourceParagraph['part']>> = {
  'table-row': 'table-row',
  footnote: 'footnote',
  header: 'header',
  footer: 'footer',
  'text-box': 'text-box',
  comment: 'comment',
};

/** A block seen as a line again; a title block counts as styled, so that parts come out as they were built. */
function toLine(block: Block, index: number): LabelledLine {
  const source: SourceParagraph = {
    ...plainParagraph,
    part: sourceParts[block.kind] ?? 'body',
    style: block.kind === 'title' ? 'title' : null,
    alignment: block.kind === 'title' ? 'center' : null,
  };
  const label = block.label === null || source.part !== 'body' ? null : parseLabel(`${block.label} `);
  return { source, index, label, printedLabel: block.label, text: block.text };
}

/** The parts of a built document. */
export function findStructureParts(document: ReviewedDocument): readonly Part[] {
  const lines = document.blocks.map(toLine);
  return findParts(lines).map((part) => toPart(document, part));
}

function toPart(document: ReviewedDocument, part: LinePart): Part {
  const blocks = document.blocks.slice(part.first, part.end);
  return {
    kind: part.kind,
    title: document.blocks
      .slice(part.first, part.end)
      .filter((block) => block.kind === 'title')
      .map((block) => block.text)
      .join(''),
    firstBlock: part.first,
    endBlock: part.end,
    numbering: part.numbering,
    annexNumber: part.annexNumber,
    start: blocks[0]?.start ?? 0,
    end: blocks.at(-1)?.end ?? 0,
  };
}
