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
