import type { OpinionBlock } from '../../../shared/opinion/opinion.ts';
import { breakLines, justify, naturalWidth } from './line-breaker.ts';
import { cell, grid, table } from './layout-constants.ts';
import { printableLines, tableRows } from './opinion-text.ts';
import type { PlacedGlyph } from './page.ts';
import type { FontRole } from './font-library.ts';
import type { SetGlyph, Typesetter } from './typesetter.ts';

/** One column of a table, in points from the left edge of the text area. */
export interface Column {
  readonly left: number;
  readonly width: number;
  readonly isCentred: boolean;
}

/** One row, or the piece of a row that stands on one page: for every column its lines, placed from the left edge. */
export interface Row {
  readonly cells: readonly (readonly (readonly PlacedGlyph[])[])[];
  /** A row torn by the end of a page is set from the top, so that it reads on. */
  readonly isTorn: boolean;
}

/** A table ready for pages. */
export interface TableLayout {
  readonly columns: readonly Column[];
  readonly header: Row;
  readonly rows: readonly Row[];
}

/** Columns as narrow as this many characters hold numbers and short marks, which stand centred. */
const NARROW_COLUMN = 4;
/** Widest gap between characters of a stretched line in a cell, as a share of the type size. */
const CELL_STRETCH = 0.12;
/** Fewest lines of a torn row on either side of the tear. */
const LEAST_LINES = 2;

/** Sets and breaks every cell. */
export function layoutTable(block: Extract<OpinionBlock, { kind: 'table' }>, typesetter: Typesetter): TableLayout {
  const total = block.columns.reduce((sum, column) => sum + column.width, 0);
  const unit = total > 0 ? (cell * grid.characters) / total : cell;
  let left = 0;
  const columns = block.columns.map((column): Column => {
    const width = column.width * unit;
    const isCentred = innerWidth(width) < (NARROW_COLUMN + 1) * table.size;
    left += width;
    return { left: left - width, width, isCentred };
  });
  const row = (texts: readonly string[], role: FontRole, areCentred: boolean): Row => ({
    cells: columns.map((column, index) =>
      layoutCell(texts[index] ?? '', areCentred ? { ...column, isCentred: true } : column, role, typesetter),
    ),
    isTorn: false,
  });
  const header = row(
    block.columns.map((column) => column.title),
    'heading1',
    true,
  );
  return { columns, header, rows: tableRows(block).map((texts) => row(texts, 'body', false)) };
}

/** What a column leaves for type: a whole number of characters, so that full lines need no stretching. */
function innerWidth(width: number): number {
  const room = width - 2 * table.padding.x;
  return Math.max(1, Math.floor(room / table.size)) * table.size;
}

function layoutCell(
  text: string,
  column: Column,
  role: FontRole,
  typesetter: Typesetter,
): readonly (readonly PlacedGlyph[])[] {
  const inner = innerWidth(column.width);
  return printableLines(text).flatMap((part) => {
    const lines = breakLines(typesetter.set(part, role, table.size), inner, inner);
    return lines.map((line, index) => placeLine(line, column, index === lines.length - 1));
  });
}

function placeLine(line: readonly SetGlyph[], column: Column, isLast: boolean): readonly PlacedGlyph[] {
  const inner = innerWidth(column.width);
  const slack = inner - naturalWidth(line);
  const start = column.left + (column.width - inner) / 2 + (column.isCentred ? slack / 2 : 0);
  const most = column.isCentred || isLast ? 0 : CELL_STRETCH * table.size;
  const positions = justify(line, inner, most);
  return line.map((glyph, index) => ({ glyph, x: start + (positions[index] ?? 0) }));
}

function countLines(row: Row): number {
  return Math.max(1, ...row.cells.map((lines) => lines.length));
}

/** Height of a row with its padding, in points. */
export function rowHeight(row: Row): number {
  return countLines(row) * table.pitch + 2 * table.padding.y;
}

/** The least height at which a row can begin on a page: itself when short, or else its first lines. */
export function leastHeight(row: Row): number {
  const lines = countLines(row);
  return Math.min(lines, lines < 2 * LEAST_LINES ? lines : LEAST_LINES) * table.pitch + 2 * table.padding.y;
}

/**
 * Tears a row so that its first piece is no higher than `available`; null when that leaves fewer than two lines on
 * either side. Prefers a line at which no cell leaves a single line behind.
 */
export function tearRow(row: Row, available: number): readonly [Row, Row] | null {
  const lines = countLines(row);
  const fitting = Math.floor((available - 2 * table.padding.y) / table.pitch + 0.001);
  const most = Math.min(fitting, lines - LEAST_LINES);
  if (most < LEAST_LINES) return null;
  const leavesNoSingle = (at: number): boolean =>
    row.cells.every((cellLines) => cellLines.length <= at || cellLines.length >= at + LEAST_LINES);
  const at = [most, most - 1, most - 2].find((count) => count >= LEAST_LINES && leavesNoSingle(count)) ?? most;
  return [
    { cells: row.cells.map((cellLines) => cellLines.slice(0, at)), isTorn: true },
    { cells: row.cells.map((cellLines) => cellLines.slice(at)), isTorn: true },
  ];
}
