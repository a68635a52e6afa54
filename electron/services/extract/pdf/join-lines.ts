import { plainParagraph, type SourceParagraph } from '../../../../shared/document/source.ts';
import type { PageLine } from './page-lines.ts';

/** The block of text that lines stand in, in points. */
interface Measure {
  readonly left: number;
  readonly right: number;
}

const startsWithLabel =
  /^(?:第[一二三四五六七八九十百千零〇两\d]{1,8}[编章节条]|[一二三四五六七八九十]{1,4}、|[（(][一二三四五六七八九十\d]{1,4}[）)]|\d{1,3}[.．、](?!\d)|[①-⑳]|附件|附录)/u;
const endsSentence = /[。；：！？.;:!?”"）)]$/u;
const fewLines = 8;

function mostFrequent(values: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? null;
}

/** The outermost edge that several lines share: one line alone may hang out of the block. */
function sharedEdge(edges: readonly number[], tolerance: number, outwards: 1 | -1): number | null {
  const needed = Math.max(2, Math.ceil(edges.length * 0.05));
  const sorted = edges.toSorted((a, b) => outwards * (b - a));
  const index = sorted.findIndex((_, at) => {
    const last = sorted[at + needed - 1];
    return last !== undefined && Math.abs(last - (sorted[at] ?? 0)) <= tolerance;
  });
  return sorted[index] ?? null;
}

function measureOf(lines: readonly PageLine[], size: number, pageWidth: number): Measure {
  const left =
    sharedEdge(
      lines.map((line) => line.left),
      2,
      -1,
    ) ?? lines.reduce((least, line) => Math.min(least, line.left), pageWidth);
  const outermost = lines.reduce((most, line) => Math.max(most, line.right), 0);
  const shared = sharedEdge(
    lines.map((line) => line.right),
    0.7 * size,
    1,
  );
  // Where no two lines are full, nothing shows where lines end: margins are about equal.
  const right =
    shared !== null && shared > outermost - 3 * size ? shared : Math.max(outermost, pageWidth - left - size);
  return { left, right };
}

/** A paragraph under construction. */
interface Draft {
  readonly lines: PageLine[];
  alignment: SourceParagraph['alignment'];
}

/** What is known of the whole document before its lines are joined. */
interface Setting {
  readonly size: number;
  readonly leading: number;
}

function settingOf(pages: readonly (readonly PageLine[])[]): Setting {
  const sizes = pages
    .flat()
    .flatMap((line) => Array.from({ length: Math.ceil(line.text.length / 10) }, () => line.size));
  const size = mostFrequent(sizes) ?? 12;
  const distances = pages.flatMap((lines) =>
    lines.slice(1).map((line, index) => Math.round((line.y - (lines[index]?.y ?? line.y)) * 2) / 2),
  );
  const leading = mostFrequent(distances.filter((distance) => distance > 0.9 * size && distance < 3.5 * size));
  return { size, leading: leading ?? 1.75 * size };
}

function alignmentOf(line: PageLine, measure: Measure): SourceParagraph['alignment'] {
  const before = line.left - measure.left;
  const after = measure.right - line.right;
  if (line.hasColumns) return null;
  if (before > 2.5 * line.size && Math.abs(before - after) <= 1.2 * line.size) return 'center';
  return before > 0.4 * (measure.right - measure.left) && before > after ? 'right' : null;
}

/** Whether a line goes on what the line before it began. */
function continues(
  draft: Draft,
  line: PageLine,
  alignment: Draft['alignment'],
  measure: Measure,
  set: Setting,
): boolean {
  const previous = draft.lines.at(-1);
  if (!previous || line.hasColumns || previous.hasColumns) return false;
  if (Math.abs(line.size - previous.size) > 0.12 * previous.size) return false;
  const isLarge = line.size > 1.15 * set.size;
  const leading = Math.max(set.leading, isLarge ? 1.5 * line.size : 0);
  if (previous.page === line.page && line.y - previous.y > 1.6 * leading) return false;
  const missing = (measure.right - previous.right) / previous.size;
  if (alignment === 'center') {
    // A title of several lines; its first may be as long as the block is wide.
    const isTitle = draft.alignment === 'center' || (draft.alignment === null && missing < 2);
    return isLarge && isTitle && previous.page === line.page && !startsWithLabel.test(line.text);
  }
  if (alignment !== draft.alignment || alignment !== null) return false;
  if (endsSentence.test(previous.text) && startsWithLabel.test(line.text)) return false;
  if (missing > (endsSentence.test(previous.text) ? 1.5 : 4)) return false;
  const indent = (line.left - measure.left) / line.size;
  if (indent <= 0.8) return true;
  // Under a hanging label the lines after the first stand further in, all at one place.
  const first = draft.lines[0] ?? previous;
  const isHanging = startsWithLabel.test(first.text) && line.left > first.left + 0.8 * line.size;
  return isHanging && (draft.lines.length === 1 || Math.abs(line.left - previous.left) < 0.3 * line.size);
}

function joinText(lines: readonly PageLine[]): string {
  return lines.reduce((text, line) => {
    const needsSpace = /[A-Za-z]$/u.test(text) && /^[A-Za-z0-9]/u.test(line.text);
    return text + (needsSpace ? ' ' : '') + line.text;
  }, '');
}

/**
 * Joins printed lines into paragraphs, across pages too. A new one starts where the line before is short, where a line
 * is indented, after a wide gap, at a change of size, and where a label follows the end of a sentence.
 * @param pages lines page by page, from top to bottom
 * @param widths of the same pages, in points
 */
export function joinLines(
  pages: readonly (readonly PageLine[])[],
  widths: readonly number[],
): readonly SourceParagraph[] {
  const set = settingOf(pages);
  const isBody = (line: PageLine) => Math.abs(line.size - set.size) <= 0.1 * set.size;
  const measures = new Map<number, Measure>();
  const drafts: Draft[] = [];
  pages.forEach((lines, index) => {
    const width = widths[index] ?? 0;
    const own = lines.filter(isBody);
    let measure = measures.get(width);
    if (own.length >= fewLines) measure = measureOf(own, set.size, width);
    if (!measure) {
      const alike = pages.flatMap((other, at) => (widths[at] === width ? other.filter(isBody) : []));
      measure = measureOf(alike.length > 0 ? alike : lines, set.size, width);
      measures.set(width, measure);
    }
    for (const line of lines) {
      const alignment = alignmentOf(line, measure);
      const last = drafts.at(-1);
      if (last && continues(last, line, alignment, measure, set)) {
        last.lines.push(line);
        last.alignment = alignment ?? last.alignment;
      } else {
        drafts.push({ lines: [line], alignment });
      }
    }
  });
  return drafts.map(({ lines, alignment }) => ({
    ...plainParagraph,
    text: joinText(lines),
    alignment,
    page: lines[0]?.page ?? null,
  }));
}
