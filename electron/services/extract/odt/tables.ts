import { childElements, type XmlElement } from '../xml.ts';
import { wholeNumber } from './list-levels.ts';

/** The cells of one row; null for a place that a cell further up reaches down to. */
export type RowCells = readonly (XmlElement | null)[];

/** Repetition saves room in the file; a text repeats little. */
const maxRepeat = 1000;

const repeated = (value: string | undefined) => Math.min(maxRepeat, Math.max(1, wholeNumber(value) ?? 1));

/** The rows of a table through its groups, in order. */
function listRows(table: XmlElement): readonly XmlElement[] {
  const rows: XmlElement[] = [];
  for (const element of childElements(table)) {
    if (element.name === 'table:table-row') {
      const count = repeated(element.attributes['table:number-rows-repeated']);
      for (let index = 0; index < count; index += 1) rows.push(element);
    } else if (/^table:table-(?:header-rows|rows|row-group)$/u.test(element.name)) {
      rows.push(...listRows(element));
    }
  }
  return rows;
}

/**
 * The rows of a table with their cells (ODF 1.3, part 3, 9.1). A cell that spans columns counts once; one that spans
 * rows leaves one empty place in each further row, however many columns it spans.
 */
export function readRows(table: XmlElement): readonly RowCells[] {
  /** Rows that a cell further up still reaches down to, by the column it begins in. */
  const reaching = new Map<number, number>();
  return listRows(table).map((row) => {
    const cells: (XmlElement | null)[] = [];
    let column = 0;
    /** First column that the last spanning cell of this row does not cover. */
    let covered = 0;
    for (const cell of childElements(row)) {
      const isCell = cell.name === 'table:table-cell';
      if (!isCell && cell.name !== 'table:covered-table-cell') continue;
      const count = repeated(cell.attributes['table:number-columns-repeated']);
      for (let index = 0; index < count; index += 1) {
        if (isCell) {
          cells.push(cell);
          const rows = wholeNumber(cell.attributes['table:number-rows-spanned']) ?? 1;
          covered = column + (wholeNumber(cell.attributes['table:number-columns-spanned']) ?? 1);
          if (rows > 1) reaching.set(column, rows - 1);
        } else if (column >= covered) {
          const left = reaching.get(column);
          if (left !== undefined) cells.push(null);
          if (left !== undefined) reaching.set(column, left - 1);
          if (left === 1) reaching.delete(column);
        }
        column += 1;
      }
    }
    return cells;
  });
}
