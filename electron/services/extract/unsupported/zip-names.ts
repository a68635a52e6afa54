const endRecord = 0x06054b50;
const centralRecord = 0x02014b50;
const localRecord = 0x04034b50;
const maxNames = 2000;

/** Whether the bytes begin like a ZIP archive, an empty one included. */
export function isZip(bytes: Uint8Array): boolean {
  if (bytes.length < 22) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, 4);
  const signature = view.getUint32(0, true);
  return signature === localRecord || signature === endRecord;
}

/**
 * Names in the central directory as they stand there, bytes beyond ASCII read as Latin-1, at most 2,000: enough to tell
 * kinds apart without unpacking anything. Empty where the directory is missing, as in a truncated file.
 */
export function zipNames(bytes: Uint8Array): readonly string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lowest = Math.max(0, bytes.length - 22 - 0xffff);
  let end = bytes.length - 22;
  while (end >= lowest && view.getUint32(end, true) !== endRecord) end -= 1;
  if (end < lowest) return [];
  const names: string[] = [];
  let at = view.getUint32(end + 16, true);
  while (names.length < maxNames && at + 46 <= bytes.length && view.getUint32(at, true) === centralRecord) {
    const length = view.getUint16(at + 28, true);
    const name = bytes.subarray(at + 46, at + 46 + length);
    names.push(Array.from(name, (byte) => String.fromCharCode(byte)).join(''));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}
