import type { XmlElement } from '../xml.ts';
import type { WordElements } from './elements.ts';

/** Where a paragraph stands and what its mark ends. */
export interface BlockPlace {
  /** Tables in which it stands. */
  readonly depth: number;
  readonly endsCell: boolean;
  /** Content of the `w:trPr` of the row that it ends; null where it ends none. */
  readonly rowProperties: readonly XmlElement[] | null;
}

interface OpenTable {
  rows: XmlElement[];
  cells: XmlElement[];
  blocks: XmlElement[];
}

/** Builds tables out of paragraphs that only say how deep they stand and what they end. */
export class BlockAssembler {
  readonly #maker: WordElements;
  readonly #body: XmlElement[] = [];
  readonly #open: OpenTable[] = [];

  constructor(maker: WordElements) {
    this.#maker = maker;
  }

  /** Adds the next paragraph. @param paragraph null where its mark only ends a row */
  add(paragraph: XmlElement | null, place: BlockPlace): void {
    while (this.#open.length > place.depth) this.#closeTable();
    while (this.#open.length < place.depth) this.#open.push({ rows: [], cells: [], blocks: [] });
    const table = this.#open.at(-1);
    if (paragraph) (table?.blocks ?? this.#body).push(paragraph);
    if (!table) return;
    if (place.rowProperties) this.#closeRow(table, place.rowProperties);
    else if (place.endsCell) this.#closeCell(table);
  }

  /** Ends the text and returns its blocks. */
  finish(): readonly XmlElement[] {
    while (this.#open.length > 0) this.#closeTable();
    return this.#body;
  }

  #closeCell(table: OpenTable): void {
    table.cells.push(this.#maker.make('w:tc', undefined, table.blocks));
    table.blocks = [];
  }

  #closeRow(table: OpenTable, properties: readonly XmlElement[]): void {
    if (table.blocks.length > 0) this.#closeCell(table);
    const trPr = properties.length === 0 ? [] : [this.#maker.make('w:trPr', undefined, properties)];
    table.rows.push(this.#maker.make('w:tr', undefined, [...trPr, ...table.cells]));
    table.cells = [];
  }

  #closeTable(): void {
    const table = this.#open.pop();
    if (!table) return;
    if (table.blocks.length > 0 || table.cells.length > 0) this.#closeRow(table, []);
    const element = this.#maker.make('w:tbl', undefined, table.rows);
    (this.#open.at(-1)?.blocks ?? this.#body).push(element);
  }
}
