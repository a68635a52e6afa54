/** Receives what an RTF file consists of, in order. */
export interface TokenSink {
  /** `{` */
  readonly open: () => void;
  /** `}` */
  readonly close: () => void;
  /** A control word without its backslash, and its number; null where it has none. */
  readonly word: (name: string, parameter: number | null) => void;
  /** A control symbol: the character after the backslash, which is no letter, never `'`. */
  readonly symbol: (character: string) => void;
  /** A byte of text, as itself or written `\'hh`. */
  readonly byte: (value: number, isEscaped: boolean) => void;
}

/** Longest control word there is (RTF 1.9.1, "Control word"). */
const maxWord = 32;
const backslash = 0x5c;

const isLetter = (byte: number) => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;

function hexValue(byte: number): number {
  if (isDigit(byte)) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/**
 * Splits RTF (version 1.9.1) into its tokens. Raw data after `\binN` is left out; N beyond the end of the file is
 * taken for its rest.
 * @param start where the first `{` stands
 */
export function tokenize(bytes: Uint8Array, start: number, sink: TokenSink): void {
  const end = bytes.length;
  const at = (index: number) => bytes[index] ?? 0;
  let index = start;

  const readWord = (): void => {
    const from = index;
    while (index < end && index - from < maxWord && isLetter(at(index))) index += 1;
    const name = String.fromCharCode(...bytes.subarray(from, index));
    let isNegative = false;
    if (at(index) === 0x2d && isDigit(at(index + 1))) {
      isNegative = true;
      index += 1;
    }
    let parameter: number | null = null;
    for (let digits = 0; digits < 10 && isDigit(at(index)); digits += 1) {
      parameter = (parameter ?? 0) * 10 + at(index) - 0x30;
      index += 1;
    }
    if (at(index) === 0x20) index += 1;
    if (parameter !== null && isNegative) parameter = -parameter;
    if (name === 'bin') index = Math.min(end, index + Math.max(0, parameter ?? 0));
    else sink.word(name, parameter);
  };

  while (index < end) {
    const byte = at(index);
    index += 1;
    if (byte === 0x7b) sink.open();
    else if (byte === 0x7d) sink.close();
    else if (byte !== backslash) {
      if (byte !== 0x0a && byte !== 0x0d && byte !== 0) sink.byte(byte, false);
    } else if (index < end) {
      const next = at(index);
      if (isLetter(next)) {
        readWord();
      } else if (next === 0x27) {
        const high = hexValue(at(index + 1));
        const low = hexValue(at(index + 2));
        index += 1;
        if (high >= 0 && low >= 0) {
          index += 2;
          sink.byte(high * 16 + low, true);
        }
      } else {
        index += 1;
        sink.symbol(String.fromCharCode(next));
      }
    }
  }
}
