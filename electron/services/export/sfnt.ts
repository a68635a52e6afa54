/** Reads a piece of a font file; shorter than asked for at the end of the file. */
export type ReadAt = (offset: number, length: number) => Promise<Uint8Array>;

/** What the tables `name` and `OS/2` (OpenType 1.9) say of one face of a font file. */
export interface SfntFace {
  /** Family and full names in every language of the table. */
  readonly names: readonly string[];
  readonly postscriptName: string;
  /** Embedding rights, `OS/2.fsType`; null where the font has no such table. */
  readonly fsType: number | null;
  readonly isBoldOrItalic: boolean;
  readonly isVariable: boolean;
  readonly outlines: 'truetype' | 'cff' | 'none';
  /** Whether the file is a collection (TTC), so that the face must be picked by its PostScript name. */
  readonly isInCollection: boolean;
}

/** Longest `name` table that is read, in bytes; the largest seen in fonts of Windows and Debian is 60 KB. */
const NAME_TABLE_LIMIT = 1 << 20;
const FACES_LIMIT = 64;

/** Family, full name, typographic family: the names under which a person knows a face. */
const familyNameIds: readonly number[] = [1, 4, 16];
const POSTSCRIPT_NAME_ID = 6;

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function tagAt(bytes: Uint8Array, offset: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + 4));
}

/**
 * The faces of a TrueType or OpenType file or collection; empty for anything else and for what is damaged.
 * @param read gives the file piece by piece, so that a folder of large fonts is looked through quickly
 */
export async function readFaces(read: ReadAt): Promise<readonly SfntFace[]> {
  const head = await read(0, 12);
  if (head.length < 12) return [];
  if (tagAt(head, 0) !== 'ttcf') {
    const face = await readFace(read, 0, false);
    return face ? [face] : [];
  }
  const count = Math.min(view(head).getUint32(8), FACES_LIMIT);
  const offsets = await read(12, count * 4);
  const faces: SfntFace[] = [];
  for (let at = 0; at + 4 <= offsets.length; at += 4) {
    const face = await readFace(read, view(offsets).getUint32(at), true);
    if (face) faces.push(face);
  }
  return faces;
}

async function readFace(read: ReadAt, start: number, isInCollection: boolean): Promise<SfntFace | null> {
  const head = await read(start, 12);
  if (head.length < 12) return null;
  const version = tagAt(head, 0);
  if (version !== '\x00\x01\x00\x00' && version !== 'OTTO' && version !== 'true') return null;
  const directory = await read(start + 12, view(head).getUint16(4) * 16);
  const tables = new Map<string, { readonly offset: number; readonly length: number }>();
  for (let at = 0; at + 16 <= directory.length; at += 16) {
    tables.set(tagAt(directory, at), {
      offset: view(directory).getUint32(at + 8),
      length: view(directory).getUint32(at + 12),
    });
  }
  const nameTable = tables.get('name');
  if (!nameTable) return null;
  const names = readNames(await read(nameTable.offset, Math.min(nameTable.length, NAME_TABLE_LIMIT)));
  const rights = tables.get('OS/2');
  const os2 = rights ? await read(rights.offset, Math.min(rights.length, 64)) : new Uint8Array();
  return {
    names: names.filter((name) => familyNameIds.includes(name.id)).map((name) => name.text),
    postscriptName: names.find((name) => name.id === POSTSCRIPT_NAME_ID)?.text ?? '',
    fsType: os2.length >= 10 ? view(os2).getUint16(8) : null,
    // fsSelection: bit 0 italic, bit 5 bold.
    isBoldOrItalic: os2.length >= 64 && (view(os2).getUint16(62) & 0x21) !== 0,
    isVariable: tables.has('fvar'),
    outlines: tables.has('glyf') ? 'truetype' : tables.has('CFF ') ? 'cff' : 'none',
    isInCollection,
  };
}

function readNames(bytes: Uint8Array): readonly { readonly id: number; readonly text: string }[] {
  if (bytes.length < 6) return [];
  const data = view(bytes);
  const count = data.getUint16(2);
  const storage = data.getUint16(4);
  const names: { id: number; text: string }[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = 6 + index * 12;
    if (at + 12 > bytes.length) break;
    const from = storage + data.getUint16(at + 10);
    const raw = bytes.subarray(from, from + data.getUint16(at + 8));
    const text = decodeName(raw, data.getUint16(at), data.getUint16(at + 2));
    if (text) names.push({ id: data.getUint16(at + 6), text });
  }
  return names;
}

/** Platforms 0 and 3 store UTF-16BE; platform 1 (Macintosh) stores Roman (0) or, for Simplified Chinese (25), GB2312. */
function decodeName(raw: Uint8Array, platform: number, encoding: number): string {
  if (platform === 0 || platform === 3) return new TextDecoder('utf-16be').decode(raw).trim();
  if (platform === 1 && encoding === 0) return new TextDecoder('latin1').decode(raw).trim();
  if (platform === 1 && encoding === 25) return new TextDecoder('gb18030').decode(raw).trim();
  return '';
}
