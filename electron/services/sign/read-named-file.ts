import { basename } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import { explainReadError, readWholeFile } from '../../jobs/read-whole-file.ts';
import { defaultLimits } from '../extract/format.ts';

/**
 * All bytes of a file that the person named.
 * @param what what the file is to the person, e.g. 要验证的文件
 * @throws AppError `not-found`, `not-readable`, `limit-exceeded`; the message says which file
 */
export async function readNamedFile(path: string, what: string): Promise<Uint8Array> {
  try {
    return await readWholeFile(path, defaultLimits.maxFileBytes);
  } catch (error) {
    const { code, message } = explainReadError(error);
    throw new AppError(code, `${what}“${basename(path)}”：${message}`, { cause: error });
  }
}

/** Likewise for a file that may be absent: null then. @throws AppError `not-readable`, `limit-exceeded` */
export async function readFileIfPresent(path: string, what: string): Promise<Uint8Array | null> {
  try {
    return await readNamedFile(path, what);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  }
}
