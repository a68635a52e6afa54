import type { ReviewedDocument } from '../document.ts';
import type { Closing, DateMention, Part } from './structure.ts';

/** Issuing organ and date under each part that has them. */
export function findClosings(
  document: ReviewedDocument,
  parts: readonly Part[],
  dates: readonly DateMention[],
): readonly Closing[] {
  return parts.flatMap((part, index): readonly Closing[] => {
    if (part.kind === 'annex') return [];
    const lines = document.blocks.slice(part.firstBlock, part.endBlock).filter((block) => block.kind === 'signature');
    if (lines.length === 0) return [];
    const date =
      dates.findLast((candidate) => lines.some((line) => line.start <= candidate.start && candidate.end <= line.end)) ??
      null;
    const organ = lines.filter((line) => !date || date.start < line.start || date.start > line.end);
    const first = organ[0] ?? lines[0];
    const last = lines.at(-1);
    if (!first || !last) return [];
    return [
      {
        organ: organ.map((line) => line.text.replace(/\s/gu, '')).join('、'),
        organSpan: organ.length > 0 ? { start: first.start, end: organ.at(-1)?.end ?? first.end } : null,
        date,
        part: index,
        start: lines[0]?.start ?? first.start,
        end: last.end,
      },
    ];
  });
}
