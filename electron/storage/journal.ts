import { constants } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';
import { syncFolder, systemErrorCode } from './durable-file.ts';
import {
  decodeEntry,
  encodeEntry,
  lineHash,
  type JournalEntry,
  type JournalHead,
  type NewEntry,
  type ParsePayload,
} from './journal-entry.ts';
import { parseJournal, type TornTail } from './read-journal.ts';

/** What opening a journal for writing takes. */
export interface JournalOptions<P> {
  readonly parsePayload: ParsePayload<P>;
  readonly clock: {
    readonly now: () => Date;
    /** Milliseconds on a clock that nobody can set, e.g. `performance.now()`. */
    readonly monotonic: () => number;
  };
  /** Asked before each append; throws where this process may not write any more, e.g. because its lock is gone. */
  readonly guard?: () => Promise<void>;
  /** Opens a file: the operating system's, unless a test puts failures in its place. */
  readonly open?: typeof open;
}

/** A journal that this process may append to. */
export interface Journal<P> {
  /** All entries, with those that were appended since. */
  readonly entries: readonly JournalEntry<P>[];
  readonly head: JournalHead;
  /** What was cut off the end on opening because it was never acknowledged; null as a rule. */
  readonly torn: TornTail | null;
  /**
   * Appends an entry; it is on the disk when this resolves. Appends of one journal follow one another.
   * @throws AppError `output-failed` when it could not be written: the journal is as it was, and it may be tried again;
   * `case-held` when another process wrote to the file: nothing more can be appended until it is opened anew
   */
  append(entry: NewEntry<P>): Promise<JournalEntry<P>>;
  /** Waits for what is being appended and closes the file. */
  close(): Promise<void>;
}

/** Which file it is, whatever its name: device and number, as text because Windows' numbers exceed 2⁵³. */
async function identify(file: FileHandle | string): Promise<{ readonly id: string; readonly size: number }> {
  const found = await (typeof file === 'string' ? stat(file, { bigint: true }) : file.stat({ bigint: true }));
  return { id: `${found.dev}:${found.ino}`, size: Number(found.size) };
}

class OpenJournal<P> implements Journal<P> {
  readonly torn: TornTail | null;
  readonly #path: string;
  readonly #id: string;
  readonly #handle: FileHandle;
  readonly #options: JournalOptions<P>;
  readonly #entries: JournalEntry<P>[];
  #head: JournalHead;
  /** Bytes of what was acknowledged. */
  #length: number;
  /** What a failed append may have left behind the acknowledged part. */
  #unfinished: Buffer | null = null;
  #state: 'open' | 'lost' | 'closed' = 'open';
  #last: Promise<unknown> = Promise.resolve();

  constructor(start: {
    readonly path: string;
    readonly id: string;
    readonly handle: FileHandle;
    readonly options: JournalOptions<P>;
    readonly entries: readonly JournalEntry<P>[];
    readonly head: JournalHead;
    readonly length: number;
    readonly torn: TornTail | null;
  }) {
    this.#path = start.path;
    this.#id = start.id;
    this.#handle = start.handle;
    this.#options = start.options;
    this.#entries = [...start.entries];
    this.#head = start.head;
    this.#length = start.length;
    this.torn = start.torn;
  }

  get entries(): readonly JournalEntry<P>[] {
    return this.#entries;
  }

  get head(): JournalHead {
    return this.#head;
  }

  append(entry: NewEntry<P>): Promise<JournalEntry<P>> {
    return this.#next(() => this.#append(entry));
  }

  async close(): Promise<void> {
    await this.#next(async () => {
      if (this.#state === 'closed') return;
      this.#state = 'closed';
      await this.#handle.close();
    });
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined); // The one who asked hears of it; the next starts from a sound end.
    return result;
  }

  async #append(entry: NewEntry<P>): Promise<JournalEntry<P>> {
    if (this.#state === 'closed') throw new Error('append to a closed journal');
    if (this.#state === 'lost') throw this.#held();
    await this.#options.guard?.();
    const { clock, parsePayload } = this.#options;
    const line = Buffer.from(
      encodeEntry({
        ...entry,
        seq: this.#head.seq + 1,
        utc: clock.now().toISOString(),
        monotonic: clock.monotonic(),
        prev: this.#head.hash,
      }),
    );
    // What will be read from the disk, not what was handed in: both must be the same to whoever folds them.
    const stored = decodeEntry(line);
    if (stored === null) throw new Error(`not a journal entry: ${entry.action}`);
    const appended = { ...stored, payload: parsePayload(stored.payload) };

    const bytes = Buffer.concat([line, Buffer.of(0x0a)]);
    await this.#expectUntouched();
    try {
      await this.#write(bytes);
    } catch (cause) {
      this.#unfinished = bytes;
      // Where even this fails, the next append does it, or the next opening.
      await this.#cutUnfinished().catch(() => undefined);
      throw this.#failed(cause);
    }
    if (!(await this.#standsThere(bytes))) throw this.#lose();
    this.#length += bytes.length;
    this.#head = { seq: stored.seq, hash: lineHash(line) };
    this.#entries.push(appended);
    return appended;
  }

  async #write(bytes: Buffer): Promise<void> {
    for (let written = 0; written < bytes.length;) {
      written += (await this.#handle.write(bytes, written)).bytesWritten;
    }
    await this.#handle.datasync();
  }

  /** Whether the file ends in these bytes right behind what was acknowledged: a second writer would have moved them. */
  async #standsThere(bytes: Buffer): Promise<boolean> {
    const found = Buffer.alloc(bytes.length + 1);
    const { bytesRead } = await this.#handle.read(found, 0, found.length, this.#length);
    return bytesRead === bytes.length && found.subarray(0, bytesRead).equals(bytes);
  }

  async #expectUntouched(): Promise<void> {
    try {
      if (this.#unfinished !== null) await this.#cutUnfinished();
      const { id, size } = await identify(this.#path);
      if (id === this.#id && size === this.#length) return;
    } catch (cause) {
      if (cause instanceof AppError) throw cause;
      if (systemErrorCode(cause) !== 'ENOENT') throw this.#failed(cause);
    }
    throw this.#lose();
  }

  /** Removes what a failed append left, provided that it is only that. */
  async #cutUnfinished(): Promise<void> {
    const bytes = this.#unfinished;
    if (bytes === null) return;
    const { size } = await this.#handle.stat();
    const found = Buffer.alloc(Math.max(size - this.#length, 0));
    if (found.length > bytes.length) throw this.#lose();
    const { bytesRead } = await this.#handle.read(found, 0, found.length, this.#length);
    if (bytesRead !== found.length || !bytes.subarray(0, bytesRead).equals(found)) throw this.#lose();
    await cut(this.#path, this.#id, size, this.#length, this.#options.open ?? open);
    this.#unfinished = null;
  }

  #lose(): AppError {
    this.#state = 'lost';
    return this.#held();
  }

  #held(): AppError {
    return new AppError(
      'case-held',
      `案卷记录“${basename(this.#path)}”已被另一个程序改写，本次操作没有保存。请关闭本案卷后重新打开。`,
    );
  }

  #failed(cause: unknown): AppError {
    return new AppError(
      'output-failed',
      `案卷记录“${basename(this.#path)}”没有写成，本次操作没有保存，此前的内容未受影响。请检查磁盘空间和权限后重试。`,
      { cause },
    );
  }
}

/** Shortens a file, durably. An appending handle cannot do that on Windows, hence one of its own. */
async function cut(path: string, id: string, from: number, to: number, openFile: typeof open): Promise<void> {
  const handle = await openFile(path, 'r+');
  try {
    const found = await identify(handle);
    if (found.id !== id || found.size !== from) throw new Error(`${path} changed while it was being repaired`);
    await handle.truncate(to);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function openOrCreate(path: string, openFile: typeof open): Promise<FileHandle> {
  try {
    return await openFile(path, constants.O_RDWR | constants.O_APPEND);
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw error;
    return openFile(path, 'ax+', 0o600);
  }
}

/** Puts the end that was never acknowledged into a file of its own and cuts it off. @returns that file's name */
async function setAside(path: string, id: string, bytes: Buffer, length: number, openFile: typeof open) {
  const tail = bytes.subarray(length);
  const name = `${basename(path)}.torn-${lineHash(tail).slice(0, 8)}`;
  const handle = await openFile(join(dirname(path), name), 'w', 0o600);
  try {
    await handle.writeFile(tail);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(dirname(path));
  await cut(path, id, bytes.length, length, openFile);
  return name;
}

/**
 * Opens a journal for appending, or starts one; only one process may hold it at a time, see {@link takeLock}. What a
 * killed writer left unfinished at the end is moved to `<name>.torn-<hash>` first.
 * @throws AppError `journal-broken` where an entry before the end is wrong, with its number as `seq` in the data;
 * {@link readJournal} still reads up to there. `output-failed` where the file cannot be opened for writing. Errors of
 * the kind AppError that `parsePayload` throws come through as they are
 */
export async function openJournal<P>(path: string, options: JournalOptions<P>): Promise<Journal<P>> {
  const openFile = options.open ?? open;
  const name = basename(path);
  let handle: FileHandle | null = null;
  try {
    handle = await openOrCreate(path, openFile);
    const { id } = await identify(handle);
    const bytes = await handle.readFile();
    const { entries, head, length, torn, problem } = parseJournal(bytes, name, options.parsePayload);
    if (problem !== null) {
      if (problem.cause instanceof AppError) throw problem.cause;
      throw new AppError('journal-broken', problem.message, {
        cause: problem.cause,
        data: { seq: problem.seq, reason: problem.reason },
      });
    }
    const keptAs = torn === null ? null : await setAside(path, id, bytes, length, openFile);
    // Whoever wrote last may have been killed between writing and syncing: what is shown from now on must be kept.
    await handle.sync();
    await syncFolder(dirname(path));
    return new OpenJournal({
      path,
      id,
      handle,
      options,
      entries,
      head,
      length,
      torn: torn === null ? null : { ...torn, keptAs },
    });
  } catch (cause) {
    await handle?.close();
    if (cause instanceof AppError) throw cause;
    throw new AppError('output-failed', `案卷记录“${name}”无法打开供写入。请检查存放位置是否可用、权限是否足够。`, {
      cause,
    });
  }
}
