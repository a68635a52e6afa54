import { blockTextStart, type Block, type Span } from '../../../shared/document/document.ts';

/** A stretch of a block that is shown as one text node. */
export interface BlockPiece extends Span {
  readonly kind: 'label' | 'gap' | 'text' | 'cell';
}

/**
 * The stretches of a block in the order of the text. Together they are the block, except for the tabs between the cells
 * of a table row, which are shown as borders. A cell without text is an empty piece; other pieces are never empty.
 * @param text the document's text
 */
export function blockPieces(block: Block, text: string): readonly BlockPiece[] {
  if (block.kind === 'table-row') return cellPieces(block, text);
  const textStart = blockTextStart(block);
  const labelEnd = block.start + (block.label?.length ?? 0);
  const pieces: readonly BlockPiece[] = [
    { kind: 'label', start: block.start, end: labelEnd },
    { kind: 'gap', start: labelEnd, end: textStart },
    { kind: 'text', start: textStart, end: block.end },
  ];
  return pieces.filter((piece) => piece.start < piece.end);
}

function cellPieces(block: Block, text: string): readonly BlockPiece[] {
  const pieces: BlockPiece[] = [];
  let start = block.start;
  for (const cell of text.slice(block.start, block.end).split('\t')) {
    pieces.push({ kind: 'cell', start, end: start + cell.length });
    start += cell.length + 1;
  }
  return pieces;
}
