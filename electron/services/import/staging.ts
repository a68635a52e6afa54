import { lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { renameWithPatience, syncFolder } from '../../storage/durable-file.ts';
import { isAbandoned, ownerMarkPattern, releaseOwnerMark, takeOwnerMark } from '../../storage/owner-mark.ts';

const stagingName = new RegExp(`^\\.\\d{8}-\\d{6}-[0-9a-f]{4}\\.importing-(${ownerMarkPattern})$`, 'u');

/** A case that is being put together out of sight. */
export interface Staging {
  /** The hidden folder; it becomes the case as a whole or not at all. */
  readonly folder: string;
  /** Where copies lie until they are proven. */
  readonly incoming: string;
  /** Where proven copies lie, named by their hash. */
  readonly originals: string;
  /** Makes the case visible, durably. @returns its folder */
  readonly publish: () => Promise<string>;
  /** Removes everything. */
  readonly discard: () => Promise<void>;
}

/** Starts a case beside where it will stand, on the same disk. */
export async function startStaging(store: string, caseId: string): Promise<Staging> {
  const mark = takeOwnerMark();
  const folder = join(store, `.${caseId}.importing-${mark}`);
  const incoming = join(folder, `.incoming-${mark}`);
  const originals = join(folder, 'originals');
  const discard = async () => {
    await rm(folder, { recursive: true, force: true });
    releaseOwnerMark(mark);
  };
  try {
    for (const path of [folder, incoming, originals]) await mkdir(path, { mode: 0o700 });
  } catch (error) {
    await discard();
    throw error;
  }
  const publish = async () => {
    await rm(incoming, { recursive: true });
    await syncFolder(originals);
    await syncFolder(folder);
    const visible = join(store, caseId);
    await renameWithPatience(folder, visible);
    await syncFolder(store);
    releaseOwnerMark(mark);
    return visible;
  };
  return { folder, incoming, originals, publish, discard };
}

/**
 * Removes what imports that were killed left in the store. Only their own hidden folders are touched: a case that is
 * visible never is, nor one that a living process is putting together.
 * @param now milliseconds since 1970
 * @returns names of the folders removed
 */
export async function sweepStagings(store: string, now: number): Promise<readonly string[]> {
  const removed: string[] = [];
  for (const name of (await readdir(store)).toSorted()) {
    const mark = stagingName.exec(name)?.[1];
    if (mark === undefined) continue;
    const path = join(store, name);
    if (!isAbandoned(mark, (await lstat(path)).mtimeMs, now)) continue;
    await rm(path, { recursive: true, force: true });
    removed.push(name);
  }
  return removed;
}
