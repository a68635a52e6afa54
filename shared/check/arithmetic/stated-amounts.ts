import type { ReviewedDocument, Span } from '../../document/document.ts';
import type { AmountMention } from '../../document/structure/structure.ts';

/** An amount as a text states it once, be it in figures, capitals or both beside each other. */
export interface StatedAmount extends Span {
  readonly text: string;
  /** Values in fen: the figures first, then the capitals where they differ. */
  readonly values: readonly number[];
}

const beside = /^(?:人民币|RMB|大写|小写|金额|即|为|整|[\s（()）：:，,￥¥]){0,12}$/u;

/** The amounts within a span, each counted once: 人民币叁万元整（¥30,000.00） is one. */
export function statedAmounts(
  document: ReviewedDocument,
  amounts: readonly AmountMention[],
  span: Span,
): readonly StatedAmount[] {
  const found: StatedAmount[] = [];
  let last: AmountMention | null = null;
  for (const amount of amounts) {
    if (amount.start < span.start || amount.end > span.end) continue;
    const before = found.at(-1);
    const isTwin =
      last !== null &&
      before !== undefined &&
      last.form !== amount.form &&
      beside.test(document.text.slice(last.end, amount.start));
    if (isTwin) {
      const values = amount.form === 'figures' ? [amount.fen, ...before.values] : [...before.values, amount.fen];
      const shown = amount.form === 'figures' ? amount : before;
      found[found.length - 1] = { text: shown.text, start: shown.start, end: shown.end, values };
      last = null;
    } else {
      found.push({ text: amount.text, start: amount.start, end: amount.end, values: [amount.fen] });
      last = amount;
    }
  }
  return found;
}

/** Sum of the amounts by their figures, and by their capitals where these differ. */
export function sumsOf(amounts: readonly StatedAmount[]): readonly [number, number] {
  const add = (pick: (values: readonly number[]) => number | undefined): number =>
    amounts.reduce((sum, { values }) => sum + (pick(values) ?? 0), 0);
  return [add((values) => values[0]), add((values) => values.at(-1))];
}

/** Whether a stated amount is one of some sums. */
export function agrees(stated: StatedAmount, sums: readonly number[]): boolean {
  return stated.values.some((value) => sums.includes(value));
}
