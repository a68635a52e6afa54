import type { XmlElement } from '../xml.ts';
import type { Revision } from '../docx/revision.ts';
import type { ElementMaker, OpenElement } from '../wordml/element.ts';
import { ParagraphDraft, type ParagraphFormat } from '../wordml/paragraph-draft.ts';

/** What a row's definition (`\trowd`) says of one cell. */
interface CellDefinition {
  /** `\clmrg`: the cell is part of the one before it. */
  isMerged: boolean;
  revision: Revision | null;
}

interface OpenTable {
  readonly table: OpenElement;
  cells: OpenElement[];
  content: XmlElement[];
}

/** Tables in tables, as deep as anybody nests them; what claims to be deeper stands at this depth. */
const maxTables = 30;

/** Whether a cell holds nothing but empty paragraphs. */
function isBlank(cell: OpenElement): boolean {
  return cell.children.every(
    (node) =>
      typeof node !== 'string' &&
      node.name === 'w:p' &&
      node.children.every((part) => typeof part !== 'string' && part.name === 'w:pPr'),
  );
}

/** Rows have at most 63 cells in Word; a longer definition is cut. */
const maxCells = 1000;

/**
 * Puts the paragraphs of one story (body, note, header, text box …) into its tables. In RTF a paragraph only says how
 * deep it stands, and marks end cells and rows (RTF 1.9.1, "Table definitions").
 */
export class StoryBuilder {
  readonly container: OpenElement;
  /** What was printed before the paragraph that is being read. */
  printedLabel: string | null = null;
  readonly #maker: ElementMaker;
  readonly #tables: OpenTable[] = [];
  readonly #definitions = new Map<number, CellDefinition[]>();
  #cell: CellDefinition = { isMerged: false, revision: null };
  #draft: ParagraphDraft | null = null;

  constructor(maker: ElementMaker, container: OpenElement) {
    this.#maker = maker;
    this.container = container;
  }

  /** The paragraph being read. */
  get draft(): ParagraphDraft {
    this.#draft ??= new ParagraphDraft(this.#maker);
    return this.#draft;
  }

  /** Whether the paragraph being read has anything in it. */
  get isPending(): boolean {
    return this.printedLabel !== null || (this.#draft !== null && !this.#draft.isEmpty);
  }

  /** Ends the paragraph. @param depth of tables around it */
  endParagraph(format: ParagraphFormat, depth: number): void {
    const paragraph = this.draft.finish(format);
    this.#draft = null;
    this.printedLabel = null;
    this.#contentAt(Math.min(depth, maxTables)).push(paragraph);
  }

  /** Ends a cell. The paragraph before it must have ended. */
  endCell(depth: number): void {
    const table = this.#tableAt(Math.min(depth, maxTables));
    table.cells.push(this.#maker.make('w:tc', {}, table.content));
    table.content = [];
  }

  /** Ends a row, and a last cell that has no end of its own. */
  endRow(depth: number): void {
    this.#closeRow(this.#tableAt(Math.min(depth, maxTables)), this.#definitions.get(depth) ?? []);
  }

  /** `\trowd`: a new definition of a row. */
  beginDefinition(depth: number): void {
    this.#definitions.set(Math.min(depth, maxTables), []);
    this.#cell = { isMerged: false, revision: null };
  }

  mergeCell(): void {
    this.#cell.isMerged = true;
  }

  reviseCell(revision: Revision): void {
    this.#cell.revision = revision;
  }

  /** `\cellx`: the definition of a cell is complete. */
  endDefinition(depth: number): void {
    const definition = this.#definitions.get(Math.min(depth, maxTables));
    if (definition && definition.length < maxCells) definition.push(this.#cell);
    this.#cell = { isMerged: false, revision: null };
  }

  /** Ends the tables that are still open, and gives the story back. */
  finish(): OpenElement {
    while (this.#tables.length > 0) this.#closeTable();
    return this.container;
  }

  #contentAt(depth: number): XmlElement[] | OpenElement['children'] {
    return depth === 0 ? this.#outside() : this.#tableAt(depth).content;
  }

  #outside(): OpenElement['children'] {
    while (this.#tables.length > 0) this.#closeTable();
    return this.container.children;
  }

  #tableAt(depth: number): OpenTable {
    while (this.#tables.length > depth) this.#closeTable();
    while (this.#tables.length < depth) {
      this.#tables.push({ table: this.#maker.make('w:tbl'), cells: [], content: [] });
    }
    const table = this.#tables.at(-1);
    if (!table) throw new Error('a table stands at depth 1 at least');
    return table;
  }

  #closeRow(open: OpenTable, definitions: readonly CellDefinition[]): void {
    if (open.content.length > 0) open.cells.push(this.#maker.make('w:tc', {}, open.content));
    // Writers end rows with a cell too many; without a definition and without content it is none.
    const isStray = (cell: OpenElement, index: number) =>
      definitions.length > 0 && index >= definitions.length && isBlank(cell);
    const cells = open.cells.filter(
      (cell, index) => index === 0 || (definitions[index]?.isMerged !== true && !isStray(cell, index)),
    );
    open.cells.forEach((cell, index) => {
      const revision = definitions[index]?.revision;
      if (!revision) return;
      const { author, date } = revision;
      const attributes = { 'w:author': author ?? undefined, 'w:date': date ?? undefined };
      const mark = this.#maker.make(revision.kind === 'insert' ? 'w:cellIns' : 'w:cellDel', attributes);
      cell.children.unshift(this.#maker.make('w:tcPr', {}, [mark]));
    });
    open.content = [];
    open.cells = [];
    if (cells.length > 0) open.table.children.push(this.#maker.make('w:tr', {}, cells));
  }

  #closeTable(): void {
    const open = this.#tables.at(-1);
    if (!open) return;
    this.#closeRow(open, []);
    this.#tables.pop();
    if (open.table.children.length === 0) return;
    const outer = this.#tables.at(-1);
    if (outer) outer.content.push(open.table);
    else this.container.children.push(open.table);
  }
}
