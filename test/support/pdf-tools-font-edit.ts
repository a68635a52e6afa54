/** A font file taken apart into its tables (OpenType 1.9, "Organization of an OpenType font"). */
interface Sfnt {
  readonly version: Uint8Array;
  readonly tables: ReadonlyMap<string, Uint8Array>;
}

function takeApart(bytes: Uint8Array): Sfnt {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, Uint8Array>();
  for (let index = 0; index < data.getUint16(4); index += 1) {
    const at = 12 + index * 16;
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    const offset = data.getUint32(at + 8);
    // A copy of its own: `slice` of a Buffer would be a view into somebody else's memory.
    tables.set(tag, new Uint8Array(bytes.subarray(offset, offset + data.getUint32(at + 12))));
  }
  return { version: bytes.subarray(0, 4), tables };
}

/** Puts tables together again. Table checksums stay zero: readers of fonts do not ask for them. */
function putTogether({ version, tables }: Sfnt, start: number): Uint8Array {
  const entries = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const head = 12 + entries.length * 16;
  const size = entries.reduce((sum, [, table]) => sum + Math.ceil(table.length / 4) * 4, head);
  const bytes = new Uint8Array(size);
  const data = new DataView(bytes.buffer);
  bytes.set(version);
  data.setUint16(4, entries.length);
  let offset = head;
  for (const [index, [tag, table]] of entries.entries()) {
    const at = 12 + index * 16;
    bytes.set(new TextEncoder().encode(tag), at);
    data.setUint32(at + 8, start + offset);
    data.setUint32(at + 12, table.length);
    bytes.set(table, offset);
    offset += Math.ceil(table.length / 4) * 4;
  }
  return bytes;
}

function nameTable(family: string, postscriptName: string): Uint8Array {
  const names = [
    [1, family],
    [4, family],
    [6, postscriptName],
  ] as const;
  const texts = names.map(([, text]) => {
    const raw = new Uint8Array(text.length * 2);
    for (let index = 0; index < text.length; index += 1) {
      new DataView(raw.buffer).setUint16(index * 2, text.charCodeAt(index));
    }
    return raw;
  });
  const storage = 6 + names.length * 12;
  const bytes = new Uint8Array(storage + texts.reduce((sum, text) => sum + text.length, 0));
  const data = new DataView(bytes.buffer);
  data.setUint16(2, names.length);
  data.setUint16(4, storage);
  let offset = 0;
  for (const [index, [id]] of names.entries()) {
    const text = texts[index] ?? new Uint8Array();
    const at = 6 + index * 12;
    // Windows, Unicode BMP, Simplified Chinese.
    [3, 1, 0x0804, id, text.length, offset].forEach((value, field) => data.setUint16(at + field * 2, value));
    bytes.set(text, storage + offset);
    offset += text.length;
  }
  return bytes;
}

/** A copy of a font under another name and, if given, with other embedding rights (`OS/2.fsType`). */
export function renameFont(
  bytes: Uint8Array,
  family: string,
  postscriptName: string,
  rights: { readonly fsType?: number; readonly fsSelection?: number } = {},
): Uint8Array {
  const font = takeApart(bytes);
  const os2 = new Uint8Array(font.tables.get('OS/2') ?? []);
  const data = new DataView(os2.buffer);
  if (rights.fsType !== undefined) data.setUint16(8, rights.fsType);
  if (rights.fsSelection !== undefined) data.setUint16(62, rights.fsSelection);
  const tables = new Map([...font.tables, ['name', nameTable(family, postscriptName)], ['OS/2', os2]] as const);
  return putTogether({ ...font, tables }, 0);
}

/** A copy of a font without one of its tables. */
export function dropTable(bytes: Uint8Array, tag: string): Uint8Array {
  const font = takeApart(bytes);
  return putTogether({ ...font, tables: new Map([...font.tables].filter(([name]) => name !== tag)) }, 0);
}

/** A collection (TTC) of fonts. */
export function makeCollection(...fonts: readonly Uint8Array[]): Uint8Array {
  const head = 12 + fonts.length * 4;
  const parts: Uint8Array[] = [];
  const bytes = new Uint8Array(head + fonts.reduce((sum, font) => sum + font.length + 64, 0));
  const data = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('ttcf'));
  data.setUint32(4, 0x00010000);
  data.setUint32(8, fonts.length);
  let offset = head;
  for (const [index, font] of fonts.entries()) {
    const part = putTogether(takeApart(font), offset);
    data.setUint32(12 + index * 4, offset);
    bytes.set(part, offset);
    parts.push(part);
    offset += part.length;
  }
  return bytes.slice(0, offset);
}
