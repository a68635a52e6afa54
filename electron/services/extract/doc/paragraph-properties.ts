import type { RevisionMark } from './character-properties.ts';
import { listModifiers, operandNumber } from './modifiers.ts';

/** What is read of the properties of a paragraph ([MS-DOC] 2.6.2), in one view; null where it is not stated. */
export interface ParagraphState {
  /** Index of the paragraph style. */
  readonly style: number;
  /** Index of the list instance, from 1; 0 cancels numbering. */
  readonly list: number | null;
  /** 0–8. */
  readonly level: number | null;
  /** 0–9, where 9 is body text. */
  readonly outline: number | null;
  /** As stated: 0 left, 1 centre, 2 right, 3 and above justified. */
  readonly alignment: number | null;
}

/** The properties of a paragraph. */
export interface ParagraphProperties extends ParagraphState {
  /** Before a tracked change of the properties; null where none is tracked. */
  readonly before: ParagraphState | null;
  readonly change: RevisionMark | null;
  /** Tables in which it stands. */
  readonly depth: number;
  /** Whether the mark ends a row of the innermost table. */
  readonly endsRow: boolean;
  /** Whether it is numbered in the way of Word 6, which is not read. */
  readonly hasOldNumber: boolean;
  /** Whether the mark, though no cell mark, ends a cell of a table in a table. */
  readonly endsInnerCell: boolean;
}

type Mutable<T> = { -readonly [key in keyof T]: T[key] };

/** Deeper tables count as being at this depth; real drafts stop at three. */
const maxDepth = 16;

/** Where long lists of modifiers are kept: the data stream. */
export type LongLists = (offset: number) => Uint8Array | null;

/** In place of a list instance: numbered in the way of Word 6. Above are numbers that were taken away. */
const oldNumber = 0x7ff;

interface Found extends Mutable<ParagraphProperties> {
  isInTable: boolean;
  statedDepth: number | null;
}

function apply(found: Found, code: number, operand: Uint8Array): void {
  const value = operandNumber(operand);
  switch (code) {
    case 0x4600: // sprmPIstd
      found.style = value;
      break;
    case 0x2403: // sprmPJc80
    case 0x2461: // sprmPJc
      found.alignment = value;
      break;
    case 0x260a: // sprmPIlvl
      found.level = value;
      break;
    case 0x460b: // sprmPIlfo
      found.list = value < oldNumber ? value : 0;
      found.hasOldNumber = value === oldNumber;
      break;
    case 0x2640: // sprmPOutLvl
      found.outline = value;
      break;
    case 0x2416: // sprmPFInTable
      found.isInTable = value !== 0;
      break;
    case 0x6649: // sprmPItap
      found.statedDepth = value;
      break;
    case 0x2417: // sprmPFTtp
    case 0x244c: // sprmPFInnerTtp
      found.endsRow = value !== 0;
      break;
    case 0x244b: // sprmPFInnerTableCell
      found.endsInnerCell = value !== 0;
      break;
    case 0x2664: // sprmPWall: what went before are the properties before the tracked change
      if (value !== 0) {
        const { style, list, level, outline, alignment } = found;
        found.before = { style, list, level, outline, alignment };
      }
      break;
    case 0xc63f: // sprmPPropRMark90
    case 0xc66f: // sprmPPropRMark
      if (operand.length >= 8 && operand[1] !== 0) {
        found.change = { author: operandNumber(operand.subarray(2, 4)), time: operandNumber(operand.subarray(4, 8)) };
      }
      break;
    default:
      break;
  }
}

/**
 * Reads the properties of a paragraph.
 * @param style index of its style
 * @param lists of modifiers, one over the other: the paragraph's own, then the piece's
 */
export function readParagraphProperties(
  style: number,
  lists: readonly Uint8Array[],
  longList: LongLists,
): ParagraphProperties {
  const found: Found = {
    style,
    list: null,
    level: null,
    outline: null,
    alignment: null,
    before: null,
    change: null,
    depth: 0,
    endsRow: false,
    hasOldNumber: false,
    endsInnerCell: false,
    isInTable: false,
    statedDepth: null,
  };
  for (const list of lists) {
    for (const { code, operand } of listModifiers(list)) {
      if (code === 0x6645 || code === 0x6646) {
        // sprmPHugePapx: the real list stands elsewhere; it holds no such reference itself.
        const long = longList(operandNumber(operand));
        if (long) for (const inner of listModifiers(long)) apply(found, inner.code, inner.operand);
      } else {
        apply(found, code, operand);
      }
    }
  }
  const { isInTable, statedDepth, ...properties } = found;
  const depth = statedDepth !== null && statedDepth > 0 ? statedDepth : isInTable ? 1 : 0;
  return { ...properties, depth: Math.min(depth, maxDepth) };
}
