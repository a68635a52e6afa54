import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { caseId } from '../../../shared/contract/common.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { readCaseFile, type CaseFile } from '../import/case-file.ts';

/** Whether a name is that of a case's folder; nothing else is ever joined to the store. */
export function isCaseName(name: string): boolean {
  return caseId.safeParse(name).success;
}

/**
 * The folder of a case, which is there.
 * @throws AppError `not-found`
 */
export async function caseFolder(store: string, id: string): Promise<string> {
  if (!isCaseName(id)) throw new Error(`not a case's name: ${id}`);
  const folder = join(store, id);
  const status = await stat(folder).catch(() => null);
  if (!status?.isDirectory()) {
    throw new AppError('not-found', `找不到案卷“${id}”。它可能已被移走，或存放案卷的文件夹已经更换，请核对设置。`);
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
  id: string,
  onRecovered: (message: string) => void,
): Promise<CaseFile> {
  const manifest = await readCaseFile(folder, onRecovered);
  if (manifest === null) {
    throw new AppError('not-found', `案卷“${id}”中没有收件清单 case.json，无法打开。请从备份介质恢复。`);
  }
  return manifest;
}
