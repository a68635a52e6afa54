import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import { buildDocument } from '../../../shared/document/build-document.ts';
import type { ReviewedDocument } from '../../../shared/document/document.ts';
import { explainReadError, openRegularFile } from '../../jobs/read-whole-file.ts';
import type { Environment } from '../environment.ts';
import { parseInProcess } from './run-parser.ts';

/** SHA-256 of a file's bytes, lower-case hex. @throws AppError `not-found`, `not-readable`; the message names the file */
async function hashFile(path: string, name: string): Promise<string> {
  try {
    const handle = await openRegularFile(path);
    const hash = createHash('sha256');
    for await (const chunk of handle.createReadStream()) hash.update(chunk as Uint8Array); // no encoding is set: bytes
    return hash.digest('hex');
  } catch (error) {
    const { code, message } = explainReadError(error);
    throw new AppError(code, `文件“${name}”：${message}`, { cause: error });
  }
}

/**
 * Reads one file into the one document form. The hash is taken here, of the bytes on the disk, and must be the one the
 * parser process saw.
 * @param name what the person calls the file
 * @throws AppError whatever keeps the file from being read; the message names it
 */
export async function extractFile(path: string, env: Environment, name = basename(path)): Promise<ReviewedDocument> {
  const sha256 = await hashFile(path, name);
  const parsed = await parseInProcess(path, env, { name });
  if (parsed.sha256 !== sha256) {
    throw new AppError('not-readable', `文件“${name}”在读取期间被改动。请关闭正在编辑它的程序后重试。`);
  }
  return buildDocument(parsed.extraction, sha256);
}
