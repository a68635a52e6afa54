/** Encodings that are told apart. */
export type TextEncoding = 'UTF-8' | 'GB18030' | 'UTF-16LE' | 'UTF-16BE';

/** Decoded text and how its encoding was known. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** True where neither a mark nor strict UTF-8 proves the encoding. */
  readonly guessed: boolean;
}

/**
 * Below this many bytes beyond ASCII, GB18030 text may happen to be valid UTF-8 (要约 is); among runs of eight characters
 * (16 bytes) none was found that does.
 */
const shortRun = 24;
const cjk = /\p{Script=Han}/u;

function decodeStrictly(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function countBeyondAscii(bytes: Uint8Array, enough: number): number {
  let count = 0;
  for (const byte of bytes) {
    if (byte >= 0x80) count += 1;
    if (count >= enough) break;
  }
  return count;
}

/**
 * Decodes by byte-order mark, else as strict UTF-8, else as strict GB18030 (never under the label gbk, which decodes
 * some characters wrongly on Node 20). A short text whose UTF-8 reading has no Chinese character while its GB18030
 * reading has one is taken as GB18030. Null where the bytes are none of these.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return declared(bytes.subarray(2), 'UTF-16LE');
  if (first === 0xfe && second === 0xff) return declared(bytes.subarray(2), 'UTF-16BE');
  if (first === 0xef && second === 0xbb && third === 0xbf) return declared(bytes.subarray(3), 'UTF-8');
  const utf8 = decodeStrictly(bytes, 'utf-8');
  const beyondAscii = countBeyondAscii(bytes, shortRun);
  if (utf8 !== null && (beyondAscii === 0 || beyondAscii === shortRun || cjk.test(utf8))) {
    return { text: utf8, encoding: 'UTF-8', guessed: false };
  }
  const gb18030 = decodeStrictly(bytes, 'gb18030');
  if (gb18030 !== null && (utf8 === null || cjk.test(gb18030))) {
    return { text: gb18030, encoding: 'GB18030', guessed: true };
  }
  return utf8 === null ? null : { text: utf8, encoding: 'UTF-8', guessed: false };
}

function declared(bytes: Uint8Array, encoding: TextEncoding): DecodedText | null {
  const text = decodeStrictly(bytes, encoding);
  return text === null ? null : { text, encoding, guessed: false };
}
