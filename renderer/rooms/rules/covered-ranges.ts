/** Ranges of the text that some quote covers, in order and apart. */
export function coveredRanges(whole: string, quotes: readonly string[]): readonly { start: number; end: number }[] {
  const ranges = quotes
    .map((quote) => ({ start: whole.indexOf(quote), end: whole.indexOf(quote) + quote.length }))
    .filter(({ start }) => start >= 0)
    .sort((a, b) => a.start - b.start);
  const apart: { start: number; end: number }[] = [];
  for (const range of ranges) {
    const last = apart.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else apart.push({ ...range });
  }
  return apart;
}
