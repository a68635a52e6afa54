import { ascent, linePitch, points, table as tableStyle, textArea } from './layout-constants.ts';
import type { Page, PlacedGlyph, PlacedLine, Rule } from './page.ts';
import { rowHeight, type Row, type TableLayout } from './table-layout.ts';

const boxHeight = points(textArea.height);
const boxWidth = points(textArea.width);
const EPSILON = 0.05;

/** Fills pages from top to bottom. All heights are in points from the top of the text area. */
export class PageBuilder {
  readonly #pages: Page[] = [];
  #lines: PlacedLine[] = [];
  #rules: Rule[] = [];
  #y = 0;
  #table: { readonly layout: TableLayout; readonly top: number } | null = null;

  /** Height left on the page. */
  get room(): number {
    return boxHeight - this.#y + EPSILON;
  }

  /** Whether nothing stands on the page yet. */
  get isAtTop(): boolean {
    return this.#y === 0;
  }

  /** Whether a table has begun on this page, so that the next row needs no head. */
  get isInTable(): boolean {
    return this.#table !== null;
  }

  /** Whether a further page would give no more room than this one has. */
  get isFresh(): boolean {
    return this.isAtTop || this.#lines.every((line) => line.isArtifact);
  }

  newPage(): void {
    this.#ruleTable();
    this.#pages.push({ lines: this.#lines, rules: this.#rules });
    this.#lines = [];
    this.#rules = [];
    this.#y = 0;
  }

  addBlank(): void {
    this.#y += linePitch;
  }

  addLine(glyphs: readonly PlacedGlyph[], size: number): void {
    this.#lines.push({ baseline: baselineIn(this.#y, linePitch, size), glyphs, isArtifact: false });
    this.#y += linePitch;
  }

  /** Height of the head of a table that would begin, or begin again, here. */
  headHeight(layout: TableLayout): number {
    return rowHeight(layout.header) + (this.isAtTop ? 0 : tableStyle.margin);
  }

  /** @param isRepeated whether the head stood on an earlier page already */
  openTable(layout: TableLayout, isRepeated: boolean): void {
    this.#y += this.isAtTop ? 0 : tableStyle.margin;
    this.#table = { layout, top: this.#y };
    this.#addRule(0, this.#y, boxWidth, this.#y);
    this.#placeRow(layout.header, layout, isRepeated);
  }

  addRow(row: Row, layout: TableLayout): void {
    this.#placeRow(row, layout, false);
  }

  /** Ends a table; the text goes on at the next of the 22 lines. */
  closeTable(): void {
    if (!this.#table) return;
    this.#ruleTable();
    this.#y = Math.ceil((this.#y + tableStyle.margin) / linePitch - EPSILON) * linePitch;
  }

  finish(): readonly Page[] {
    this.newPage();
    return this.#pages;
  }

  #addRule(fromX: number, fromY: number, toX: number, toY: number): void {
    this.#rules.push({ from: { x: fromX, y: fromY }, to: { x: toX, y: toY } });
  }

  #ruleTable(): void {
    if (!this.#table) return;
    const { layout, top } = this.#table;
    for (const x of [...layout.columns.map((column) => column.left), boxWidth]) this.#addRule(x, top, x, this.#y);
    this.#table = null;
  }

  #placeRow(row: Row, layout: TableLayout, isArtifact: boolean): void {
    const height = rowHeight(row);
    for (const [index, lines] of row.cells.entries()) {
      const isCentred = !row.isTorn && layout.columns[index]?.isCentred === true;
      const padding = isCentred ? (height - lines.length * tableStyle.pitch) / 2 : tableStyle.padding.y;
      for (const [line, glyphs] of lines.entries()) {
        const top = this.#y + padding + line * tableStyle.pitch;
        this.#lines.push({ baseline: baselineIn(top, tableStyle.pitch, tableStyle.size), glyphs, isArtifact });
      }
    }
    this.#y += height;
    this.#addRule(0, this.#y, boxWidth, this.#y);
  }
}

/** Base line of type whose em stands in the middle of a line. */
function baselineIn(top: number, pitch: number, size: number): number {
  return top + (pitch - size) / 2 + ascent * size;
}
