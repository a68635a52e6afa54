import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import { readCaseFile, type CaseFile } from '../import/case-file.ts';

/** What a case's folder is called; nothing else is ever joined to the store. */
export const caseFolderName = /^\d{8}-\d{6}-[0-9a-f]{4}$/u;

/**
 * The folder of a case, which is there.
 * @throws AppError `not-found`
 */
export async function caseFolder(store: string, caseId: string): Promise<string> {
  if (!caseFolderName.test(caseId)) throw new Error(`not a case's name: ${caseId}`);
  const folder = join(store, caseId);
  const status = await stat(folder).catch(() => null);
  if (!status?.isDirectory()) {
    throw new AppError('not-found', `找不到案卷“${caseId}”。它可能已被移走，或存放案卷的文件夹已经更换，请核对设置。`);
  }
  return folder;
}

/**
 * The manifest of a case: what was taken in, and what was refused.
 * @param onRecovered told in Chinese when the last good copy had to stand in
 * @throws AppError `not-found`, `damaged-file`, `not-readable`
 */
export async function readManifest(
  folder: string,
  caseId: string,
  onRecovered: (message: string) => void,
): Promise<CaseFile> {
  const manifest = await readCaseFile(folder, onRecovered);
  if (manifest === null) {
    throw new AppError('not-found', `案卷“${caseId}”中没有收件清单 case.json，无法打开。请从备份介质恢复。`);
  }
  return manifest;
}
