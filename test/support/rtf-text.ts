/** RTF as bytes: one character, one byte. */
export function rtf(content: string): Uint8Array {
  return Uint8Array.from(`{\\rtf1${content}}`, (character) => character.charCodeAt(0));
}

/** Chinese text as `\u` words with a question mark for other programs. */
export function unicode(text: string): string {
  return Array.from({ length: text.length }, (_, index) => {
    const code = text.charCodeAt(index);
    return code < 0x80 ? text.charAt(index) : `\\u${code > 0x7fff ? code - 0x10000 : code}?`;
  }).join('');
}

/** `\'hh` for each of the bytes. */
export function hex(...bytes: readonly number[]): string {
  return bytes.map((byte) => `\\'${byte.toString(16).padStart(2, '0')}`).join('');
}
