import { type ByteView, damagedDoc } from './byte-view.ts';

/** Character positions with data of a fixed size between them (PLC, [MS-DOC] 2.2.2). */
export interface Plex {
  /** One more than there are entries. */
  readonly positions: readonly number[];
  /** The data of an entry. */
  readonly data: (index: number) => ByteView;
}

/** Reads a plex. @param size bytes of data of one entry */
export function readPlex(view: ByteView, size: number): Plex {
  const count = Math.floor((view.length - 4) / (4 + size));
  const positions: number[] = [];
  for (let index = 0; index <= count; index += 1) positions.push(view.u32(index * 4));
  return { positions, data: (index) => view.part((count + 1) * 4 + index * size, size) };
}

/**
 * The stretches of a part of the text that a plex without data cuts it into, each from, up to but not including.
 * @param story where the part lies; positions count from its beginning
 * @param count how many there are; null for all that are stated
 * @throws AppError `damaged-file` where they overlap, which would read the same text again and again
 */
export function readStretches(
  positions: readonly number[],
  story: readonly [number, number],
  count: number | null,
  what: string,
): readonly (readonly [from: number, to: number])[] {
  const stretches: (readonly [number, number])[] = [];
  const most = Math.min(count ?? Infinity, positions.length - 1);
  let previous = story[0];
  for (let index = 0; index < most; index += 1) {
    const from = story[0] + (positions[index] ?? 0);
    const to = story[0] + (positions[index + 1] ?? 0);
    if (from < previous || to < from || to > story[1]) throw damagedDoc(what);
    stretches.push([from, to]);
    previous = to;
  }
  return stretches;
}
