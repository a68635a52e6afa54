import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  type TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { OpinionBlock } from '../../../shared/opinion/opinion.ts';
import type { StyleId } from './docx-styles.ts';
import type { FontRole } from './font-library.ts';
import { grid, table as style } from './layout-constants.ts';
import { nominalWidth, printableLines, tableRows } from './opinion-text.ts';

type TableBlock = Extract<OpinionBlock, { kind: 'table' }>;
type MakeRun = (text: string, role: FontRole, size: number) => TextRun;

const border = { style: BorderStyle.SINGLE, size: 8 * style.rule, color: '000000', space: 0 };
/** Columns as narrow as this many characters hold numbers and short marks, which stand centred. */
const NARROW_COLUMN = 4;
/** A row of no more lines stays on one page; a longer one may break, or else it would leave too much of a page blank. */
const UNBROKEN_LINES = 12;

/**
 * The table of an opinion in Word: head repeated on every page, short rows kept whole.
 * @param width of the table in twentieths of a point
 * @param staysWithNext whether the last row must stand on the page of what follows
 */
export function docxTable(block: TableBlock, width: number, staysWithNext: boolean, makeRun: MakeRun): Table {
  const total = block.columns.reduce((sum, column) => sum + column.width, 0) || grid.characters;
  const rows = tableRows(block);
  const widths = block.columns.map((column) => Math.floor((column.width * width) / total));
  const room = widths.map((columnWidth) =>
    Math.max(1, Math.floor((columnWidth / 20 - 2 * style.padding.x) / style.size)),
  );
  const cell = (text: string, index: number, isHead: boolean, keepNext: boolean): TableCell => {
    const isCentred = isHead || (room[index] ?? 0) <= NARROW_COLUMN;
    return new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      verticalAlign: isCentred ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
      children: printableLines(text).map(
        (line) =>
          new Paragraph({
            style: 'OpinionCell' satisfies StyleId,
            alignment: isCentred ? AlignmentType.CENTER : AlignmentType.LEFT,
            ...(keepNext ? { keepNext } : {}),
            children: [makeRun(line, isHead ? 'heading1' : 'body', style.size)],
          }),
      ),
    });
  };
  const linesOf = (texts: readonly string[]): number =>
    Math.max(
      ...texts.map((text, index) =>
        printableLines(text).reduce((sum, line) => sum + Math.ceil(nominalWidth(line) / (room[index] ?? 1)), 0),
      ),
    );
  return new Table({
    alignment: AlignmentType.CENTER,
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    margins: {
      marginUnitType: WidthType.DXA,
      top: style.padding.y * 20,
      bottom: style.padding.y * 20,
      left: style.padding.x * 20,
      right: style.padding.x * 20,
    },
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: block.columns.map((column, index) => cell(column.title, index, true, true)),
      }),
      ...rows.map(
        (texts, row) =>
          new TableRow({
            cantSplit: linesOf(texts) <= UNBROKEN_LINES,
            children: block.columns.map((_, index) =>
              cell(texts[index] ?? '', index, false, staysWithNext && row === rows.length - 1),
            ),
          }),
      ),
    ],
  });
}
