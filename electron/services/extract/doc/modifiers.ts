/** One single property modifier ([MS-DOC] 2.2.5.1) with its operand. */
export interface Modifier {
  readonly code: number;
  readonly operand: Uint8Array;
}

const tableDefinition = 0xd608;
const tableDefinition10 = 0xd606;
const changeTabs = 0xc615;
const fixedSizes = [1, 1, 2, 4, 2, 2, 0, 3];

/** Length of an operand that states it itself, counting what states it. */
function variableLength(code: number, bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (code === tableDefinition || code === tableDefinition10) return first + (bytes[at + 1] ?? 0) * 256 + 1;
  if (code !== changeTabs || first < 255) return first + 1;
  const deleted = bytes[at + 1] ?? 0;
  const added = bytes[at + 2 + deleted * 4] ?? 0;
  return 3 + deleted * 4 + added * 3;
}

/** The modifiers of a list, in order; what is cut off at its end is left out. */
export function* listModifiers(bytes: Uint8Array): Generator<Modifier> {
  let at = 0;
  while (at + 2 < bytes.length) {
    const code = (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256;
    const size = fixedSizes[code >> 13] ?? 0;
    const length = size === 0 ? variableLength(code, bytes, at + 2) : size;
    if (at + 2 + length > bytes.length) return;
    yield { code, operand: bytes.subarray(at + 2, at + 2 + length) };
    at += 2 + length;
  }
}

/** Of a list that many paragraphs or runs share, only so many modifiers count: what is read is stated in about thirty. */
const maxShared = 64;
/** Groups of modifiers ([MS-DOC] 2.2.5.1) that are read: of paragraphs and of characters. */
const readGroups = new Set([1, 2]);

/** A list that is applied again and again, shortened to the last modifiers that can matter. */
export function shortenModifiers(bytes: Uint8Array): Uint8Array {
  const kept = [...listModifiers(bytes)].filter(({ code }) => readGroups.has((code >> 10) & 7)).slice(-maxShared);
  return Buffer.concat(kept.flatMap(({ code, operand }) => [Buffer.of(code & 0xff, code >> 8), operand]));
}

/** An operand of up to four bytes as an unsigned number. */
export function operandNumber(operand: Uint8Array): number {
  let value = 0;
  for (let index = Math.min(operand.length, 4) - 1; index >= 0; index -= 1) value = value * 256 + (operand[index] ?? 0);
  return value;
}

/** The short form in which a piece states one modifier ([MS-DOC] 2.9.215), by its code there. */
const pieceModifiers: Readonly<Record<number, number | undefined>> = {
  0x05: 0x2403,
  0x0c: 0x260a,
  0x18: 0x2416,
  0x19: 0x2417,
  0x41: 0x0800,
  0x42: 0x0801,
  0x47: 0x0806,
  0x4b: 0x080a,
  0x53: 0x2a33,
  0x5c: 0x083c,
  0x75: 0x0855,
  0x78: 0x2640,
};

/** A piece's one modifier as a list of modifiers. @param short the 16 bits of the piece with bit 0 clear */
export function expandPieceModifier(short: number): Uint8Array {
  const code = pieceModifiers[(short >> 1) & 0x7f];
  return code === undefined ? new Uint8Array() : Uint8Array.of(code & 0xff, code >> 8, short >> 8);
}
