import { link, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';
import { z } from '../../shared/contract/schema.ts';
import { systemErrorCode } from './durable-file.ts';
import { isAbandoned, localProcess, ownerMarkPattern, releaseOwnerMark, takeOwnerMark } from './owner-mark.ts';
import { isSameProcessRunning, ownLife } from './process-life.ts';

/** How long a holder on another workstation may be silent before it counts as dead: six heartbeats, in milliseconds. */
const lockPatience = 120_000;

/** Each further round means that somebody else got on meanwhile, so nobody gets here without a fault in the file system. */
const maximumRounds = 100;

/** In UTF-16 units; a longer name is shortened when the lock is written. */
export const maximumHolderText = 200;

const text = z.string().max(maximumHolderText);

const lockForm = z.object({
  mark: z.string().regex(new RegExp(`^${ownerMarkPattern}$`, 'u')),
  user: text,
  workstation: text,
  since: text,
  boot: text.nullable(),
  started: text.nullable(),
});

/** Who holds a case, in words for the person who would like to. */
export interface LockHolder {
  readonly user: string;
  readonly workstation: string;
  /** ISO 8601 in UTC, by the holder's clock. */
  readonly since: string;
}

/** A lock file that is this process's: the claim under the lock's name, with the handle through which it is kept fresh. */
export interface PlacedClaim {
  readonly mark: string;
  readonly path: string;
  readonly handle: FileHandle;
  /** Length of the file. */
  readonly length: number;
}

/** The outcome of trying to place a claim; a holder of null is one whose file says nothing. */
export type Placing =
  | { readonly kind: 'held'; readonly claim: PlacedClaim }
  | { readonly kind: 'taken-by'; readonly holder: LockHolder | null };

interface FoundLock {
  readonly mark: string;
  readonly holder: LockHolder | null;
  /** Null where the file could not be read as a lock: it is being written, or a power cut emptied it. */
  readonly life: { readonly boot: string | null; readonly started: string | null } | null;
  /** By the clock of the file's server, in milliseconds since 1970. */
  readonly modified: number;
}

/** What a lock file says; null where there is none. @throws errors of the operating system */
export async function readLock(path: string): Promise<FoundLock | null> {
  let handle: FileHandle;
  try {
    handle = await open(path, 'r');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
  try {
    const { ino, mtimeMs } = await handle.stat();
    const parsed = lockForm.safeParse(parseJson(await handle.readFile('utf8')));
    if (!parsed.success) {
      return { mark: `unreadable-${ino}-${Math.floor(mtimeMs)}`, holder: null, life: null, modified: mtimeMs };
    }
    const { mark, user, workstation, since, boot, started } = parsed.data;
    return { mark, holder: { user, workstation, since }, life: { boot, started }, modified: mtimeMs };
  } finally {
    await handle.close();
  }
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined; // No lock, which the schema finds as well.
  }
}

/**
 * Whether the holder has ended. On this workstation the system knows; elsewhere only silence tells.
 * @param now by the clock of the file's server
 */
function isDead(found: FoundLock, now: number): boolean {
  const pid = localProcess(found.mark);
  // A workstation of the same name, or this one before it was started anew, has other processes under these numbers.
  if (pid !== null && found.life !== null && found.life.boot === ownLife().boot) {
    return !isSameProcessRunning(pid, found.life.started);
  }
  return now - found.modified > lockPatience;
}

/** A lock file under a name of its own, written whole before it is shown under the lock's. */
interface Claim extends PlacedClaim {
  readonly content: string;
  /** When it was written, by the clock of the file's server. */
  readonly written: number;
}

async function makeClaim(root: string, holder: LockHolder): Promise<Claim> {
  const mark = takeOwnerMark();
  const path = join(dirname(root), `.${basename(root)}.${mark}.tmp`);
  const content = `${JSON.stringify({ mark, ...holder, ...ownLife() })}\n`;
  try {
    const handle = await writeNew(path, content);
    const { mtimeMs } = await handle.stat();
    return { mark, path, handle, content, length: Buffer.byteLength(content), written: mtimeMs };
  } catch (error) {
    releaseOwnerMark(mark);
    throw error;
  }
}

/** Writes a file that must not exist yet. @returns it, still open */
async function writeNew(path: string, content: string): Promise<FileHandle> {
  const handle = await open(path, 'wx+', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
    return handle;
  } catch (error) {
    await handle.close();
    await rm(path, { force: true });
    throw error;
  }
}

async function discardClaim(claim: Claim): Promise<void> {
  await claim.handle.close();
  await rm(claim.path, { force: true });
  releaseOwnerMark(claim.mark);
}

/** Shows the claim under the lock's name unless something has that name. */
async function placeNew(claim: Claim, path: string): Promise<PlacedClaim | null> {
  try {
    await link(claim.path, path);
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return null;
    return placeWithoutLink(claim, path);
  }
  await removeLeftover(claim.path);
  return { ...claim, path };
}

/** For file systems that know no second names (FAT, some shares): others may see the lock before it is whole. */
async function placeWithoutLink(claim: Claim, path: string): Promise<PlacedClaim | null> {
  let handle: FileHandle;
  try {
    handle = await writeNew(path, claim.content);
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return null;
    throw error;
  }
  await claim.handle.close();
  await removeLeftover(claim.path);
  return { ...claim, path, handle };
}

/** Removes what is worth nothing any more. Where that fails, the next holder sweeps it; the lock stands all the same. */
async function removeLeftover(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
}

/** The right to replace or remove the lock with this mark, itself a lock. */
function breakPath(root: string, mark: string): string {
  return `${root}.break-${mark}`;
}

/**
 * Puts the claim in a dead holder's place. Only who holds the right to break that mark may, and looks again before:
 * marks never come back, so a right that comes too late is worth nothing.
 */
async function replaceDead(claim: Claim, path: string, root: string, dead: FoundLock, holder: LockHolder) {
  const right = await placeClaim(breakPath(root, dead.mark), root, holder);
  if (right.kind === 'taken-by') return right;
  try {
    const now = await readLock(path);
    if (now?.mark !== dead.mark || !isDead(now, claim.written) || !(await isPlaced(right.claim))) return null;
    await rename(claim.path, path);
    return { kind: 'held', claim: { ...claim, path } } as const;
  } catch (error) {
    // Windows replaces no file that somebody still has open, and a server may keep a dead client's files open a while.
    if (['EPERM', 'EACCES', 'EBUSY'].includes(systemErrorCode(error))) {
      return { kind: 'taken-by', holder: dead.holder } as const;
    }
    throw error;
  } finally {
    // A right that stays behind names a mark that is gone; the next holder sweeps it.
    await withdraw(right.claim).catch(() => undefined);
  }
}

/**
 * Tries to become the holder of the lock file at a path.
 * @param root the lock after which claims and rights to break are named
 * @throws errors of the operating system
 */
export async function placeClaim(path: string, root: string, holder: LockHolder): Promise<Placing> {
  const claim = await makeClaim(root, holder);
  let isPlacedNow = false;
  try {
    for (let round = 0; round < maximumRounds; round += 1) {
      const placed = await placeNew(claim, path);
      if (placed !== null) {
        isPlacedNow = true;
        return { kind: 'held', claim: placed };
      }
      const found = await readLock(path);
      if (found === null) continue;
      if (found.mark === claim.mark) {
        // A file server that answered twice, and the second time that the name exists.
        isPlacedNow = true;
        return { kind: 'held', claim: { ...claim, path } };
      }
      if (!isDead(found, claim.written)) return { kind: 'taken-by', holder: found.holder };
      const replaced = await replaceDead(claim, path, root, found, holder);
      if (replaced === null) continue;
      isPlacedNow = replaced.kind === 'held';
      return replaced;
    }
    throw new AppError('case-held', '案卷的占用登记一直在变动，暂时无法取得。请稍后重试。');
  } finally {
    if (!isPlacedNow) await discardClaim(claim);
  }
}

/** Whether the file under the lock's name is still this process's. */
export async function isPlaced(claim: PlacedClaim): Promise<boolean> {
  return (await readLock(claim.path))?.mark === claim.mark;
}

/** Removes a placed claim that nobody else can be replacing just now. */
export async function withdraw(claim: PlacedClaim): Promise<void> {
  try {
    if (await isPlaced(claim)) await rm(claim.path, { force: true });
  } finally {
    await claim.handle.close();
    releaseOwnerMark(claim.mark);
  }
}

/** Removes the lock itself, holding the right to break it, so that nobody replaces it between the look and the removal. */
export async function withdrawLock(claim: PlacedClaim, holder: LockHolder): Promise<void> {
  // Without room for the right's file, the look alone has to do.
  const right = await placeClaim(breakPath(claim.path, claim.mark), claim.path, holder).catch(() => null);
  if (right?.kind === 'taken-by') {
    // Somebody takes this process for dead and is replacing the lock already.
    await claim.handle.close();
    releaseOwnerMark(claim.mark);
    return;
  }
  try {
    await withdraw(claim);
  } finally {
    if (right !== null) await withdraw(right.claim);
  }
}

/**
 * Removes what dead processes left of their claims and rights; only for the holder of the lock. Rights over marks that
 * are not in the lock any more are worth nothing, whoever holds them.
 */
export async function sweepLockFiles(claim: PlacedClaim, now: number): Promise<void> {
  const [folder, name] = [dirname(claim.path), basename(claim.path)];
  const rights = `${name}.break-`;
  for (const found of await readdir(folder)) {
    const path = join(folder, found);
    if (found.startsWith(rights)) {
      if (found !== `${rights}${claim.mark}`) await removeLeftover(path);
    } else if (found.startsWith(`.${name}.`) && found.endsWith('.tmp')) {
      const mark = found.slice(name.length + 2, -'.tmp'.length);
      if (isAbandoned(mark, now, now)) await removeLeftover(path);
    }
  }
}
