const sectorSize = 512;
const endOfChain = 0xfffffffe;
const none = 0xffffffff;

/** Streams and storages of a compound file, by name; a storage is a record of its own. */
export interface CompoundTree {
  readonly [name: string]: Uint8Array | CompoundTree;
}

interface Entry {
  readonly name: string;
  readonly kind: 1 | 2 | 5;
  readonly content: Uint8Array | null;
  right: number;
  child: number;
}

/** Adds what a storage holds to the directory and returns the number of its first entry. */
function addChildren(entries: Entry[], tree: CompoundTree): number {
  let first = none;
  let previous: Entry | null = null;
  for (const [name, content] of Object.entries(tree)) {
    const isStream = content instanceof Uint8Array;
    const entry: Entry = { name, kind: isStream ? 2 : 1, content: isStream ? content : null, right: none, child: none };
    const index = entries.push(entry) - 1;
    if (previous) previous.right = index;
    else first = index;
    previous = entry;
    if (!isStream) entry.child = addChildren(entries, content);
  }
  return first;
}

/**
 * Writes a compound file ([MS-CFB]) of 512-byte sectors. Streams are filled up to 4096 bytes, so that none is small;
 * they stand at the end in the order given.
 */
export function buildCompound(tree: CompoundTree): Uint8Array {
  const entries: Entry[] = [{ name: 'Root Entry', kind: 5, content: null, right: none, child: none }];
  const root = entries[0];
  if (root) root.child = addChildren(entries, tree);
  const sizes = entries.map(({ content }) => (content ? Math.max(content.length, 4096) : 0));
  const directorySectors = Math.ceil(entries.length / 4);
  const streamSectors = sizes.reduce((sum, size) => sum + Math.ceil(size / sectorSize), 0);
  let tableSectors = 1;
  /** Sectors that list the table's sectors beyond the first 109. */
  const listSectors = () => Math.ceil(Math.max(0, tableSectors - 109) / 127);
  while (tableSectors * 128 < tableSectors + listSectors() + directorySectors + streamSectors) tableSectors += 1;
  const lists = listSectors();
  const directoryAt = tableSectors + lists;

  const total = directoryAt + directorySectors + streamSectors;
  const file = Buffer.alloc((total + 1) * sectorSize);
  const at = (sector: number) => (sector + 1) * sectorSize;
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(0x3e, 24);
  file.writeUInt16LE(3, 26);
  file.writeUInt16LE(0xfffe, 28);
  file.writeUInt16LE(9, 30);
  file.writeUInt16LE(6, 32);
  file.writeUInt32LE(tableSectors, 44);
  file.writeUInt32LE(directoryAt, 48);
  file.writeUInt32LE(4096, 56);
  file.writeUInt32LE(endOfChain, 60);
  file.writeUInt32LE(lists > 0 ? tableSectors : endOfChain, 68);
  file.writeUInt32LE(lists, 72);
  for (let slot = 0; slot < 109; slot += 1) file.writeUInt32LE(slot < tableSectors ? slot : none, 76 + slot * 4);
  file.fill(0xff, at(0), at(tableSectors));
  const link = (sector: number, next: number) => file.writeUInt32LE(next, at(0) + sector * 4);
  for (let sector = 0; sector < tableSectors; sector += 1) link(sector, 0xfffffffd);
  const chain = (first: number, count: number) => {
    for (let index = 0; index < count; index += 1)
      link(first + index, index + 1 < count ? first + index + 1 : endOfChain);
  };
  for (let list = 0; list < lists; list += 1) {
    link(tableSectors + list, 0xfffffffc);
    for (let slot = 0; slot < 127; slot += 1) {
      const sector = 109 + list * 127 + slot;
      file.writeUInt32LE(sector < tableSectors ? sector : none, at(tableSectors + list) + slot * 4);
    }
    file.writeUInt32LE(list + 1 < lists ? tableSectors + list + 1 : endOfChain, at(tableSectors + list) + 508);
  }
  chain(directoryAt, directorySectors);

  let next = directoryAt + directorySectors;
  for (let index = 0; index < directorySectors * 4; index += 1) {
    const place = at(directoryAt) + index * 128;
    const entry = entries[index];
    file.writeUInt32LE(none, place + 68);
    file.writeUInt32LE(none, place + 72);
    file.writeUInt32LE(none, place + 76);
    if (!entry) continue;
    file.write(entry.name, place, 'utf16le');
    file.writeUInt16LE(entry.name.length * 2 + 2, place + 64);
    file.writeUInt8(entry.kind, place + 66);
    file.writeUInt32LE(entry.right, place + 72);
    file.writeUInt32LE(entry.child, place + 76);
    file.writeUInt32LE(endOfChain, place + 116);
    if (!entry.content) continue;
    const size = sizes[index] ?? 0;
    const sectors = Math.ceil(size / sectorSize);
    file.writeUInt32LE(next, place + 116);
    file.writeUInt32LE(size, place + 120);
    file.set(entry.content, at(next));
    chain(next, sectors);
    next += sectors;
  }
  return file;
}
