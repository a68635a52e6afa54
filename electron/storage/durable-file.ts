import { copyFile, link, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isAbandoned, ownerMarkPattern, releaseOwnerMark, takeOwnerMark } from './owner-mark.ts';

const temporaryName = new RegExp(`^\\..+\\.(${ownerMarkPattern})\\.tmp$`, 'u');

/** What a virus scanner or an indexer that holds the file makes Windows answer. */
const passingErrors = new Set(['EPERM', 'EACCES', 'EBUSY']);
const renamePauses = [10, 20, 40, 80, 160, 320, 640, 1280, 2560];

/** The error code of the operating system, e.g. ENOENT; empty for anything else. */
export function systemErrorCode(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** Makes a folder's entries durable. Windows has no such call; its journal keeps renames in order. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Renames, and tries again for about five seconds while something else holds the file.
 * @param renameOnce the operating system's rename
 * @throws the last error of the operating system
 */
export async function renameWithPatience(from: string, to: string, renameOnce = rename): Promise<void> {
  for (const pause of renamePauses) {
    try {
      await renameOnce(from, to);
      return;
    } catch (error) {
      if (!passingErrors.has(systemErrorCode(error))) throw error;
    }
    await delay(pause);
  }
  await renameOnce(from, to);
}

/** Where the last good copy of a durably written file stands. */
export function backupPath(path: string): string {
  return `${path}.bak`;
}

/** Puts the current file beside itself as `.bak`: a second name for the same bytes, or a copy where links are unknown. */
async function keepBackup(path: string, mark: string): Promise<void> {
  const spare = join(dirname(path), `.${basename(path)}.${mark}.tmp`);
  try {
    await link(path, spare);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return;
    await copyFile(path, spare);
    const handle = await open(spare, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
  try {
    await renameWithPatience(spare, backupPath(path));
  } finally {
    // Renaming one name of a file onto another name of the same file does nothing and leaves both.
    await rm(spare, { force: true });
  }
}

/**
 * Writes a file so that after a crash or a power cut either the old or the new content is there, whole; the previous
 * content stays as `.bak`. It has reached the disk when this resolves. Writes to one path must not overlap.
 * @throws errors of the operating system; the old content is untouched then
 */
export async function writeFileDurably(path: string, content: string | Uint8Array): Promise<void> {
  const folder = dirname(path);
  const [mark, backupMark] = [takeOwnerMark(), takeOwnerMark()];
  const temporary = join(folder, `.${basename(path)}.${mark}.tmp`);
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await keepBackup(path, backupMark);
    await renameWithPatience(temporary, path);
    await syncFolder(folder);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    releaseOwnerMark(mark);
    releaseOwnerMark(backupMark);
  }
}

/**
 * Removes what killed writers left in a folder; what living ones are writing stays.
 * @param now milliseconds since 1970
 * @returns names of the files removed
 */
export async function sweepTemporaries(folder: string, now: number): Promise<readonly string[]> {
  const removed: string[] = [];
  for (const name of (await readdir(folder)).toSorted()) {
    const mark = temporaryName.exec(name)?.[1];
    if (mark === undefined) continue;
    const path = join(folder, name);
    if (!isAbandoned(mark, (await stat(path)).mtimeMs, now)) continue;
    await rm(path, { force: true });
    removed.push(name);
  }
  return removed;
}
