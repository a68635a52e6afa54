import type { Sheet } from './sheet.ts';
import { lastAtOrBefore } from './sorted-search.ts';

/** The upper edge of a block in the window's coordinates. */
export function blockTop(sheet: Sheet, block: number): number {
  return sheet.blockElement(block)?.getBoundingClientRect().top ?? 0;
}

/** The section at a height of the window; the first or the last where the sheet does not reach so far. */
export function sectionAtY(sheet: Sheet, y: number): number {
  const topOf = (index: number): number => sheet.elements[index]?.getBoundingClientRect().top ?? 0;
  return Math.max(0, lastAtOrBefore(sheet.elements.length, y, topOf));
}

/** The block at a height of the window; the first or the last where the sheet does not reach so far. */
export function blockAtY(sheet: Sheet, y: number): number {
  const section = sheet.sections[sectionAtY(sheet, y)];
  if (!section) return 0;
  const topOf = (index: number): number => blockTop(sheet, section.first + index);
  return section.first + Math.max(0, lastAtOrBefore(section.blocks.length, y, topOf));
}

/** The offset at a height of the window, as near as the block's height tells. */
export function offsetAtY(sheet: Sheet, y: number): number {
  const index = blockAtY(sheet, y);
  const block = sheet.blocks[index];
  const rect = sheet.blockElement(index)?.getBoundingClientRect();
  if (!block || !rect || rect.height === 0) return block?.start ?? 0;
  const part = Math.min(1, Math.max(0, (y - rect.top) / rect.height));
  return block.start + Math.round((block.end - block.start) * part);
}
