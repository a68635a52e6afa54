/**
 * Writes DER (X.690 §8, §10, §11): every value has exactly one encoding, which is what signatures stand on. The
 * strict reader is in `der-reader.ts`.
 */

/** One value: tag, minimal definite length, contents one after the other. */
export function derValue(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, part) => sum + part.length, 0);
  return concatBytes(Uint8Array.of(tag), derLength(length), ...contents);
}

function derLength(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Uint8Array.of(0x80 | bytes.length, ...bytes);
}

/** Several byte strings as one. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    result.set(part, offset);
    offset += part.length;
  }
  return result;
}

/** Order of byte strings as X.690 §11.6 wants it in a SET OF. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  return Buffer.compare(a, b);
}

/** SEQUENCE. */
export function derSequence(...contents: readonly Uint8Array[]): Uint8Array {
  return derValue(0x30, ...contents);
}

/** SET OF, its members sorted by their encoding. */
export function derSetOf(...members: readonly Uint8Array[]): Uint8Array {
  return derValue(0x31, ...[...members].sort(compareBytes));
}

/** Context-specific constructed tag `[number]`. */
export function derTagged(number: number, ...contents: readonly Uint8Array[]): Uint8Array {
  return derValue(0xa0 | number, ...contents);
}

/** OBJECT IDENTIFIER from dotted decimals. */
export function derOid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return derValue(0x06, Uint8Array.from([first * 40 + second, ...rest].flatMap(base128)));
}

function base128(value: number): number[] {
  const bytes = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) bytes.unshift((rest % 128) | 0x80);
  return bytes;
}

/** INTEGER from an unsigned big-endian number. */
export function derInteger(unsigned: Uint8Array): Uint8Array {
  let start = 0;
  while (start < unsigned.length - 1 && unsigned[start] === 0) start += 1;
  const digits = unsigned.length === 0 ? Uint8Array.of(0) : unsigned.subarray(start);
  return (digits[0] ?? 0) >= 0x80 ? derValue(0x02, Uint8Array.of(0), digits) : derValue(0x02, digits);
}

/** OCTET STRING. */
export function derOctets(bytes: Uint8Array): Uint8Array {
  return derValue(0x04, bytes);
}

/** BIT STRING; `unused` is the number of unused low bits in the last byte. */
export function derBits(bytes: Uint8Array, unused = 0): Uint8Array {
  return derValue(0x03, Uint8Array.of(unused), bytes);
}

/** BOOLEAN TRUE; FALSE is always a default and therefore never written. */
export const derTrue: Uint8Array = derValue(0x01, Uint8Array.of(0xff));
/** NULL. */
export const derNull: Uint8Array = derValue(0x05);

/** UTF8String. */
export function derUtf8(text: string): Uint8Array {
  return derValue(0x0c, Buffer.from(text, 'utf8'));
}

/** PrintableString; the caller gives ASCII letters only. */
export function derPrintable(text: string): Uint8Array {
  return derValue(0x13, Buffer.from(text, 'ascii'));
}

/** UTCTime up to 2049 and GeneralizedTime after, to the second, as RFC 5280 §4.1.2.5 demands. */
export function derTime(date: Date): Uint8Array {
  const digits = date.toISOString().slice(0, 19).replace(/[-:T]/gu, '');
  return date.getUTCFullYear() < 2050
    ? derValue(0x17, Buffer.from(`${digits.slice(2)}Z`, 'ascii'))
    : derValue(0x18, Buffer.from(`${digits}Z`, 'ascii'));
}
