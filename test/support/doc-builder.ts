import { buildCompound, type CompoundTree } from './compound-builder.ts';

/** A run of text with modifiers of its characters. */
export interface DocRun {
  readonly text: string;
  readonly modifiers?: Uint8Array;
}

/** A paragraph of a hand-made binary document. */
export interface DocParagraph {
  readonly runs: readonly (DocRun | string)[];
  /** Index of its style; 0 unless given. */
  readonly style?: number;
  readonly modifiers?: Uint8Array;
  /** The character that ends it, a paragraph mark unless given, and its modifiers. */
  readonly mark?: DocRun;
}

/** A style, by its place in the list. */
export interface DocStyle {
  readonly name: string;
  /** Identifier of a built-in style; 4094 is one of the user's own. */
  readonly identifier?: number;
  readonly base?: number;
  readonly modifiers?: Uint8Array;
}

/** A level of a list; `%1` to `%9` in its text stand for the levels' numbers. */
export interface DocLevel {
  readonly text: string;
  readonly format: number;
  readonly start?: number;
  /** Zero-based level from which on it does not restart. */
  readonly restartLimit?: number;
  readonly isLegal?: boolean;
}

/** A list with one level or nine. */
export interface DocList {
  readonly id: number;
  readonly levels: readonly DocLevel[];
}

/** An instance of a list. */
export interface DocListInstance {
  readonly list: number;
  readonly overrides?: readonly { readonly level: number; readonly start?: number; readonly levelData?: DocLevel }[];
}

/** A stretch of text as one piece. */
export interface DocPiece {
  /** Characters. */
  readonly length: number;
  readonly isCompressed?: boolean;
  /** Index of a list of modifiers laid over it, or one modifier in its short form. */
  readonly prm?: number;
}

/** A hand-made binary Word document. */
export interface DocParts {
  readonly paragraphs: readonly DocParagraph[];
  readonly styles?: readonly DocStyle[];
  readonly lists?: readonly DocList[];
  readonly instances?: readonly DocListInstance[];
  /** Authors of tracked changes. */
  readonly authors?: readonly string[];
  /** How the text is cut; one piece unless given. Pieces stand in the stream in reverse, as a quick save may leave them. */
  readonly pieces?: readonly DocPiece[];
  /** Lists of modifiers that pieces refer to. */
  readonly pieceModifiers?: readonly Uint8Array[];
  /** Characters at the end of the text that belong to later parts, by their place among the counts of the header. */
  readonly counts?: Readonly<Record<number, number>>;
  /** Further tables, by their index in the header. */
  readonly tables?: Readonly<Record<number, Uint8Array>>;
  /** Further streams and storages. */
  readonly streams?: CompoundTree;
  readonly identifier?: number;
  readonly flags?: number;
}

const textAt = 0x800;
const pairs = 0x88;
const pageSize = 512;

/** A modifier with its operand, little-endian in the size that the code states; bytes for one of variable length. */
export function modifier(code: number, operand: number | readonly number[] = 1): Uint8Array {
  const size = [1, 1, 2, 4, 2, 2, 0, 3][code >> 13] ?? 1;
  const head = [code & 0xff, code >> 8];
  if (typeof operand !== 'number') return Uint8Array.from([...head, operand.length, ...operand]);
  return Uint8Array.from([...head, ...Array.from({ length: size }, (_, index) => (operand >>> (index * 8)) & 0xff)]);
}

/** Modifiers one after the other. */
export function modifiers(...list: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(list);
}

/** A packed date and time. */
export function packedTime(year: number, month: number, day: number, hour = 0, minute = 0): number {
  return ((year - 1900) << 20) | (month << 16) | (day << 11) | (hour << 6) | minute;
}

/** A string table of wide strings. */
export function stringTable(texts: readonly string[], extra: readonly Uint8Array[] = []): Uint8Array {
  const parts = texts.map((text, index) =>
    Buffer.concat([u16(text.length), Buffer.from(text, 'utf16le'), extra[index] ?? Buffer.alloc(0)]),
  );
  return Buffer.concat([u16(0xffff), u16(texts.length), u16(extra[0]?.length ?? 0), ...parts]);
}

/** Character positions with data between them. */
export function plex(positions: readonly number[], data: readonly Uint8Array[] = []): Uint8Array {
  return Buffer.concat([...positions.map(u32), ...data]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value & 0xffff);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

function writeStyles(styles: readonly DocStyle[]): Uint8Array {
  const even = (bytes: Buffer) => (bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(1)]));
  const entries = styles.map((style, index) => {
    const papx = Buffer.concat([u16(index), style.modifiers ?? Buffer.alloc(0)]);
    const content = Buffer.concat([
      u16(style.identifier ?? 4094),
      u16(1 | ((style.base ?? 0xfff) << 4)),
      u16(2),
      u16(0),
      u16(0),
      u16(style.name.length),
      Buffer.from(`${style.name}\0`, 'utf16le'),
      even(Buffer.concat([u16(papx.length), papx])),
      u16(0),
    ]);
    return Buffer.concat([u16(content.length), content]);
  });
  return Buffer.concat([u16(18), u16(styles.length), u16(10), Buffer.alloc(14), ...entries]);
}

function writeLevel(level: DocLevel): Buffer {
  const head = Buffer.alloc(28);
  head.writeInt32LE(level.start ?? 1, 0);
  head.writeUInt8(level.format, 4);
  head.writeUInt8((level.isLegal === true ? 4 : 0) | (level.restartLimit === undefined ? 0 : 8), 5);
  head.writeUInt8(level.restartLimit ?? 0, 26);
  let text = '';
  let places = 0;
  for (let at = 0; at < level.text.length; at += 1) {
    const digit = /^%([1-9])/u.exec(level.text.slice(at))?.[1];
    text += digit === undefined ? level.text.charAt(at) : String.fromCharCode(Number(digit) - 1);
    if (digit === undefined) continue;
    head.writeUInt8(text.length, 6 + places);
    places += 1;
    at += 1;
  }
  return Buffer.concat([head, u16(text.length), Buffer.from(text, 'utf16le')]);
}

function writeLists(lists: readonly DocList[]): { readonly heads: Buffer; readonly levels: Buffer } {
  const heads = lists.map(({ id, levels }) => {
    const head = Buffer.alloc(28);
    head.writeInt32LE(id, 0);
    for (let level = 0; level < 9; level += 1) head.writeUInt16LE(0xfff, 8 + level * 2);
    head.writeUInt8(levels.length === 1 ? 1 : 0, 26);
    return head;
  });
  const levels = lists.flatMap((list) =>
    Array.from({ length: list.levels.length === 1 ? 1 : 9 }, (_, index) =>
      writeLevel(list.levels[index] ?? { text: '', format: 255 }),
    ),
  );
  return { heads: Buffer.concat([u16(lists.length), ...heads]), levels: Buffer.concat(levels) };
}

function writeInstances(instances: readonly DocListInstance[]): Buffer {
  const heads = instances.map(({ list, overrides = [] }) => {
    const head = Buffer.alloc(16);
    head.writeInt32LE(list, 0);
    head.writeUInt8(overrides.length, 12);
    return head;
  });
  const data = instances.map(({ overrides = [] }) =>
    Buffer.concat([
      u32(0xffffffff),
      ...overrides.map(({ level, start, levelData }) =>
        Buffer.concat([
          u32(start ?? 0),
          u32(level | (start === undefined ? 0 : 0x10) | (levelData ? 0x20 : 0)),
          ...(levelData ? [writeLevel(levelData)] : []),
        ]),
      ),
    ]),
  );
  return Buffer.concat([u32(instances.length), ...heads, ...data]);
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly content: Uint8Array;
}

/** Formatted pages: few stretches to a page, so that all fit. */
function writePages(stretches: readonly Stretch[], isParagraph: boolean, firstPage: number) {
  const perPage = 6;
  const pages: Buffer[] = [];
  const starts: number[] = [];
  for (let first = 0; first < stretches.length; first += perPage) {
    const group = stretches.slice(first, first + perPage);
    const page = Buffer.alloc(pageSize);
    let free = pageSize - 2;
    group.forEach(({ from, to, content }, index) => {
      page.writeUInt32LE(from, index * 4);
      page.writeUInt32LE(to, index * 4 + 4);
      const isOdd = content.length % 2 === 1;
      const head = !isParagraph ? [content.length] : isOdd ? [(content.length + 1) / 2] : [0, content.length / 2];
      free -= head.length + content.length;
      free -= free % 2;
      page.set([...head, ...content], free);
      page.writeUInt8(free / 2, (group.length + 1) * 4 + index * (isParagraph ? 13 : 1));
    });
    page.writeUInt8(group.length, pageSize - 1);
    starts.push(group[0]?.from ?? 0);
    pages.push(page);
  }
  const end = stretches.at(-1)?.to ?? 0;
  const table = Buffer.concat([...[...starts, end].map(u32), ...pages.map((_, index) => u32(firstPage + index))]);
  return { pages: Buffer.concat(pages), table };
}

/** Writes a binary Word document; the same parts give the same bytes. */
export function buildDoc(parts: DocParts): Uint8Array {
  const runs = parts.paragraphs.flatMap(({ runs: own, mark = { text: '\r' } }) =>
    [...own, mark].map((run) => (typeof run === 'string' ? { text: run } : run)),
  );
  const text = runs.map((run) => run.text).join('');
  const cuts = parts.pieces ?? [{ length: text.length }];

  let logical = 0;
  const placed = cuts.map((piece) => {
    const from = logical;
    logical += piece.length;
    return { ...piece, from, offset: 0 };
  });
  let end = textAt;
  const chunks: Buffer[] = [];
  for (const piece of placed.toReversed()) {
    const slice = text.slice(piece.from, piece.from + piece.length);
    const bytes = Buffer.from(slice, piece.isCompressed === true ? 'latin1' : 'utf16le');
    const pad = end % 2;
    piece.offset = end + pad;
    chunks.push(Buffer.alloc(pad), bytes);
    end += pad + bytes.length;
  }
  /** The stretches of the stream over which characters of the text lie. */
  const spread = (from: number, to: number, content: Uint8Array): readonly Stretch[] =>
    placed.flatMap((piece) => {
      const first = Math.max(from, piece.from);
      const last = Math.min(to, piece.from + piece.length);
      const width = piece.isCompressed === true ? 1 : 2;
      if (first >= last) return [];
      const start = piece.offset + (first - piece.from) * width;
      return [{ from: start, to: start + (last - first) * width, content }];
    });
  const characterStretches: Stretch[] = [];
  const paragraphStretches: Stretch[] = [];
  let position = 0;
  for (const run of runs) {
    characterStretches.push(...spread(position, position + run.text.length, run.modifiers ?? Buffer.alloc(0)));
    position += run.text.length;
  }
  position = 0;
  for (const { runs: own, style = 0, modifiers: list, mark } of parts.paragraphs) {
    const length = [...own, mark ?? '\r'].reduce(
      (sum, run) => sum + (typeof run === 'string' ? run : run.text).length,
      0,
    );
    const content = Buffer.concat([u16(style), list ?? Buffer.alloc(0)]);
    paragraphStretches.push(...spread(position, position + length, content));
    position += length;
  }
  const byPlace = (a: Stretch, b: Stretch) => a.from - b.from;
  const firstPage = Math.ceil(end / pageSize);
  const characters = writePages(characterStretches.sort(byPlace), false, firstPage);
  const paragraphs = writePages(paragraphStretches.sort(byPlace), true, firstPage + characters.pages.length / pageSize);

  const pieceTable = plex(
    [...placed.map(({ from }) => from), logical],
    placed.map((piece) => {
      const place = piece.isCompressed === true ? (piece.offset * 2) | 0x40000000 : piece.offset;
      return Buffer.concat([u16(0), u32(place), u16(piece.prm ?? 0)]);
    }),
  );
  const prelude = (parts.pieceModifiers ?? []).map((list) => Buffer.concat([Buffer.of(1), u16(list.length), list]));
  const clx = Buffer.concat([...prelude, Buffer.of(2), u32(pieceTable.length), pieceTable]);

  const lists = parts.lists ? writeLists(parts.lists) : null;
  const tables: Record<number, Uint8Array> = {
    1: writeStyles(parts.styles ?? [{ name: 'Normal', identifier: 0 }]),
    12: characters.table,
    13: paragraphs.table,
    33: clx,
  };
  if (parts.authors) tables[51] = stringTable(['Unknown', ...parts.authors]);
  if (lists) tables[73] = lists.heads;
  if (parts.instances) tables[74] = writeInstances(parts.instances);
  Object.assign(tables, parts.tables);

  const header = Buffer.alloc(textAt);
  header.writeUInt16LE(parts.identifier ?? 0xa5ec, 0);
  header.writeUInt16LE(0xc1, 2);
  header.writeUInt16LE(0x0200 | 0x1000 | (parts.flags ?? 0), 10);
  header.writeUInt16LE(14, 32);
  header.writeUInt16LE(22, 62);
  const later = Object.values(parts.counts ?? {}).reduce((sum, count) => sum + count, 0);
  header.writeUInt32LE(text.length - later, 64 + 3 * 4);
  for (const [index, count] of Object.entries(parts.counts ?? {})) header.writeUInt32LE(count, 64 + Number(index) * 4);
  header.writeUInt16LE(pairs, 152);
  const tableParts: Buffer[] = [];
  let tableEnd = 0;
  for (const [index, bytes] of Object.entries(tables)) {
    header.writeUInt32LE(tableEnd, 154 + Number(index) * 8);
    header.writeUInt32LE(bytes.length, 154 + Number(index) * 8 + 4);
    // The levels of the lists follow their heads and count to no table.
    const behind = Number(index) === 73 && lists ? [lists.levels] : [];
    for (const part of [Buffer.from(bytes), ...behind]) {
      tableParts.push(part);
      tableEnd += part.length;
    }
  }
  const pad = Buffer.alloc(firstPage * pageSize - end);
  const main = Buffer.concat([header, ...chunks, pad, characters.pages, paragraphs.pages]);
  return buildCompound({ '1Table': Buffer.concat(tableParts), ...parts.streams, WordDocument: main });
}
