import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { AppError } from '../../shared/contract/errors.ts';
import { systemErrorCode } from '../storage/durable-file.ts';

/** A read that failed, in the words of the person; the caller knows the file's name. */
export function explainReadError(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  const code = systemErrorCode(cause);
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new AppError('not-found', '文件不存在，可能已被移动或改名。请核对路径后重试。', { cause });
    case 'EACCES':
    case 'EPERM':
      return new AppError('not-readable', '没有读取权限。请检查文件权限，或复制到有权限的位置后重试。', { cause });
    case 'ELOOP':
      return new AppError('not-readable', '是符号链接，为防止读到别处的文件，没有读取。请提交它所指的文件本身。', {
        cause,
      });
    case 'EBUSY':
      return new AppError('not-readable', '文件正被其他程序占用。请关闭打开它的程序后重试。', { cause });
    default:
      return new AppError('not-readable', `读取时出错（${code || '未知'}）。请检查介质是否完好，重新复制后重试。`, {
        cause,
      });
  }
}

/**
 * Opens an existing regular file for reading; nothing else is opened, so that no device or pipe can hold the reader.
 * @param extraFlags further flags of open(2), such as O_NOFOLLOW
 * @throws AppError `not-found`, `not-readable`
 */
export async function openRegularFile(path: string, extraFlags = 0): Promise<FileHandle> {
  // Windows knows neither flag; Node leaves the constants out there.
  const nonBlocking = (constants as Partial<typeof constants>).O_NONBLOCK ?? 0;
  let handle: FileHandle;
  try {
    handle = await open(path, constants.O_RDONLY | nonBlocking | extraFlags);
  } catch (error) {
    throw explainReadError(error);
  }
  const isFile = await handle.stat().then(
    (status) => status.isFile(),
    () => false,
  );
  if (isFile) return handle;
  await handle.close();
  throw new AppError('not-readable', '不是普通文件，不能读取。请提交文件本身。');
}

/**
 * All bytes of a regular file.
 * @throws AppError `not-found`, `not-readable`, `limit-exceeded`
 */
export async function readWholeFile(path: string, maxBytes: number): Promise<Uint8Array> {
  const handle = await openRegularFile(path);
  try {
    const { size } = await handle.stat();
    if (size > maxBytes) {
      const limit = Math.floor(maxBytes / (1024 * 1024));
      throw new AppError('limit-exceeded', `文件超过 ${limit} MB 的上限，不能读取。请拆分或压缩图片后重新提交。`);
    }
    const bytes = new Uint8Array(size);
    let filled = 0;
    while (filled < size) {
      const { bytesRead } = await handle.read(bytes, filled, size - filled, filled);
      if (bytesRead === 0) throw new AppError('not-readable', '读取期间文件变短了。请等它写完后重试。');
      filled += bytesRead;
    }
    return bytes;
  } catch (error) {
    throw explainReadError(error);
  } finally {
    await handle.close();
  }
}
