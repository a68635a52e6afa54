import type { FlowItem } from './flow.ts';
import { linePitch, points, table as tableStyle, textArea } from './layout-constants.ts';
import { PageBuilder } from './page-builder.ts';
import type { Page } from './page.ts';
import { leastHeight, rowHeight, tearRow } from './table-layout.ts';

type RowItem = Extract<FlowItem, { kind: 'row' }>;

/** A row is moved whole to the next page when that leaves no more than this blank at the foot: about four lines. */
const BLANK_ACCEPTED = 4 * linePitch;

/** Cuts the column into pages of 22 lines. Headings stay with what follows, the signature with the end of the text. */
export function paginate(items: readonly FlowItem[]): readonly Page[] {
  const builder = new PageBuilder();
  for (const [index, item] of items.entries()) {
    if (item.kind === 'row') {
      if (item.place === 'first') builder.closeTable();
      addRow(builder, item, item.staysWithNext ? signatureHeight(items, index + 1) : 0);
      continue;
    }
    builder.closeTable();
    const startsChain = items[index - 1]?.staysWithNext !== true;
    if (startsChain && !builder.isAtTop && chainHeight(items, index) > builder.room) builder.newPage();
    if (item.kind === 'blank') {
      if (!builder.isAtTop || item.staysAtTop) builder.addBlank();
    } else {
      if (linePitch > builder.room) builder.newPage();
      builder.addLine(item.glyphs, item.size);
    }
  }
  return builder.finish();
}

/** What must stand together from here on; a row at the end counts with its first lines only. */
function chainHeight(items: readonly FlowItem[], from: number): number {
  let height = 0;
  for (const item of items.slice(from)) {
    if (item.kind === 'row') {
      return height + tableStyle.margin + rowHeight(item.table.header) + leastHeight(item.row);
    }
    height += linePitch;
    if (!item.staysWithNext) break;
  }
  return height;
}

/** Height of what must follow the last row of a table, with the step to the next of the 22 lines. */
function signatureHeight(items: readonly FlowItem[], from: number): number {
  return chainHeight(items, from) + tableStyle.margin + linePitch;
}

/**
 * Adds a row: whole where it fits, moved to the next page where that costs little, torn otherwise.
 * @param tail height that must follow the row's end on the same page
 */
function addRow(builder: PageBuilder, item: RowItem, tail: number): void {
  let rest = item.row;
  let isRepeated = item.place !== 'first';
  for (;;) {
    const head = builder.isInTable ? 0 : builder.headHeight(item.table);
    const available = builder.room - head;
    const height = rowHeight(rest);
    if (height + tail <= available) break;
    const isWorthMoving = available <= BLANK_ACCEPTED && head + height + tail <= points(textArea.height);
    // Where the row fits and only the signature does not, the last lines of the row go with it.
    const limit = height <= available ? height - 2 * tableStyle.pitch : available;
    const torn = isWorthMoving && !builder.isFresh ? null : tearRow(rest, limit);
    if (torn) {
      if (!builder.isInTable) builder.openTable(item.table, isRepeated);
      builder.addRow(torn[0], item.table);
      rest = torn[1];
      isRepeated = true;
    } else if (builder.isFresh) {
      break;
    }
    builder.newPage();
  }
  if (!builder.isInTable) builder.openTable(item.table, isRepeated);
  builder.addRow(rest, item.table);
}
