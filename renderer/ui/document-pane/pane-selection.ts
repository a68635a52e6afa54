import type { Span } from '../../../shared/document/document.ts';
import type { Sheet } from './sheet.ts';
import { trimSelection } from './trim-selection.ts';

/** The part of the document that is selected in the page; null where nothing of it is, or the selection began elsewhere. */
export function readSelection(sheet: Sheet): Span | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  if (!sheet.root.contains(selection.anchorNode)) return null;
  const range = selection.getRangeAt(0);
  // A place beside sections that are still empty can only be told once they are not.
  if (!(range.startContainer instanceof Text && range.endContainer instanceof Text)) sheet.fillAll();
  const start = sheet.map.toOffset(sheet.root, range.startContainer, range.startOffset, 'start');
  const end = sheet.map.toOffset(sheet.root, range.endContainer, range.endOffset, 'end');
  return start === null || end === null || start >= end ? null : trimSelection(sheet.text, { start, end });
}

/** Where the caret of an empty selection stands in the document; null where there is none. */
export function readCaret(sheet: Sheet): number | null {
  const selection = document.getSelection();
  if (!selection?.isCollapsed || !selection.anchorNode || !sheet.root.contains(selection.anchorNode)) return null;
  return sheet.map.offsetInRun(selection.anchorNode, selection.anchorOffset);
}

/** Selects a span in the page, or puts the caret there if it is empty. */
export function select(sheet: Sheet, span: Span): void {
  const start = sheet.point(span.start, 'start');
  const end = span.end > span.start ? sheet.point(span.end, 'end') : start;
  if (start && end) document.getSelection()?.setBaseAndExtent(start.node, start.at, end.node, end.at);
}

/** How far each key takes the end of a selection; with Ctrl the arrows go by words and paragraphs. */
const extents: Readonly<Record<string, readonly [direction: string, by: string, byWithControl: string]>> = {
  ArrowLeft: ['left', 'character', 'word'],
  ArrowRight: ['right', 'character', 'word'],
  ArrowUp: ['backward', 'line', 'paragraph'],
  ArrowDown: ['forward', 'line', 'paragraph'],
  Home: ['backward', 'lineboundary', 'lineboundary'],
  End: ['forward', 'lineboundary', 'lineboundary'],
};

/**
 * Moves the end of the selection as the key says. The browser does this from a caret only in text that can be written in.
 * @param fallback where to begin when nothing of the document has been touched yet
 * @returns false for keys that do not do this
 */
export function extendSelection(sheet: Sheet, key: string, isControl: boolean, fallback: number): boolean {
  const extent = extents[key];
  const selection = document.getSelection();
  if (!extent || !selection) return false;
  if (!sheet.root.contains(selection.focusNode)) select(sheet, { start: fallback, end: fallback });
  selection.modify('extend', extent[0], isControl ? extent[2] : extent[1]);
  return true;
}
