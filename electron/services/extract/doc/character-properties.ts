import { listModifiers, operandNumber } from './modifiers.ts';

/** A toggle as a file states it: off, on, as the style says, the other way than the style says. */
export type Toggle = 0 | 1 | 0x80 | 0x81;

/** Who changed something and when, as the file states it. */
export interface RevisionMark {
  /** Index into the table of authors. */
  readonly author: number;
  /** Packed date and time (DTTM); 0 where there is none. */
  readonly time: number;
}

/** What is read of the properties of characters ([MS-DOC] 2.6.1). */
export interface CharacterProperties {
  isInserted: boolean;
  isDeleted: boolean;
  isMoved: boolean;
  inserted: RevisionMark;
  deleted: RevisionMark;
  /** Hidden text; null where it is not stated. */
  hidden: Toggle | null;
  /** Index of the character style; null where there is none. */
  style: number | null;
  /** Whether control characters stand for pictures, notes and the like. */
  isSpecial: boolean;
  /** Whether the character carries data of a form field. */
  isData: boolean;
  /** Font index of the text; null where it is not stated. */
  font: number | null;
  /** Font index and code of a symbol. */
  symbol: readonly [font: number, code: number] | null;
}

const noMark: RevisionMark = { author: 0, time: 0 };

/** A toggle's operand; anything that is none counts as on, as any other number does in Word. */
function readToggle(value: number): Toggle {
  return value === 0 || value === 0x80 || value === 0x81 ? value : 1;
}

/** Whether a toggle is on over what the style says. */
export function applyToggle(toggle: Toggle | null, style: boolean): boolean {
  if (toggle === null || toggle === 0x80) return style;
  return toggle === 0x81 ? !style : toggle === 1;
}

/** Reads lists of modifiers one over the other: the run's own, then the piece's. */
export function readCharacterProperties(lists: readonly Uint8Array[]): CharacterProperties {
  const found: CharacterProperties = {
    isInserted: false,
    isDeleted: false,
    isMoved: false,
    inserted: noMark,
    deleted: noMark,
    hidden: null,
    style: null,
    isSpecial: false,
    isData: false,
    font: null,
    symbol: null,
  };
  for (const list of lists) for (const { code, operand } of listModifiers(list)) apply(found, code, operand);
  return found;
}

function apply(found: CharacterProperties, code: number, operand: Uint8Array): void {
  const value = operandNumber(operand);
  switch (code) {
    case 0x0800: // sprmCFRMarkDel
      found.isDeleted = (value & 1) === 1;
      break;
    case 0x0801: // sprmCFRMarkIns
      found.isInserted = (value & 1) === 1;
      break;
    case 0x2814: // sprmCFRMMove
      found.isMoved = value !== 0;
      break;
    case 0x4804: // sprmCIbstRMark
      found.inserted = { ...found.inserted, author: value };
      break;
    case 0x6805: // sprmCDttmRMark
      found.inserted = { ...found.inserted, time: value };
      break;
    case 0x4863: // sprmCIbstRMarkDel
      found.deleted = { ...found.deleted, author: value };
      break;
    case 0x6864: // sprmCDttmRMarkDel
      found.deleted = { ...found.deleted, time: value };
      break;
    case 0x083c: // sprmCFVanish
      found.hidden = readToggle(value);
      break;
    case 0x4a30: // sprmCIstd
      found.style = value;
      break;
    case 0x2a33: // sprmCPlain
      found.hidden = null;
      break;
    case 0x0855: // sprmCFSpec
      found.isSpecial = value !== 0;
      break;
    case 0x0806: // sprmCFData
      found.isData = value !== 0;
      break;
    case 0x4a4f: // sprmCRgFtc0
      found.font = value;
      break;
    case 0x6a09: // sprmCSymbol
      found.symbol = [value & 0xffff, value >>> 16];
      found.isSpecial = true;
      break;
    default:
      break;
  }
}
