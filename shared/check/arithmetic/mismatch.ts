import type { Span } from '../../document/document.ts';

/** A stated number that does not follow from the others. `start`/`end` are where it is stated. */
export interface Mismatch extends Span {
  readonly kind: 'sum' | 'parts' | 'product' | 'share' | 'shares';
  /** As printed, or as people read it. */
  readonly stated: string;
  readonly computed: string;
  /** False where the text leaves open whether the numbers must agree (a part list that may be open, rounding). */
  readonly isSure: boolean;
}

/** A number as people read it: 3,200,000 or 12.5. */
export function formatNumber(value: number): string {
  const [whole = '0', fraction] = String(Math.round(value * 1e4) / 1e4).split('.');
  const grouped = whole.replace(/\B(?=(?:[0-9]{3})+$)/gu, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
