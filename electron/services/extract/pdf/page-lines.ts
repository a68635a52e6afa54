import { mapLookAlikes } from './look-alikes.ts';
import type { PdfTextItem } from './open-pdf.ts';

/** One printed line. Lengths are points; `y` is the baseline, downwards from the top of the page as it is read. */
export interface PageLine {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** Font size of most of its characters. */
  readonly size: number;
  /** True where a wide gap parts columns; the gap is U+0009 in the text. */
  readonly hasColumns: boolean;
}

/** The lines of a page, from top to bottom, and what was left out or changed on the way. */
export interface PageText {
  readonly lines: readonly PageLine[];
  readonly width: number;
  readonly height: number;
  /** Look-alike radicals mapped back. */
  readonly mapped: number;
  /** Runs at an angle to the rest (a watermark, a stamp) or set vertically, left out of the lines. */
  readonly slanted: readonly string[];
  /** Characters without a meaning in Unicode: the font does not say what its glyphs are. */
  readonly meaningless: number;
  readonly characters: number;
}

interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** What a page's items are read with. */
export interface PageGeometry {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** From user space to the page as it is read, y downwards. */
  readonly transform: readonly number[];
  readonly isVertical: (fontName: string) => boolean;
}

const quarter = Math.PI / 2;
/** Two degrees: a scan's skew, far below a watermark's. */
const straight = Math.PI / 90;
const meaningless = /[\ue000-\uf8ff\ufffd]/gu;
const latin = /[\p{Script=Latin}\p{Nd}]/u;

function multiply(a: readonly number[], b: readonly number[]): readonly number[] {
  const [a0 = 1, a1 = 0, a2 = 0, a3 = 1, a4 = 0, a5 = 0] = a;
  const [b0 = 1, b1 = 0, b2 = 0, b3 = 1, b4 = 0, b5 = 0] = b;
  return [
    a0 * b0 + a2 * b1,
    a1 * b0 + a3 * b1,
    a0 * b2 + a2 * b3,
    a1 * b2 + a3 * b3,
    a0 * b4 + a2 * b5 + a4,
    a1 * b4 + a3 * b5 + a5,
  ];
}

/** Which quarter turn most characters of a page stand at: a landscape table may be typed sideways. */
function mainTurn(angles: readonly { readonly angle: number; readonly weight: number }[]): number {
  const weights = [0, 0, 0, 0];
  for (const { angle, weight } of angles) {
    const turn = (Math.round(angle / quarter) + 4) % 4;
    if (isStraight(angle - Math.round(angle / quarter) * quarter)) weights[turn] = (weights[turn] ?? 0) + weight;
  }
  return weights.indexOf(Math.max(...weights)) * quarter;
}

function isStraight(angle: number): boolean {
  return Math.abs(Math.atan2(Math.sin(angle), Math.cos(angle))) < straight;
}

/** Groups runs into lines by how far they overlap vertically: figures in another face stand a little off the baseline. */
function groupRuns(runs: readonly Run[]): readonly (readonly Run[])[] {
  const top = (run: Run) => run.y - 0.88 * run.size;
  const bottom = (run: Run) => run.y + 0.12 * run.size;
  const groups: { readonly runs: Run[]; tallest: Run }[] = [];
  let open: typeof groups = [];
  for (const run of runs.toSorted((a, b) => top(a) - top(b))) {
    open = open.filter((group) => bottom(group.tallest) > top(run));
    const overlap = (other: Run) =>
      (Math.min(bottom(run), bottom(other)) - Math.max(top(run), top(other))) / Math.min(run.size, other.size);
    const match = open.find((group) => overlap(group.tallest) >= 0.5);
    if (match) {
      match.runs.push(run);
      if (run.size > match.tallest.size) match.tallest = run;
    } else {
      const group = { runs: [run], tallest: run };
      groups.push(group);
      open.push(group);
    }
  }
  return groups
    .toSorted((a, b) => a.tallest.y - b.tallest.y)
    .map((group) => group.runs.toSorted((a, b) => a.left - b.left));
}

/** What the gap between two runs stands for. PDF keeps places, not spaces. */
function gapText(before: Run, after: Run): string {
  const gap = (after.left - before.right) / Math.max(before.size, after.size);
  if (gap >= 3) return '\t';
  if (gap >= 0.8) return '\u3000';
  const between = latin.test(before.text.slice(-1)) && latin.test(after.text.slice(0, 1));
  return between && gap > 0.15 ? ' ' : '';
}

function joinRuns(runs: readonly Run[], page: number): PageLine | null {
  const [first] = runs;
  if (!first) return null;
  let text = first.text;
  let previous = first;
  for (const run of runs.slice(1)) {
    // A face without a bold cut is made bold by printing twice, a hair's breadth apart.
    if (run.text === previous.text && Math.abs(run.left - previous.left) < 0.2 * run.size) continue;
    text += gapText(previous, run) + run.text;
    previous = run;
  }
  const weights = new Map<number, number>();
  for (const run of runs) weights.set(run.size, (weights.get(run.size) ?? 0) + run.text.length);
  const [size = first.size] = [...weights].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  const main = runs.find((run) => run.size === size) ?? first;
  const right = runs.reduce((most, run) => Math.max(most, run.right), first.right);
  return { text: text.trim(), page, left: first.left, right, y: main.y, size, hasColumns: text.trim().includes('\t') };
}

/** Puts the text items of one page together into lines. */
export function pageLines(items: readonly PdfTextItem[], geometry: PageGeometry): PageText {
  const placed = items
    .filter((item) => item.str.trim() !== '')
    .map((item) => {
      const matrix = multiply(geometry.transform, item.transform);
      const angle = Math.atan2(matrix[1] ?? 0, matrix[0] ?? 1);
      return { item, matrix, angle, weight: item.str.length };
    });
  const turn = mainTurn(placed);
  const [cos, sin] = [Math.round(Math.cos(turn)), Math.round(Math.sin(turn))];
  const runs: Run[] = [];
  const slanted: string[] = [];
  let [mapped, unknown, characters] = [0, 0, 0];
  for (const { item, matrix, angle } of placed) {
    const clean = mapLookAlikes(item.str);
    characters += clean.text.length;
    unknown += clean.text.match(meaningless)?.length ?? 0;
    if (!isStraight(angle - turn) || geometry.isVertical(item.fontName)) {
      slanted.push(clean.text.trim());
      continue;
    }
    mapped += clean.mapped;
    const [, , c = 0, d = 0, x = 0, y = 0] = matrix;
    const left = x * cos + y * sin;
    // pdf.js reports a leading or trailing blank as part of the run; its place is kept, its width is not text.
    const size = Math.round(Math.hypot(c, d) * 10) / 10;
    runs.push({ text: clean.text.trim(), left, right: left + item.width, y: y * cos - x * sin, size });
  }
  const isUpright = cos !== 0;
  const lowest = runs.reduce((least, run) => Math.min(least, run.y), 0);
  const lines = groupRuns(runs)
    .map((group) => joinRuns(group, geometry.page))
    .filter((line): line is PageLine => line !== null && line.text !== '')
    .map((line) => (cos === 1 ? line : { ...line, y: line.y - lowest }));
  return {
    lines,
    width: isUpright ? geometry.width : geometry.height,
    height: isUpright ? geometry.height : geometry.width,
    mapped,
    slanted,
    meaningless: unknown,
    characters,
  };
}
