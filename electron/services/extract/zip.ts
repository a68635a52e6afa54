import { crc32, inflateRawSync } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ExtractLimits } from './format.ts';

/** Bounds of one archive. Sizes are bytes after decompression. */
export type ZipLimits = Pick<ExtractLimits, 'maxEntries' | 'maxEntryBytes' | 'maxTotalBytes' | 'maxRatio'>;

/** One entry of an archive. Its name is data only: nothing is ever written under it. */
export interface ZipEntry {
  /** As stored, decoded, with forward slashes; may hold `..`, drive letters or anything else. */
  readonly name: string;
  /** Bytes the archive claims; the true size is counted while reading. */
  readonly claimedBytes: number;
  readonly isEncrypted: boolean;
}

/** An open archive whose entries are inflated one by one, within its limits. */
export interface ZipArchive {
  readonly entries: readonly ZipEntry[];
  /** @throws AppError `limit-exceeded`, `damaged-file`, `encrypted-file` */
  readonly read: (entry: ZipEntry) => Promise<Uint8Array>;
}

/** Text of a few kilobytes may compress without end; the ratio says something only about what is big. */
const ratioCountsFrom = 4 * 1024 * 1024;

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function damaged(detail: string, cause: unknown): AppError {
  return new AppError('damaged-file', `文件已损坏或不完整：${detail}。请重新复制或重新导出后提交。`, { cause });
}

const cjk = /\p{Script=Han}/u;

/**
 * The name of a ZIP entry as its maker meant it. Without the UTF-8 flag, Chinese Windows writes GBK: short GBK names
 * can be valid UTF-8, so the UTF-8 reading wins only where it gives Chinese or the GBK reading does not.
 */
export function decodeZipName(raw: Uint8Array, isUtf8: boolean): string {
  const utf8 = decodeStrictly(raw, 'utf-8');
  if (utf8 !== null && (isUtf8 || cjk.test(utf8))) return utf8;
  const gb = decodeStrictly(raw, 'gb18030');
  if (gb !== null && (utf8 === null || cjk.test(gb))) return gb;
  return utf8 ?? asBuffer(raw).toString('latin1');
}

function decodeStrictly(raw: Uint8Array, encoding: 'utf-8' | 'gb18030'): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(raw);
  } catch {
    return null;
  }
}

/**
 * Opens an archive held in memory and lists its entries; nothing is inflated yet.
 * @throws AppError `damaged-file` for what is no ZIP or breaks off, `limit-exceeded` for too many entries
 */
export async function openZip(bytes: Uint8Array, limits: ZipLimits): Promise<ZipArchive> {
  const found = new Map<ZipEntry, Entry>();
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(asBuffer(bytes), {
      decodeStrings: false,
      autoClose: false,
      validateEntrySizes: false,
    });
    if (zip.entryCount > limits.maxEntries) throw tooMany(limits);
    for await (const entry of zip.eachEntry()) {
      if (found.size >= limits.maxEntries) throw tooMany(limits);
      const name = decodeZipName(entry.fileNameRaw, (entry.generalPurposeBitFlag & 0x800) !== 0);
      found.set(
        {
          name: name.replaceAll('\\', '/'),
          claimedBytes: entry.uncompressedSize,
          isEncrypted: entry.isEncrypted(),
        },
        entry,
      );
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged('压缩结构无法读取', error);
  }
  let total = 0;
  const read = async (entry: ZipEntry): Promise<Uint8Array> => {
    const source = found.get(entry);
    if (!source) throw new Error(`entry of another archive: ${entry.name}`);
    const content = await readEntry(zip, source, entry, limits, limits.maxTotalBytes - total);
    total += content.length;
    return content;
  };
  return { entries: [...found.keys()], read };
}

function tooMany(limits: ZipLimits): AppError {
  return new AppError('limit-exceeded', `压缩包内的部件超过 ${limits.maxEntries} 个的上限，已停止读取。请拆分后提交。`);
}

function tooLarge(name: string): AppError {
  return new AppError('limit-exceeded', `文件的部件“${name}”解压后过大，已停止读取。请确认文件来源，或拆分后提交。`);
}

async function readEntry(
  zip: ZipFile,
  source: Entry,
  entry: ZipEntry,
  limits: ZipLimits,
  remaining: number,
): Promise<Uint8Array> {
  if (entry.isEncrypted) {
    throw new AppError('encrypted-file', '文件设有密码，无法读取。请取消密码保护后重新提交。');
  }
  const byRatio = Math.max(ratioCountsFrom, source.compressedSize * limits.maxRatio);
  const most = Math.min(limits.maxEntryBytes, remaining, byRatio);
  // What holds for the claim holds for the truth: reading stops at the first byte beyond the claim.
  if (source.uncompressedSize > most) throw tooLarge(entry.name);
  const chunks: Buffer[] = [];
  let length = 0;
  let checksum = 0;
  try {
    const stream = await zip.openReadStreamPromise(source);
    await new Promise<void>((resolve, reject) => {
      stream.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > source.uncompressedSize) {
          stream.destroy();
          reject(damaged(`部件“${entry.name}”比记载的大`, null));
          return;
        }
        checksum = crc32(chunk, checksum);
        chunks.push(chunk);
      });
      stream.on('end', resolve);
      stream.on('error', reject);
    });
  } catch (error) {
    throw error instanceof AppError ? error : damaged(`部件“${entry.name}”无法解压`, error);
  }
  if (length !== source.uncompressedSize || checksum !== source.crc32) {
    throw damaged(`部件“${entry.name}”校验不符`, null);
  }
  return Buffer.concat(chunks, length);
}

/** A look at an archive without opening it properly: enough to recognise a format. */
export interface ZipGlance {
  /** Lower case, forward slashes; bytes beyond ASCII as Latin-1. */
  readonly names: readonly string[];
  /** The content of a small entry (lower-case name); null where it is missing, big or unreadable. */
  readonly read: (name: string) => Uint8Array | null;
}

const glanceMaxEntries = 2000;
const glanceMaxBytes = 1024 * 1024;

/** Lists an archive synchronously from its central directory; null where there is none, as in a truncated file. */
export function glanceAtZip(bytes: Uint8Array): ZipGlance | null {
  const buffer = asBuffer(bytes);
  if (buffer.length < 22 || buffer.readUInt32LE(0) !== 0x04034b50) return null;
  const end = buffer.lastIndexOf('PK\x05\x06', buffer.length - 22, 'latin1');
  if (end < 0) return null;
  const places = new Map<string, number>();
  let at = buffer.readUInt32LE(end + 16);
  while (places.size < glanceMaxEntries && at + 46 <= buffer.length && buffer.readUInt32LE(at) === 0x02014b50) {
    const nameLength = buffer.readUInt16LE(at + 28);
    const name = buffer.toString('latin1', at + 46, at + 46 + nameLength);
    places.set(name.toLowerCase().replaceAll('\\', '/'), at);
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  const read = (name: string): Uint8Array | null => {
    const place = places.get(name);
    if (place === undefined) return null;
    const local = buffer.readUInt32LE(place + 42);
    if (local + 30 > buffer.length) return null;
    const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
    const content = buffer.subarray(start, start + buffer.readUInt32LE(place + 20));
    if (content.length > glanceMaxBytes) return null;
    if (buffer.readUInt16LE(place + 10) === 0) return content;
    try {
      return inflateRawSync(content, { maxOutputLength: glanceMaxBytes });
    } catch {
      return null;
    }
  };
  return { names: [...places.keys()], read };
}
