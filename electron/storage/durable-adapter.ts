import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Adapter } from 'lowdb';
import { AppError } from '../../shared/contract/errors.ts';
import { z } from '../../shared/contract/schema.ts';
import { backupPath, renameWithPatience, systemErrorCode, writeFileDurably } from './durable-file.ts';

/** The form of a stored value on disk: which schema it obeys, and the hash of its JSON. */
const envelope = z.object({ schema: z.int().positive(), sha256: z.string(), value: z.unknown() });

/** What an adapter is made for. */
export interface DurableAdapterOptions<T> {
  readonly path: string;
  /** Version of the value's schema; a file with a higher one comes from a newer application and is left alone. */
  readonly schema: number;
  /** Turns what was stored (under this or an older schema) into the value. Throws on what it does not know. */
  readonly parse: (value: unknown, schema: number) => T;
  /** Called with a Chinese sentence when the last good copy had to stand in for a damaged file. */
  readonly onRecovered: (message: string) => void;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Keeps one JSON value in one file, durably, as lowdb's adapter: lowdb's own never syncs and shares a temporary name. */
export class DurableAdapter<T> implements Adapter<T> {
  readonly #options: DurableAdapterOptions<T>;
  #lastWrite: Promise<void> = Promise.resolve();

  /** @param options where the value lives and how it is checked */
  constructor(options: DurableAdapterOptions<T>) {
    this.#options = options;
  }

  /**
   * The stored value; null where nothing was stored yet. A damaged file is kept under the name `….bad-<hash>`.
   * @throws AppError `damaged-file` when neither the file nor its last good copy can be used, `not-readable` when it
   * comes from a newer application
   */
  async read(): Promise<T | null> {
    const { path } = this.#options;
    const main = await this.#attempt(path);
    if (main.kind === 'value') return main.value;
    const backup = await this.#attempt(backupPath(path));
    if (backup.kind === 'missing' && main.kind === 'missing') return null;
    const name = basename(path);
    if (backup.kind !== 'value') {
      const cause = main.kind === 'damaged' ? main.cause : backup.kind === 'damaged' ? backup.cause : undefined;
      throw new AppError('damaged-file', `数据文件“${name}”已损坏，且没有可用的备份。请从备份介质恢复后重试。`, {
        cause,
      });
    }
    if (main.kind === 'damaged') await this.#setAside(path, main.bytes);
    this.#options.onRecovered(
      `数据文件“${name}”${main.kind === 'missing' ? '不见了' : '已损坏'}，已改用上一次保存的备份；最后一次修改可能没有保留，请核对。`,
    );
    return backup.value;
  }

  /**
   * Stores the value; it is on the disk when this resolves. Writes of one adapter follow one another.
   * @throws AppError `output-failed`; the old value is untouched then
   */
  async write(value: T): Promise<void> {
    const text = JSON.stringify(value);
    const { path, schema } = this.#options;
    const content = `{"schema":${schema},"sha256":"${sha256(text)}","value":${text}}\n`;
    this.#lastWrite = this.#lastWrite.catch(() => undefined).then(() => writeFileDurably(path, content));
    try {
      await this.#lastWrite;
    } catch (cause) {
      throw new AppError(
        'output-failed',
        `数据文件“${basename(path)}”没有写成，原有内容未受影响。请检查磁盘空间和权限。`,
        {
          cause,
        },
      );
    }
  }

  async #attempt(path: string): Promise<Attempt<T>> {
    let bytes: Uint8Array | null = null;
    try {
      bytes = await readFile(path);
      const stored = envelope.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
      if (stored.schema > this.#options.schema) {
        throw new AppError('not-readable', `数据文件“${basename(path)}”由更新版本的程序写成，请用新版打开。`);
      }
      if (sha256(JSON.stringify(stored.value)) !== stored.sha256) throw new Error('checksum differs');
      return { kind: 'value', value: this.#options.parse(stored.value, stored.schema) };
    } catch (cause) {
      if (cause instanceof AppError) throw cause;
      return systemErrorCode(cause) === 'ENOENT' ? { kind: 'missing' } : { kind: 'damaged', bytes, cause };
    }
  }

  /** Moves the damaged file out of the way, so that the next write does not make it the last good copy. */
  async #setAside(path: string, bytes: Uint8Array | null): Promise<void> {
    const tag = createHash('sha256')
      .update(bytes ?? '')
      .digest('hex')
      .slice(0, 8);
    try {
      await renameWithPatience(path, `${path}.bad-${tag}`);
    } catch (error) {
      // On a read-only medium it stays where it is; nothing can be written over it there either.
      if (systemErrorCode(error) !== 'EROFS') throw error;
    }
  }
}

type Attempt<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged'; readonly bytes: Uint8Array | null; readonly cause: unknown };
