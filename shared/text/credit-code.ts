/** A unified social credit code printed in a text. */
export interface FoundCreditCode {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is wrong with a code: its length, a character that codes never have, or the check character. */
export type CreditCodeFault = 'length' | 'character' | 'check';

/** GB 32100—2015, 31 characters: digits and capital letters without I, O, S, V, Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A unified social credit code after its name; group 1 is the code as printed, of whatever length. */
export const creditCodeLabel =
  /社会信用代码(?:证号?)?\s{0,4}[:：]?\s{0,4}([0-9A-Za-z０-９Ａ-Ｚａ-ｚ][0-9A-Za-z０-９Ａ-Ｚａ-ｚ\- ]{6,28}[0-9A-Za-z０-９Ａ-Ｚａ-ｚ])/u;

/** Capitals and half-width, without spaces and hyphens: the form in which codes are compared. */
export function plainCreditCode(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/gu, '').toUpperCase();
}

/** The check character that belongs to the first 17 characters of a code; null where they are no such characters. */
export function creditCodeCheck(first17: string): string | null {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    const value = alphabet.indexOf(character);
    if (value < 0) return null;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return first17.length === 17 ? alphabet.charAt((31 - (sum % 31)) % 31) : null;
}

/** The fault of a unified social credit code (GB 32100—2015); null where it has none. */
export function creditCodeFault(text: string): CreditCodeFault | null {
  const code = plainCreditCode(text);
  if (code.length !== 18) return 'length';
  const expected = creditCodeCheck(code.slice(0, 17));
  if (expected === null || !alphabet.includes(code.charAt(17))) return 'character';
  return code.charAt(17) === expected ? null : 'check';
}

/** Every unified social credit code that a text names as such, in order. */
export function findCreditCodes(text: string): readonly FoundCreditCode[] {
  return [...text.matchAll(new RegExp(creditCodeLabel, 'gu'))].map((match) => {
    const code = match[1] ?? '';
    const end = match.index + match[0].length;
    return { text: code, start: end - code.length, end };
  });
}
