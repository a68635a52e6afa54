import type { Block } from '../../../shared/document/document.ts';

/** What the height of text depends on, in pixels. */
export interface PaperMeasure {
  /** Width that the text has on the paper. */
  readonly width: number;
  readonly fontSize: number;
}

interface Shape {
  /** Size of the type in relation to the paper's. */
  readonly scale: number;
  readonly lineHeight: number;
  /** Space above and below together. */
  readonly space: number;
  /** What the block's own indent takes off the width, in ems. */
  readonly indent: number;
}

const body: Shape = { scale: 1, lineHeight: 1.9, space: 6, indent: 0 };
const quiet: Shape = { scale: 0.82, lineHeight: 1.8, space: 10, indent: 1 };
const shapes: Record<Block['kind'], Shape> = {
  title: { scale: 1.3, lineHeight: 1.5, space: 4, indent: 0 },
  heading: { scale: 1, lineHeight: 1.9, space: 28, indent: 0 },
  article: body,
  paragraph: body,
  item: { ...body, indent: 4.6 },
  'table-row': { scale: 0.88, lineHeight: 1.7, space: 9, indent: 0 },
  footnote: quiet,
  header: quiet,
  footer: quiet,
  'text-box': { ...quiet, space: 26 },
  comment: { ...quiet, space: 26 },
  signature: body,
};

/** The first character code that takes a whole em in a Chinese text; what lies below takes about half of one. */
const firstWide = 0x2000;

/**
 * The height in pixels that blocks will probably take, so that the scroll bar hardly moves while a long document is laid
 * out piece by piece.
 */
export function estimateHeight(blocks: readonly Block[], measure: PaperMeasure): number {
  let height = 0;
  for (const block of blocks) {
    const shape = shapes[block.kind];
    const size = measure.fontSize * shape.scale;
    const perLine = Math.max(1, Math.floor(measure.width / size - shape.indent));
    height += Math.max(1, Math.ceil(countEms(block) / perLine)) * size * shape.lineHeight + shape.space;
  }
  return Math.round(height);
}

/** The length of a block's running text in ems; a label in the margin takes no place in the line. */
function countEms(block: Block): number {
  if (block.kind === 'table-row') return longestCell(block.text) * (block.text.split('\t').length + 0.4);
  const text = block.kind === 'heading' ? (block.label ?? '') + block.text : block.text;
  return ems(text);
}

function longestCell(text: string): number {
  return text.split('\t').reduce((longest, cell) => Math.max(longest, ems(cell)), 0);
}

function ems(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) count += text.charCodeAt(index) < firstWide ? 0.5 : 1;
  return count;
}
