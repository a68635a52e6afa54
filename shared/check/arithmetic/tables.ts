import { blockTextStart, type ReviewedDocument, type Span } from '../../document/document.ts';

/** A cell of a table with the number it holds. */
export interface TableCell extends Span {
  readonly text: string;
  /** Value of a cell that is nothing but a number, in the unit of the cell or its column; null otherwise. */
  readonly value: number | null;
  /** Digits after the decimal point. */
  readonly decimals: number;
  /** Yuan per unit where the cell names one (万元 is 10000); null where it does not. */
  readonly unit: number | null;
}

/** A table: its heading row, where one is told, and the rows under it. */
export interface Table {
  readonly head: readonly TableCell[] | null;
  readonly rows: readonly (readonly TableCell[])[];
}

const figure =
  /^(?:人民币)?\s?[¥￥]?\s?(-?(?:[0-9]{1,3}(?:[,，][0-9]{3}){1,5}|[0-9]{1,14})(?:\.([0-9]{1,6}))?)\s?(亿|万)?(元)?(?:整)?$/u;

/** Yuan per unit of a text that names one: 元 1, 万元 10000, 亿元 10^8. */
export function unitIn(text: string): number | null {
  const match = /(亿|千万|百万|万|千)?元/u.exec(text);
  if (!match) return null;
  const scales: Readonly<Record<string, number>> = { 亿: 1e8, 千万: 1e7, 百万: 1e6, 万: 1e4, 千: 1e3 };
  return match[1] === undefined ? 1 : (scales[match[1]] ?? 1);
}

function toCell(text: string, start: number): TableCell {
  const plain = text.normalize('NFKC').trim();
  const lead = text.length - text.trimStart().length;
  const span = { text: text.trim(), start: start + lead, end: start + lead + text.trim().length };
  const match = figure.exec(plain);
  if (!match?.[1]) return { ...span, value: null, decimals: 0, unit: null };
  return {
    ...span,
    value: Number(match[1].replace(/[,，]/gu, '')),
    decimals: match[2]?.length ?? 0,
    unit: match[3] !== undefined || match[4] !== undefined ? unitIn(`${match[3] ?? ''}元`) : null,
  };
}

/** The tables of a document: runs of table rows without other blocks between them. */
export function findTables(document: ReviewedDocument): readonly Table[] {
  const tables: TableCell[][][] = [];
  let isOpen = false;
  for (const block of document.blocks) {
    if (block.kind !== 'table-row') {
      isOpen = false;
      continue;
    }
    let at = blockTextStart(block);
    const cells = block.text.split('\t').map((text) => {
      const cell = toCell(text, at);
      at += text.length + 1;
      return cell;
    });
    const open = isOpen ? tables.at(-1) : undefined;
    if (open) open.push(cells);
    else tables.push([cells]);
    isOpen = true;
  }
  return tables.map((rows) => {
    const first = rows.findIndex((row) => row.some((cell) => cell.value !== null));
    const head = first > 0 ? (rows[first - 1] ?? null) : null;
    return { head, rows: first < 0 ? [] : rows.slice(first) };
  });
}
