import { assertNever } from '../../../shared/contract/errors.ts';
import type { OpinionBlock, OpinionDocument } from '../../../shared/opinion/opinion.ts';
import type { FontRole } from './font-library.ts';
import { breakLines, justify, naturalWidth } from './line-breaker.ts';
import { cell, paragraphIndent, points, signature, textArea, typeSize } from './layout-constants.ts';
import { printable, printableLines, signatureDate } from './opinion-text.ts';
import type { PlacedGlyph } from './page.ts';
import { blankLinesAbove } from './spacing.ts';
import { layoutTable, type Row, type TableLayout } from './table-layout.ts';
import type { SetGlyph, Typesetter } from './typesetter.ts';

/** A piece of the document that pages are made of, from top to bottom. */
export type FlowItem = {
  /** Whether the next piece must stand on the same page. */
  readonly staysWithNext: boolean;
} & (
  | { readonly kind: 'line'; readonly glyphs: readonly PlacedGlyph[]; readonly size: number }
  /** Blank lines vanish at the top of a page unless `staysAtTop`. */
  | { readonly kind: 'blank'; readonly staysAtTop: boolean }
  | { readonly kind: 'row'; readonly row: Row; readonly table: TableLayout; readonly place: 'first' | 'inner' | 'last' }
);

const width = points(textArea.width);
/** Widest gap between characters of a stretched body line, in points: one fifth of a character. */
const BODY_STRETCH = cell / 5;
/** Lines of the last paragraph that go along when the signature moves to a new page. */
const LINES_WITH_SIGNATURE = 2;

/** Sets the whole document as a single column, before it is cut into pages. */
export function flowDocument(document: OpinionDocument, typesetter: Typesetter): readonly FlowItem[] {
  const items: FlowItem[] = [];
  for (const [index, block] of document.blocks.entries()) {
    if (block.kind === 'signature') keepLastLines(items);
    const before = document.blocks[index - 1];
    items.push(...blanks(blankLinesAbove(block, before), before === undefined), ...flowBlock(block, typesetter));
  }
  return items;
}

function flowBlock(block: OpinionBlock, typesetter: Typesetter): readonly FlowItem[] {
  switch (block.kind) {
    case 'title':
      return block.lines.flatMap((text) => centredLines(text, 'title', typeSize.title, typesetter));
    case 'number':
      return centredLines(block.text, 'body', cell, typesetter);
    case 'addressee':
      return paragraph(block.text, 'body', 0, typesetter);
    case 'heading':
      return paragraph(block.text, headingRoles[block.level], paragraphIndent, typesetter).map((item) => ({
        ...item,
        staysWithNext: true,
      }));
    case 'paragraph':
    case 'note':
      return paragraph(block.text, 'body', paragraphIndent, typesetter);
    case 'table': {
      const layout = layoutTable(block, typesetter);
      const last = layout.rows.length - 1;
      return layout.rows.map((row, index) => ({
        kind: 'row',
        row,
        table: layout,
        place: index === 0 ? 'first' : index === last ? 'last' : 'inner',
        staysWithNext: false,
      }));
    }
    case 'signature':
      return signatureLines(block.organ, signatureDate(block.date), typesetter);
    default:
      return assertNever(block);
  }
}

const headingRoles: Readonly<Record<1 | 2 | 3, FontRole>> = { 1: 'heading1', 2: 'heading2', 3: 'body' };

function blanks(count: number, staysAtTop: boolean): readonly FlowItem[] {
  return Array.from({ length: count }, () => ({ kind: 'blank', staysAtTop, staysWithNext: true }));
}

function centredLines(text: string, role: FontRole, size: number, typesetter: Typesetter): readonly FlowItem[] {
  return breakLines(typesetter.set(printable(text), role, size), width, width).map((line) => ({
    kind: 'line',
    glyphs: placeFrom(line, (width - naturalWidth(line)) / 2),
    size,
    staysWithNext: true,
  }));
}

function paragraph(text: string, role: FontRole, indent: number, typesetter: Typesetter): readonly FlowItem[] {
  return printableLines(text).flatMap((part) => {
    const lines = breakLines(typesetter.set(part, role, cell), width - indent * cell, width);
    return lines.map((line, index): FlowItem => {
      const left = index === 0 ? indent * cell : 0;
      const isLast = index === lines.length - 1;
      const positions = justify(line, width - left, isLast ? 0 : BODY_STRETCH);
      const glyphs = line.map((glyph, at) => ({ glyph, x: left + (positions[at] ?? 0) }));
      return { kind: 'line', glyphs, size: cell, staysWithNext: false };
    });
  });
}

function placeFrom(line: readonly SetGlyph[], left: number): readonly PlacedGlyph[] {
  const positions = justify(line, 0, 0);
  return line.map((glyph, index) => ({ glyph, x: left + (positions[index] ?? 0) }));
}

/** 署名 centred over 成文日期, both under the blank that the seal needs; all on one page. */
function signatureLines(organ: string, date: string, typesetter: Typesetter): readonly FlowItem[] {
  const dateLine = typesetter.set(date, 'body', cell);
  const dateWidth = naturalWidth(dateLine);
  const dateLeft = width - signature.dateIndent * cell - dateWidth;
  const organLines = breakLines(typesetter.set(printable(organ), 'body', cell), width, width);
  const centre = dateLeft + dateWidth / 2;
  return [
    ...organLines.map((line): FlowItem => {
      const organWidth = naturalWidth(line);
      const left = Math.max(0, Math.min(centre - organWidth / 2, width - organWidth));
      return { kind: 'line', glyphs: placeFrom(line, left), size: cell, staysWithNext: true };
    }),
    { kind: 'line', glyphs: placeFrom(dateLine, Math.max(0, dateLeft)), size: cell, staysWithNext: false },
  ];
}

/** GB/T 9704 [K] lets no signature stand alone on a page: the last lines of the text go with it. */
function keepLastLines(items: FlowItem[]): void {
  const last = items.length - 1;
  for (let index = last; index >= 0 && index > last - LINES_WITH_SIGNATURE; index -= 1) {
    const item = items[index];
    if (!item || (item.kind !== 'line' && index !== last)) return;
    items[index] = { ...item, staysWithNext: true };
    if (item.kind !== 'line') return;
  }
}
