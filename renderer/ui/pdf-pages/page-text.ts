/** A run of text on a page. */
export interface TextItem {
  readonly text: string;
  readonly endsLine: boolean;
  /** Share of the page's height above its baseline. */
  readonly baseline: number;
}

/** The words of one page, in reading order, and how far down each run stands. */
export interface PageText {
  /** Lines are joined by line feeds. */
  readonly text: string;
  /** Without any white space, to be searched. */
  readonly bare: string;
  /** Runs by where they begin in `bare`, ascending. */
  readonly runs: readonly { readonly start: number; readonly baseline: number }[];
}

/** A place in the pages. */
export interface PdfPlace {
  readonly page: number;
  /** Share of the page's height above it. */
  readonly top: number;
}

/** Words as they are searched: lines break anywhere, and justified Chinese is set with gaps. */
function bareOf(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** Puts the runs of a page together. */
export function joinItems(items: readonly TextItem[]): PageText {
  let text = '';
  let bare = '';
  const runs: { start: number; baseline: number }[] = [];
  for (const item of items) {
    runs.push({ start: bare.length, baseline: item.baseline });
    bare += bareOf(item.text);
    text += item.text + (item.endsLine ? '\n' : '');
  }
  return { text: text.trim(), bare, runs };
}

/**
 * Where headings stand in the pages. They are looked for one after the other, each behind the one before, so that a
 * heading is not found where an earlier sentence quotes it.
 * @returns null for one that is not found, e.g. because a page break parts it
 */
export function findHeadings(pages: readonly PageText[], headings: readonly string[]): readonly (PdfPlace | null)[] {
  let page = 0;
  let from = 0;
  return headings.map((heading) => {
    const wanted = bareOf(heading);
    if (wanted === '') return null;
    for (let index = page; index < pages.length; index += 1) {
      const candidate = pages[index];
      const at = candidate?.bare.indexOf(wanted, index === page ? from : 0) ?? -1;
      if (candidate === undefined || at < 0) continue;
      page = index;
      from = at + wanted.length;
      const run = candidate.runs.findLast(({ start }) => start <= at);
      return { page: index + 1, top: run?.baseline ?? 0 };
    }
    return null;
  });
}
