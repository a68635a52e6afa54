import { link, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import { renameWithPatience, syncFolder, systemErrorCode, writeFileDurably } from '../../storage/durable-file.ts';

/**
 * Where the application keeps keys of its own. The one seam at which an encrypted vault takes over from a folder: a
 * vault implements these functions and nothing else changes.
 */
export interface KeyStore {
  /** The bytes under this name; null where there are none. @throws AppError `not-readable` */
  readonly load: (name: string) => Promise<Uint8Array | null>;
  /** Keeps the bytes unless the name is taken, and answers what is under the name now. @throws AppError `output-failed` */
  readonly keep: (name: string, bytes: Uint8Array) => Promise<Uint8Array>;
  /** The place as a person finds it, for messages. */
  readonly describe: (name: string) => string;
}

/**
 * Keeps keys as files that their owner alone may read (folder 0700, files 0600). Written durably: the file is complete
 * on the disk before it has its name. Of two processes that keep at the same time the first wins, lest a signature be
 * made with a key that is lost at once.
 */
export function folderKeyStore(folder: string, randomBytes: (length: number) => Uint8Array): KeyStore {
  return {
    describe: (name) => join(folder, name),
    load: (name) => loadFile(join(folder, name)),
    keep: async (name, bytes) => {
      const target = join(folder, name);
      const draft = `${target}.${Buffer.from(randomBytes(8)).toString('hex')}`;
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFileDurably(draft, bytes);
        await claimName(draft, target);
        await syncFolder(folder);
      } catch (error) {
        throw new AppError('output-failed', `本机签名密钥没有存成：无法写入“${target}”。请检查磁盘空间和文件夹权限。`, {
          cause: error,
        });
      } finally {
        await rm(draft, { force: true });
      }
      return (await loadFile(target)) ?? bytes;
    },
  };
}

async function loadFile(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return null;
    throw new AppError('not-readable', `本机签名密钥“${path}”无法读取。请检查该文件的权限。`, { cause: error });
  }
}

/** A hard link never overwrites; on a file system without links the rename that follows might. */
async function claimName(draft: string, target: string): Promise<void> {
  try {
    await link(draft, target);
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return;
    await renameWithPatience(draft, target);
  }
}
