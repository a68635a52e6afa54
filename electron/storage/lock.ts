import { basename, dirname } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';
import {
  isPlaced,
  maximumHolderText,
  placeClaim,
  readLock,
  sweepLockFiles,
  withdrawLock,
  type LockHolder,
  type PlacedClaim,
} from './lock-file.ts';

export type { LockHolder } from './lock-file.ts';

/** How often a holder shows that it lives, in milliseconds. */
const heartbeat = 20_000;

/** A lock that this process holds until it releases it or ends. */
export interface Lock {
  readonly holder: LockHolder;
  /** Whether the lock is still this process's; false also when that cannot be found out. */
  isHeld(): Promise<boolean>;
  /** For use before every write. @throws AppError `case-held`, with who holds it now, when the lock is lost */
  expectHeld(): Promise<void>;
  /** Gives it back; another holder's is left alone. */
  release(): Promise<void>;
}

/** The lock, or who has it; null where its file does not say. */
export type LockResult =
  { readonly kind: 'held'; readonly lock: Lock } | { readonly kind: 'taken-by'; readonly holder: LockHolder | null };

class HeldLock implements Lock {
  readonly holder: LockHolder;
  readonly #claim: PlacedClaim;
  readonly #timer: NodeJS.Timeout;
  #beat: Promise<void> = Promise.resolve();
  #isReleased = false;

  constructor(claim: PlacedClaim, holder: LockHolder) {
    this.#claim = claim;
    this.holder = holder;
    this.#timer = setInterval(() => {
      this.#beat = this.#beat.then(() => this.#showLife());
    }, heartbeat);
    this.#timer.unref();
  }

  async isHeld(): Promise<boolean> {
    if (this.#isReleased) return false;
    return isPlaced(this.#claim).catch(() => false);
  }

  async expectHeld(): Promise<void> {
    if (await this.isHeld()) return;
    const now = await readLock(this.#claim.path).catch(() => null);
    const who = now?.holder === undefined || now.holder === null ? '另一个程序' : describe(now.holder);
    throw new AppError(
      'case-held',
      `本案卷的办理权已由${who}取得，或存放位置已经断开，本次操作没有保存。请关闭本案卷后重新打开。`,
    );
  }

  async release(): Promise<void> {
    if (this.#isReleased) return;
    this.#isReleased = true;
    clearInterval(this.#timer);
    await this.#beat;
    // Fails where the share is gone: the silence of this process then gives the lock back.
    await withdrawLock(this.#claim, this.holder).catch(() => undefined);
  }

  /** Writes the last byte again: its server notes the time by its own clock, the only one that all share. */
  async #showLife(): Promise<void> {
    const { handle, length } = this.#claim;
    try {
      await handle.write('\n', length - 1);
      await handle.sync();
    } catch {
      // A share that is gone. Whether the lock is gone too, `isHeld` finds out before the next write.
    }
  }
}

function describe({ user, workstation }: LockHolder): string {
  return `“${user}”（工作站“${workstation}”）`;
}

/**
 * Tries to take the lock at a path, once and without waiting; a dead holder's is taken over. One lock per folder of a
 * case makes sure that one process writes to it, on a local disk as on a shared folder.
 * @param path the lock's file, e.g. `case.lock` in the case's folder
 * @param now what the holder's `since` says
 * @throws AppError `output-failed` where the folder cannot be written to (open it for reading then)
 */
export async function takeLock(
  path: string,
  person: Pick<LockHolder, 'user' | 'workstation'>,
  now: Date,
): Promise<LockResult> {
  const holder = {
    user: person.user.slice(0, maximumHolderText),
    workstation: person.workstation.slice(0, maximumHolderText),
    since: now.toISOString(),
  };
  try {
    const placing = await placeClaim(path, path, holder);
    if (placing.kind === 'taken-by') return placing;
    // What cannot be swept now, the next holder sweeps.
    await sweepLockFiles(placing.claim, now.getTime()).catch(() => undefined);
    return { kind: 'held', lock: new HeldLock(placing.claim, holder) };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError(
      'output-failed',
      `文件夹“${basename(dirname(path))}”中无法登记正在办理的人。请检查存放位置是否可用、权限是否足够；仅查看可以只读打开。`,
      { cause },
    );
  }
}
