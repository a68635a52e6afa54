/** Programs put at most a byte-order mark and some line ends before the beginning. */
const maxLead = 64;

/** Where `{\rtf` begins; null where the bytes are something else. */
export function findRtf(bytes: Uint8Array): number | null {
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (start < maxLead && [0x09, 0x0a, 0x0d, 0x20].includes(bytes[start] ?? 0)) start += 1;
  const signature = '{\\rtf';
  const found = String.fromCharCode(...bytes.subarray(start, start + signature.length));
  return found === signature ? start : null;
}
