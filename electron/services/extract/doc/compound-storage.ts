import { ByteView, damagedDoc } from './byte-view.ts';

/** One entry of a compound file's directory. */
export interface StorageEntry {
  readonly name: string;
  readonly isStorage: boolean;
  /** What a storage holds; empty for a stream. */
  readonly children: readonly StorageEntry[];
}

/** A compound file ([MS-CFB]) whose streams are read by name. */
export interface CompoundStorage {
  /** What stands directly under the root. */
  readonly root: readonly StorageEntry[];
  /** The stream of that name directly under the root, upper and lower case alike; null where there is none. */
  readonly stream: (name: string) => Uint8Array | null;
  /** Bytes that streams read so far claim beyond the end of the file; they count as zero. */
  readonly missingBytes: () => number;
}

const endOfChain = 0xfffffffe;
/** Sector numbers from here up are marks, no places. */
const lastSector = 0xfffffffa;
const entrySize = 128;
const miniSectorSize = 64;
const headerTableSlots = 109;
/** Enough for every real file: macros and embedded objects make some hundreds. */
const maxEntries = 20_000;
/** Depth of storages in storages. */
const maxDepth = 16;
const container = '复合文档容器';

interface DirectoryEntry {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/** The sectors of a file, and the chains that its allocation table makes of them. */
class Sectors {
  readonly size: number;
  readonly #file: ByteView;
  readonly #tables: readonly number[];
  readonly #most: number;
  #missing = 0;

  constructor(file: ByteView) {
    this.#file = file;
    const shift = file.u16(30);
    if (shift !== 9 && shift !== 12) throw damagedDoc(container);
    this.size = 2 ** shift;
    this.#most = Math.ceil(file.length / this.size) + 1;
    this.#tables = this.#listTables();
  }

  get missing(): number {
    return this.#missing;
  }

  /**
   * Bytes of a sector. Some programs write the last sector short or not at all: one may be missing and counts as zero.
   * @param used how many of its bytes matter
   */
  read(sector: number, used = this.size): Uint8Array {
    const start = (sector + 1) * this.size;
    if (sector >= this.#most) throw damagedDoc(container);
    if (start + used <= this.#file.length) return this.#file.slice(start, used);
    if (start >= Math.ceil(this.#file.length / this.size) * this.size + this.size) throw damagedDoc('文件被截断');
    this.#missing = Math.max(this.#missing, start + used - this.#file.length);
    const padded = new Uint8Array(used);
    if (start < this.#file.length) padded.set(this.#file.bytes.subarray(start));
    return padded;
  }

  /** The sectors of a chain. @throws AppError `damaged-file` where it runs in a circle or out of the file */
  chain(first: number, most = this.#most): readonly number[] {
    const sectors: number[] = [];
    const seen = new Set<number>();
    for (let sector = first; sector !== endOfChain && sectors.length < most; sector = this.#next(sector)) {
      if (sector >= lastSector || seen.has(sector)) throw damagedDoc(container);
      seen.add(sector);
      sectors.push(sector);
    }
    return sectors;
  }

  #next(sector: number): number {
    const perTable = this.size / 4;
    const table = this.#tables[Math.floor(sector / perTable)];
    if (table === undefined) throw damagedDoc(container);
    return new ByteView(this.read(table), container).u32((sector % perTable) * 4);
  }

  /** The sectors that hold the allocation table: the first 109 stand in the header, the rest in a chain of their own. */
  #listTables(): readonly number[] {
    const tables: number[] = [];
    const take = (sector: number): void => {
      if (sector < lastSector && tables.length < this.#most) tables.push(sector);
    };
    for (let slot = 0; slot < headerTableSlots; slot += 1) take(this.#file.u32(76 + slot * 4));
    const seen = new Set<number>();
    for (let sector = this.#file.u32(68); sector < lastSector && !seen.has(sector);) {
      seen.add(sector);
      const list = new ByteView(this.read(sector), container);
      for (let at = 0; at < this.size - 4; at += 4) take(list.u32(at));
      sector = list.u32(this.size - 4);
    }
    return tables;
  }
}

function readDirectory(file: ByteView, sectors: Sectors): readonly DirectoryEntry[] {
  const entries: DirectoryEntry[] = [];
  for (const sector of sectors.chain(file.u32(48))) {
    const view = new ByteView(sectors.read(sector), container);
    for (let at = 0; at + entrySize <= view.length && entries.length < maxEntries; at += entrySize) {
      const length = Math.min(Math.max(view.u16(at + 64) - 2, 0), 62);
      entries.push({
        name: view.text(at, Math.floor(length / 2)),
        kind: view.u8(at + 66),
        left: view.u32(at + 68),
        right: view.u32(at + 72),
        child: view.u32(at + 76),
        start: view.u32(at + 116),
        size: view.u32(at + 120),
      });
    }
  }
  return entries;
}

/** Opens a compound file. @throws AppError `damaged-file` */
export function openCompoundStorage(bytes: Uint8Array): CompoundStorage {
  const file = new ByteView(bytes, container);
  const sectors = new Sectors(file);
  const directory = readDirectory(file, sectors);
  const rootEntry = directory[0];
  if (rootEntry?.kind !== 5) throw damagedDoc(container);

  const visited = new Set<number>();
  const siblings = (first: number): readonly DirectoryEntry[] => {
    const found: DirectoryEntry[] = [];
    const pending = [first];
    for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
      const entry = directory[index];
      if (!entry || visited.has(index)) continue;
      visited.add(index);
      if (entry.kind === 1 || entry.kind === 2) found.push(entry);
      pending.push(entry.right, entry.left);
    }
    return found;
  };
  const toEntry = (entry: DirectoryEntry, depth: number): StorageEntry => ({
    name: entry.name,
    isStorage: entry.kind === 1,
    children:
      entry.kind === 1 && depth < maxDepth ? siblings(entry.child).map((inner) => toEntry(inner, depth + 1)) : [],
  });

  const readLarge = (start: number, size: number): Uint8Array => {
    if (size > bytes.length + sectors.size) throw damagedDoc('文件被截断');
    const content = new Uint8Array(size);
    let at = 0;
    for (const sector of sectors.chain(start, Math.ceil(size / sectors.size))) {
      const used = Math.min(sectors.size, size - at);
      content.set(sectors.read(sector, used), at);
      at += used;
    }
    if (at < size) throw damagedDoc('文件被截断');
    return content;
  };
  let mini: { readonly content: Uint8Array; readonly table: ByteView } | null = null;
  const readSmall = (start: number, size: number): Uint8Array => {
    if (!mini) {
      const table = sectors.chain(file.u32(60)).map((sector) => sectors.read(sector));
      mini = {
        content: readLarge(rootEntry.start, rootEntry.size),
        table: new ByteView(new Uint8Array(Buffer.concat(table)), container),
      };
    }
    const content = new Uint8Array(size);
    let sector = start;
    // A circle of small sectors only repeats bytes: the loop ends with the size, which is below 4096.
    for (let at = 0; at < size; at += miniSectorSize) {
      const from = sector * miniSectorSize;
      const used = Math.min(miniSectorSize, size - at);
      if (sector >= lastSector || from + used > mini.content.length) throw damagedDoc(container);
      content.set(mini.content.subarray(from, from + used), at);
      sector = at + miniSectorSize < size ? mini.table.u32(sector * 4) : endOfChain;
    }
    return content;
  };

  const rootChildren = siblings(rootEntry.child);
  return {
    root: rootChildren.map((entry) => toEntry(entry, 1)),
    stream(name) {
      const wanted = name.toLowerCase();
      const entry = rootChildren.find((child) => child.kind === 2 && child.name.toLowerCase() === wanted);
      if (!entry) return null;
      if (entry.size === 0) return new Uint8Array();
      return entry.size < file.u32(56) && entry.size < 4096
        ? readSmall(entry.start, entry.size)
        : readLarge(entry.start, entry.size);
    },
    missingBytes: () => sectors.missing,
  };
}
