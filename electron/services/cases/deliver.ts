import { createHash } from 'node:crypto';
import { readFile, rm, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Issued } from '../../../shared/cases/case-work.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { syncFolder } from '../../storage/durable-file.ts';
import type { Environment } from '../environment.ts';
import { writeNew } from '../opinion/written.ts';
import { originalPath } from './document-cache.ts';
import { freeNames } from './free-names.ts';
import type { OpenCase } from './open-case.ts';

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function issuedOf(opened: OpenCase): Issued {
  if (opened.work.issued !== null) return opened.work.issued;
  throw new AppError('bad-input', '本案的意见书还没有签发。请先在“签发”中完成签发。');
}

/** An issued file as it was signed. @throws AppError `not-found`, `damaged-file` */
async function readIssued(opened: OpenCase, file: Issued['files'][number]): Promise<Uint8Array> {
  // A journal that came from elsewhere must not lead out of the case's folder.
  const name = basename(file.name);
  const bytes = await readFile(join(opened.folder, name)).catch((cause: unknown) => {
    throw new AppError('not-found', `案卷中找不到已签发的文件“${name}”。请从备份介质恢复。`, { cause });
  });
  if (hashOf(bytes) === file.sha256) return bytes;
  throw new AppError('damaged-file', `案卷中的“${name}”与签发时不一致（SHA-256 已变）。请从备份介质恢复。`);
}

/** The issued PDF of a case and where its files lie. @throws AppError `bad-input`, `not-found`, `damaged-file` */
export async function readIssuedCase(opened: OpenCase): Promise<CallOutput<'cases.issued'>> {
  const { files } = issuedOf(opened);
  const pdf = files.find((file) => file.kind === 'pdf');
  if (!pdf) throw new AppError('not-found', '签发记录中没有 PDF 文件。请从备份介质恢复案卷。');
  return {
    pdf: Uint8Array.from(await readIssued(opened, pdf)),
    files: files.map((file) => ({ ...file, path: join(opened.folder, basename(file.name)) })),
    draftPath: originalPath(opened.folder, opened.work.draft ?? ''),
  };
}

/** Writes a copy and reads it back. */
async function copyProven(path: string, bytes: Uint8Array, sha256: string): Promise<void> {
  await writeNew(path, bytes);
  if (hashOf(await readFile(path)) !== sha256) throw new Error(`copy of ${path} differs`);
}

/**
 * Copies the issued files into a folder; every copy is on the disk, has been read back and has the hash that was
 * signed. Nothing is overwritten: all copies get a number where one of the names is taken.
 * @throws AppError `bad-input` where nothing is issued, `not-found`, `damaged-file`, `output-failed`
 */
export async function deliverCase(
  opened: OpenCase,
  into: string,
  env: Environment,
): Promise<CallOutput<'cases.deliver'>> {
  const { files } = issuedOf(opened);
  const folder = resolve(into);
  const status = await stat(folder).catch(() => null);
  if (!status?.isDirectory()) {
    throw new AppError('not-found', `目标文件夹“${basename(folder)}”不存在或读不到。请插好存储介质后重新选择。`);
  }
  const contents = await Promise.all(files.map((file) => readIssued(opened, file)));
  const names = await freeNames(
    folder,
    files.map((file) => basename(file.name)),
  );
  const written: string[] = [];
  try {
    for (const [index, file] of files.entries()) {
      env.progress('送出', { done: index, total: files.length });
      const path = join(folder, names[index] ?? '');
      written.push(path);
      await copyProven(path, contents[index] ?? new Uint8Array(), file.sha256);
    }
    await syncFolder(folder);
  } catch (cause) {
    for (const path of written) await rm(path, { force: true }).catch(() => undefined);
    throw new AppError(
      'output-failed',
      `送往“${basename(folder)}”的文件没有写成，未留下副本。请检查空间和写保护后重试。`,
      {
        cause,
      },
    );
  }
  await opened.note(`送往“${folder}”：${names.join('、')}`, { action: 'delivered' }, env);
  return { written };
}
