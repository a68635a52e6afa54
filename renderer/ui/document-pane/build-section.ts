import type { Block } from '../../../shared/document/document.ts';
import { documentPaneText } from '../../text/document-pane.ts';
import { blockPieces, type BlockPiece } from './block-pieces.ts';
import type { PaneSection } from './split-sections.ts';
import type { TextRun } from './text-map.ts';
import { visibleText } from '../visible-text.ts';

/** The content of a section, not yet in the page. */
export interface BuiltSection {
  readonly content: DocumentFragment;
  /** One element for each block of the section, in order. */
  readonly elements: readonly HTMLElement[];
  readonly runs: readonly TextRun[];
}

/**
 * Lays out a section's blocks as elements. All of a document's text comes into the page here and only as text nodes; it
 * is made by hand so that these nodes stay the same objects for as long as the document is shown.
 * @param text the document's text
 */
export function buildSection(section: PaneSection, text: string): BuiltSection {
  const content = document.createDocumentFragment();
  const elements: HTMLElement[] = [];
  const runs: TextRun[] = [];
  let rows: Block[] = [];
  const endTable = (): void => {
    if (rows.length > 0) content.append(buildTable(rows, text, elements, runs));
    rows = [];
  };
  for (const block of section.blocks) {
    if (block.kind === 'table-row') {
      rows.push(block);
      continue;
    }
    endTable();
    const element = buildBlock(block, text, runs);
    elements.push(element);
    content.append(element);
  }
  endTable();
  return { content, elements, runs };
}

const kindWords: Partial<Record<Block['kind'], string>> = documentPaneText.kinds;

function buildBlock(block: Block, text: string, runs: TextRun[]): HTMLElement {
  const element = document.createElement(tagOf(block));
  element.className = `sheet-block sheet-${block.kind}`;
  if (block.level !== null) element.dataset['level'] = String(block.level);
  const word = kindWords[block.kind];
  // Shown by the style sheet, so that the element holds nothing but the document's own text.
  if (word !== undefined) element.dataset['word'] = word;
  for (const piece of blockPieces(block, text)) {
    const parent = piece.kind === 'text' ? element : element.appendChild(document.createElement('span'));
    if (parent !== element) parent.className = `sheet-${piece.kind}`;
    parent.append(textOf(piece, text, runs));
  }
  return element;
}

function tagOf(block: Block): 'h1' | 'h2' | 'h3' | 'p' {
  if (block.kind === 'title') return 'h1';
  if (block.kind !== 'heading') return 'p';
  return block.level === 2 ? 'h3' : 'h2';
}

function buildTable(rows: readonly Block[], text: string, elements: HTMLElement[], runs: TextRun[]): HTMLElement {
  const table = document.createElement('table');
  table.className = 'sheet-table';
  const body = table.appendChild(document.createElement('tbody'));
  const pieces = rows.map((row) => blockPieces(row, text));
  const columns = Math.max(...pieces.map((cells) => cells.length));
  for (const cells of pieces) {
    const row = body.appendChild(document.createElement('tr'));
    elements.push(row);
    cells.forEach((cell, index) => {
      const element = row.appendChild(document.createElement('td'));
      if (index === cells.length - 1) element.colSpan = columns - index;
      if (cell.start < cell.end) element.append(textOf(cell, text, runs));
    });
  }
  return table;
}

function textOf(piece: BlockPiece, text: string, runs: TextRun[]): Text {
  const node = document.createTextNode(visibleText(text.slice(piece.start, piece.end)));
  runs.push({ node, start: piece.start, end: piece.end });
  return node;
}
