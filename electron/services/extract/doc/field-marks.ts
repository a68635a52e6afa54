import { readEquation } from './equation-text.ts';

/** Characters that begin a field, part its instruction from its result, and end it. */
export const fieldMarks = { begin: '\u0013', separate: '\u0014', end: '\u0015' } as const;

/** The field marks of a stretch of text. */
export interface FieldMarks {
  /**
   * Positions of marks that have their counterparts; one without means nothing, or a lone beginning would hide the rest
   * of the document.
   */
  readonly matched: ReadonlySet<number>;
  /** What fields without a stored result print, by the position of their end; null where that is not read. */
  readonly printed: ReadonlyMap<number, string | null>;
}

/** Longest instruction that is looked into. */
const maxInstruction = 500;
/** Fields that print something and store no result. */
const computed = /^\s{0,9}(?:EQ|AUTONUM|AUTONUMLGL|AUTONUMOUT|LISTNUM)\b/iu;

/** Finds the field marks within a stretch of text. */
export function matchFieldMarks(text: string, from: number, to: number): FieldMarks {
  const matched = new Set<number>();
  const printed = new Map<number, string | null>();
  const open: number[][] = [];
  // Only the stretch is searched: of many short ones, none may run on to the end of the text.
  // eslint-disable-next-line no-control-regex -- the marks are control characters
  for (const found of text.slice(from, to).matchAll(/[\u0013-\u0015]/gu)) {
    const at = from + found.index;
    if (found[0] === fieldMarks.begin) open.push([at]);
    else open.at(-1)?.push(at);
    if (found[0] !== fieldMarks.end) continue;
    const field = open.pop();
    if (!field) continue;
    for (const position of field) matched.add(position);
    const [begin = 0, end = 0] = field;
    const instruction = text.slice(begin + 1, Math.min(end, begin + maxInstruction));
    if (field.length === 2 && computed.test(instruction)) printed.set(end, readEquation(instruction));
  }
  return { matched, printed };
}
