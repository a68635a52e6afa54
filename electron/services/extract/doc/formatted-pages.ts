import { type ByteView } from './byte-view.ts';

/** A stretch of the stream WordDocument with one list of exceptions from its style. */
export interface FormattedRun {
  /** Offsets in the stream, end exclusive. */
  readonly from: number;
  readonly to: number;
  /** For paragraphs: two bytes of style index, then modifiers; for characters: modifiers. Empty where nothing differs. */
  readonly exceptions: Uint8Array;
}

/** The formatting of characters or of paragraphs, by place in the stream. */
export interface FormattedPages {
  /** The run over an offset; null where no page covers it. */
  readonly runAt: (offset: number) => FormattedRun | null;
}

const pageSize = 512;
const pageNumberMask = 0x3fffff;
/** Pages kept decoded: text is read forwards, so few are in use at a time. */
const maxKept = 256;
const nothing = new Uint8Array();

function readPage(page: ByteView, isParagraph: boolean): readonly FormattedRun[] {
  const count = page.u8(pageSize - 1);
  const entrySize = isParagraph ? 13 : 1;
  const runs: FormattedRun[] = [];
  // What does not fit into a page is damage; the runs before it hold.
  for (let index = 0; index < count && (count + 1) * 4 + (index + 1) * entrySize < pageSize; index += 1) {
    const place = page.u8((count + 1) * 4 + index * entrySize) * 2;
    let start = place + 1;
    let length = page.u8(place);
    if (isParagraph) {
      if (length === 0) {
        length = page.u8(place + 1) * 2;
        start = place + 2;
      } else {
        length = length * 2 - 1;
      }
    }
    const isInside = place !== 0 && start + length <= pageSize;
    runs.push({
      from: page.u32(index * 4),
      to: page.u32(index * 4 + 4),
      exceptions: isInside ? page.slice(start, length) : nothing,
    });
  }
  return runs;
}

/**
 * Opens the formatted disk pages of a document ([MS-DOC] 2.8.5, 2.8.6, 2.9.32, 2.9.174). Pages are decoded when asked
 * for: memory does not grow with what the file claims.
 * @param plex where the pages stand
 */
export function openFormattedPages(main: ByteView, plex: ByteView, kind: 'character' | 'paragraph'): FormattedPages {
  const count = Math.max(0, Math.floor((plex.length - 4) / 8));
  const kept = new Map<number, readonly FormattedRun[]>();
  const pageRuns = (number: number): readonly FormattedRun[] => {
    let runs = kept.get(number);
    if (!runs) {
      const start = number * pageSize;
      const isInside = start + pageSize <= main.length;
      runs = isInside ? readPage(main.part(start, pageSize), kind === 'paragraph') : [];
      if (kept.size >= maxKept) kept.clear();
      kept.set(number, runs);
    }
    return runs;
  };
  const lastStartingBefore = (offset: number, size: number, start: (index: number) => number): number => {
    let low = 0;
    let high = size - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (start(middle) <= offset) low = middle + 1;
      else high = middle - 1;
    }
    return high;
  };
  return {
    runAt(offset) {
      const index = lastStartingBefore(offset, count, (at) => plex.u32(at * 4));
      if (index < 0 || offset >= plex.u32((index + 1) * 4)) return null;
      const runs = pageRuns(plex.u32((count + 1) * 4 + index * 4) & pageNumberMask);
      const run = runs[lastStartingBefore(offset, runs.length, (at) => runs[at]?.from ?? Infinity)];
      return run && offset < run.to ? run : null;
    },
  };
}
