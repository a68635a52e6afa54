/** Sector numbers from here up are marks (end of chain, free), not places. */
const lastSector = 0xfffffffa;
const entrySize = 128;
/** Enough for every real document; a directory that claims more is not walked to its end. */
const maxDirectorySectors = 4096;

/** Whether the bytes begin like a compound file (MS-CFB): old Office, WPS, encrypted OOXML, Outlook. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  const magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  return magic.every((byte, index) => bytes[index] === byte);
}

/**
 * Names directly under the root of a compound file, lower case: they tell its kind, while the names of embedded objects
 * further down do not. What lies outside a truncated file is left out.
 */
export function rootNames(bytes: Uint8Array): readonly string[] {
  if (bytes.length < 512) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorSize = view.getUint16(30, true) === 12 ? 4096 : 512;
  const start = (sector: number) => (sector + 1) * sectorSize;
  const isInside = (sector: number) => sector < lastSector && start(sector) + sectorSize <= bytes.length;

  /** The next sector of a chain, through the first 109 sectors of the allocation table that the header lists. */
  const next = (sector: number): number => {
    const perSector = sectorSize / 4;
    const index = Math.floor(sector / perSector);
    const table = index < 109 ? view.getUint32(76 + index * 4, true) : lastSector;
    return isInside(table) ? view.getUint32(start(table) + (sector % perSector) * 4, true) : lastSector;
  };

  const places: number[] = [];
  let sector = view.getUint32(48, true);
  for (let count = 0; count < maxDirectorySectors && isInside(sector); count += 1) {
    for (let offset = 0; offset < sectorSize; offset += entrySize) places.push(start(sector) + offset);
    sector = next(sector);
  }

  const nameAt = (place: number): string => {
    const length = Math.min(view.getUint16(place + 64, true), 64);
    let name = '';
    for (let at = 0; at + 2 < length; at += 2) name += String.fromCharCode(view.getUint16(place + at, true));
    return name.toLowerCase();
  };
  const names: string[] = [];
  const seen = new Set<number>();
  const root = places[0];
  const pending = root === undefined ? [] : [view.getUint32(root + 76, true)];
  for (let entry = pending.pop(); entry !== undefined; entry = pending.pop()) {
    const place = places[entry];
    if (place === undefined || seen.has(entry)) continue;
    seen.add(entry);
    names.push(nameAt(place));
    pending.push(view.getUint32(place + 68, true), view.getUint32(place + 72, true));
  }
  return names;
}
