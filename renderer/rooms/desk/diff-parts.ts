import { diffChars } from 'diff';

/** A stretch of the difference between two texts. */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Below this share of common characters a difference letter by letter is a riddle, and the whole is shown as replaced. */
const leastCommon = 0.35;

/** A suggestion that is an order to replace: 改为“…”。 with the new words in quotation marks. */
const replaceOrder = /^(?:建议)?(?:修)?改为[：:]?[“"]([^“”"]+)[”"][。；]?$/su;

/** The words that a suggestion puts in place of others: those it names in quotation marks, or all of it. */
function replacementOf(suggestion: string): string {
  return replaceOrder.exec(suggestion.trim())?.[1] ?? suggestion;
}

/** How a suggestion differs from the words it would replace; empty where there is no suggestion. */
export function diffParts(quote: string, suggestion: string): readonly DiffPart[] {
  if (suggestion === '') return [];
  const replacement = replacementOf(suggestion);
  const parts = diffChars(quote, replacement).map((change): DiffPart => ({
    kind: change.added ? 'added' : change.removed ? 'removed' : 'same',
    text: change.value,
  }));
  const common = parts.reduce((sum, part) => sum + (part.kind === 'same' ? part.text.length : 0), 0);
  if (common >= leastCommon * Math.min(quote.length, replacement.length)) return parts;
  return [
    { kind: 'removed', text: quote },
    { kind: 'added', text: replacement },
  ];
}
