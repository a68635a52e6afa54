import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';
import { systemErrorCode } from './durable-file.ts';
import {
  decodeEntry,
  lineHash,
  noHash,
  type JournalEntry,
  type JournalHead,
  type ParsePayload,
} from './journal-entry.ts';

/** The end of a journal that nobody was told had been stored. */
export interface TornTail {
  /**
   * `unfinished`: the line does not end; `unreadable`: it ends but is no entry; `second-writer`: it claims the place of
   * the line before it, which happens when two processes write at the same moment.
   */
  readonly reason: 'unfinished' | 'unreadable' | 'second-writer';
  readonly bytes: number;
  /** Name of the file beside the journal to which it was moved; null when the journal was only read. */
  readonly keptAs: string | null;
}

/** Where and how a journal stops being sound. */
export interface JournalProblem {
  /** Number of the entry that should stand there. */
  readonly seq: number;
  /** `entry`: no entry; `order`: another number; `chain`: not chained to the line before; `payload`: content unknown. */
  readonly reason: 'entry' | 'order' | 'chain' | 'payload';
  /** Chinese: what is wrong with which entry, and what to do. */
  readonly message: string;
  readonly cause: unknown;
}

/** What a journal holds, up to its end or to the first thing that is wrong with it. */
export interface JournalReading<P> {
  readonly entries: readonly JournalEntry<P>[];
  /** Of the last sound entry. */
  readonly head: JournalHead;
  /** Bytes that the sound entries take. */
  readonly length: number;
  readonly torn: TornTail | null;
  readonly problem: JournalProblem | null;
}

const reasons: Readonly<Record<JournalProblem['reason'], string>> = {
  entry: '无法识读',
  order: '编号不连续',
  chain: '与前一条记录衔接不上，前一条或本条可能被改动过',
  payload: '内容不是本程序认识的形式',
};

const lineFeed = 0x0a;

/**
 * Whether an end that is no line begins with a whole entry and goes on behind it. One append leaves no such thing: the
 * line feed between two acknowledged entries was changed.
 */
function beginsWithEntry(tail: Buffer): boolean {
  // One character per byte, so that places in the text are places in the bytes.
  for (const match of tail.toString('latin1').matchAll(/"prev":"[0-9a-f]{64}"\}/gu)) {
    const end = match.index + match[0].length;
    // A single byte behind it may be the place of a line feed that a power cut left empty.
    if (end + 1 < tail.length && decodeEntry(tail.subarray(0, end)) !== null) return true;
  }
  return false;
}

/**
 * Verifies the bytes of a journal and parses its entries.
 * @param name what the person calls the file
 */
export function parseJournal<P>(bytes: Buffer, name: string, parsePayload: ParsePayload<P>): JournalReading<P> {
  const entries: JournalEntry<P>[] = [];
  let hash = noHash;
  let start = 0;

  const result = (torn: TornTail['reason'] | null, reason: JournalProblem['reason'] | null, cause: unknown = null) => {
    const seq = entries.length + 1;
    const message =
      `案卷记录“${name}”的第 ${seq} 条${reason === null ? '' : reasons[reason]}。` +
      `此前的 ${entries.length} 条完好，可以只读查看；请从备份介质恢复该文件后再继续办理。`;
    return {
      entries,
      head: { seq: entries.length, hash },
      length: start,
      torn: torn === null ? null : { reason: torn, bytes: bytes.length - start, keptAs: null },
      problem: reason === null ? null : { seq, reason, message, cause },
    };
  };

  while (start < bytes.length) {
    const end = bytes.indexOf(lineFeed, start);
    const isLast = end === -1 || end === bytes.length - 1;
    const line = bytes.subarray(start, end === -1 ? bytes.length : end);
    const entry = end === -1 ? null : decodeEntry(line);
    if (entry === null) {
      if (!isLast || beginsWithEntry(line)) return result(null, 'entry');
      return result(end === -1 ? 'unfinished' : 'unreadable', null);
    }
    const before = entries.at(-1);
    if (isLast && entry.seq === before?.seq && entry.prev === before.prev) return result('second-writer', null);
    if (entry.seq !== entries.length + 1) return result(null, 'order');
    if (entry.prev !== hash) return result(null, 'chain');
    try {
      entries.push({ ...entry, payload: parsePayload(entry.payload) });
    } catch (cause) {
      return result(null, 'payload', cause);
    }
    hash = lineHash(line);
    start = end + 1;
  }
  return result(null, null);
}

/**
 * Reads a journal without touching it: also on a read-only medium, while somebody writes to it, and up to the break
 * where it is broken.
 * @throws AppError `not-found` or `not-readable`; what is wrong with the content is in the answer
 */
export async function readJournal<P>(path: string, parsePayload: ParsePayload<P>): Promise<JournalReading<P>> {
  const name = basename(path);
  try {
    return parseJournal(await readFile(path), name, parsePayload);
  } catch (cause) {
    if (systemErrorCode(cause) === 'ENOENT') {
      throw new AppError('not-found', `找不到案卷记录“${name}”。请核对案卷文件夹是否完整。`, { cause });
    }
    throw new AppError('not-readable', `案卷记录“${name}”无法读取。请检查存放位置是否可用、权限是否足够。`, { cause });
  }
}
