import { createHash, randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

/** How long something unfinished may lie about before it counts as abandoned even if a process of its number lives. */
const patience = 24 * 60 * 60 * 1000;

const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 6);
const active = new Set<string>();

/** What an owner mark looks like inside a file name: host, process number, token. */
export const ownerMarkPattern = '[0-9a-f]{6}-[0-9]{1,10}-[0-9a-f]{12}';

/**
 * A new mark for the name of something unfinished, so that a later start can tell the leftovers of a dead process from
 * the work of a living one. It is in no output, hence the randomness of its own. Give it back with
 * {@link releaseOwnerMark}.
 */
export function takeOwnerMark(): string {
  const mark = `${host}-${process.pid}-${randomBytes(6).toString('hex')}`;
  active.add(mark);
  return mark;
}

/** Says that the work under this mark has ended, well or badly. */
export function releaseOwnerMark(mark: string): void {
  active.delete(mark);
}

/**
 * Whether nobody works under this mark any more.
 * @param modified when the thing was last changed, in milliseconds since 1970
 * @param now likewise
 */
export function isAbandoned(mark: string, modified: number, now: number): boolean {
  const [markHost, pid] = mark.split('-');
  if (active.has(mark)) return false;
  if (now - modified > patience) return true;
  // Another workstation on a shared folder: its processes cannot be asked.
  if (markHost !== host) return false;
  return Number(pid) === process.pid || !isRunning(Number(pid));
}

/** Number of the process that a mark names, provided that it is of this workstation; null otherwise. */
export function localProcess(mark: string): number | null {
  const [markHost, pid] = mark.split('-');
  return markHost === host ? Number(pid) : null;
}

/** Whether a process of this number runs on this workstation, whoever started it. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // Node's own errors carry a code.
  }
}
