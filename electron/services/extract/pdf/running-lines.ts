import type { PageLine, PageText } from './page-lines.ts';

/** The body and what was taken out of the margins. */
export interface BodyPages {
  readonly pages: readonly (readonly PageLine[])[];
  /** Running heads and feet, each once; page numbers are not among them. */
  readonly running: readonly string[];
}

/** Share of the page's height at its top and bottom in which heads, feet and page numbers stand (GB/T 9704: 37 mm). */
const marginShare = 0.13;
/** Points by which a running line may stand off its usual height. */
const tolerance = 4;
/** What opens a part of the text and may well stand at the same height on two pages. */
const opening = /^(?:附件|附录|附表|第[一二三四五六七八九十百零〇\d]{1,8}[编章节条])/u;
const pageNumber = /^([-—–－·.]{0,3})(第?)(\d{1,4})(页?)(?:[/／，,]?共?\d{1,4}页?)?[-—–－·.]{0,3}$/u;

function compact(text: string): string {
  return text.replace(/\s/gu, '');
}

/** Whether a line is a page number: dressed as one (— 3 —, 第3页), or bare and equal to the page it stands on. */
function isPageNumber(line: PageLine): boolean {
  const match = pageNumber.exec(compact(line.text));
  if (!match) return false;
  const [, dash = '', before = '', number = '', after = ''] = match;
  return dash !== '' || before !== '' || after !== '' || Number(number) === line.page;
}

/** The text of a line with every run of figures masked: it is the same on every page that the line runs through. */
function runningKey(line: PageLine): string {
  return compact(line.text).replace(/\d+/gu, '#');
}

/** Whether lines of one key are one running line: each figure stays as it is or counts the pages. */
function isOneLine(lines: readonly PageLine[]): boolean {
  const figures = lines.map((line) => (compact(line.text).match(/\d+/gu) ?? []).map(Number));
  const isConstant = (values: readonly number[]) => values.every((value) => value === values[0]);
  return (figures[0] ?? []).every((_, field) => {
    const values = figures.map((line) => line[field] ?? -1);
    return isConstant(values) || isConstant(values.map((value, index) => value - (lines[index]?.page ?? 0)));
  });
}

function marginLines(page: PageText): readonly PageLine[] {
  const outer = [...page.lines.slice(0, 2), ...page.lines.slice(-2)];
  return [...new Set(outer)].filter((line) => {
    const share = line.y / page.height;
    return share < marginShare || share > 1 - marginShare;
  });
}

/**
 * Takes page numbers out, and lines that stand at the same height with the same words on at least two pages and two
 * fifths of all (heads may differ on left and right pages).
 */
export function dropRunningLines(pages: readonly PageText[]): BodyPages {
  const margins = pages.map(marginLines);
  const seen = new Map<string, PageLine[]>();
  for (const line of margins.flat()) {
    if (opening.test(compact(line.text))) continue;
    const key = runningKey(line);
    seen.set(key, [...(seen.get(key) ?? []), line]);
  }
  const needed = Math.max(2, Math.ceil(pages.length * 0.4));
  const repeated = new Set<PageLine>();
  for (const lines of seen.values()) {
    const atSameHeight = lines.filter(
      (line) => lines.filter((other) => Math.abs(other.y - line.y) <= tolerance).length >= needed,
    );
    if (isOneLine(atSameHeight)) for (const line of atSameHeight) repeated.add(line);
  }
  const running = new Map<string, string>();
  const body = pages.map((page, index) =>
    page.lines.filter((line) => {
      if (!(margins[index] ?? []).includes(line)) return true;
      if (isPageNumber(line)) return false;
      if (!repeated.has(line)) return true;
      const key = runningKey(line);
      if (!running.has(key)) running.set(key, line.text);
      return false;
    }),
  );
  return { pages: body, running: [...running.values()] };
}
