import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { AppError } from '../../../shared/contract/errors.ts';
import { explainReadError, openRegularFile } from '../../jobs/read-whole-file.ts';

/** A copy on the disk that has been read back. */
export interface ProvenCopy {
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

const chunkSize = 1024 * 1024;

/** A failure of the store and not of the source: it ends the whole import. */
export function storeFailure(cause: unknown): AppError {
  return new AppError('output-failed', '案卷没有写成，未收入任何文件。请检查存放案卷的磁盘空间和权限后重试。', {
    cause,
  });
}

async function readChunk(source: FileHandle, buffer: Uint8Array): Promise<number> {
  try {
    return (await source.read(buffer, 0, buffer.length, null)).bytesRead;
  } catch (error) {
    throw explainReadError(error);
  }
}

function tooLarge(maxBytes: number): AppError {
  const megabytes = Math.floor(maxBytes / 1024 ** 2);
  return new AppError('limit-exceeded', `超过 ${megabytes} MB 的上限，没有收入。请拆分或压缩图片后重新提交。`);
}

/** Copies to the end of the source and makes the copy durable and read-only. */
async function copyThrough(
  source: FileHandle,
  target: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<ProvenCopy> {
  const hash = createHash('sha256');
  const buffer = new Uint8Array(chunkSize);
  let size = 0;
  const copy = await open(target, 'wx', 0o600).catch((error: unknown) => {
    throw storeFailure(error);
  });
  try {
    for (let read = await readChunk(source, buffer); read > 0; read = await readChunk(source, buffer)) {
      if (signal.aborted) throw new AppError('cancelled', '已取消导入，未收入任何文件。');
      size += read;
      if (size > maxBytes) throw tooLarge(maxBytes);
      hash.update(buffer.subarray(0, read));
      await copy.writeFile(buffer.subarray(0, read));
    }
    await copy.chmod(0o444);
    await copy.sync();
  } catch (error) {
    throw error instanceof AppError ? error : storeFailure(error);
  } finally {
    await copy.close();
  }
  return { size, sha256: hash.digest('hex') };
}

async function hashCopy(path: string): Promise<ProvenCopy> {
  const hash = createHash('sha256');
  let size = 0;
  const handle = await open(path, 'r');
  // No encoding is set: chunks are bytes.
  for await (const chunk of handle.createReadStream({ highWaterMark: chunkSize })) {
    size += (chunk as Uint8Array).length;
    hash.update(chunk as Uint8Array);
  }
  return { size, sha256: hash.digest('hex') };
}

/**
 * Copies a file and proves the copy: it is on the disk, has the hash of what was read, and the source did not change
 * meanwhile. The source is opened for reading only and never through a link.
 * @param target must not exist; it is made read-only
 * @throws AppError about the source: `not-found`, `not-readable`, `limit-exceeded`, `copy-failed`; about the store:
 * `output-failed`; `cancelled`. Messages about the source do not name it
 */
export async function copyProven(
  path: string,
  target: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<ProvenCopy> {
  // Windows has no such flag; there the lstat before is all there is.
  const noFollow = (constants as Partial<typeof constants>).O_NOFOLLOW ?? 0;
  const source = await openRegularFile(path, noFollow);
  try {
    const before = await source.stat({ bigint: true });
    if (before.size > BigInt(maxBytes)) throw tooLarge(maxBytes);
    const read = await copyThrough(source, target, maxBytes, signal);
    const after = await source.stat({ bigint: true });
    if (before.size !== after.size || before.mtimeNs !== after.mtimeNs || after.size !== BigInt(read.size)) {
      throw new AppError('copy-failed', '在复制期间被改动，没有收入。请关闭正在编辑它的程序后重新提交。');
    }
    const copy = await hashCopy(target).catch((error: unknown) => {
      throw storeFailure(error);
    });
    if (copy.sha256 !== read.sha256 || copy.size !== read.size) {
      throw new AppError('copy-failed', '副本与原件不一致，没有收入。存放案卷的磁盘可能有故障，请检查后重新提交。');
    }
    return copy;
  } finally {
    await source.close();
  }
}
