import { readFileSync, readlinkSync } from 'node:fs';
import { isRunning } from './owner-mark.ts';

/** What tells a process from a later one of the same number; null where the system does not say (all but Linux). */
export interface ProcessLife {
  /**
   * The run of the system, from one start to the next, and the space of process numbers in it (packaged applications
   * have one of their own): numbers mean something only within it.
   */
  readonly boot: string | null;
  /** When the process began, in clock ticks since the system's start. */
  readonly started: string | null;
}

function readSystemFile(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null; // Not Linux, or the process has ended.
  }
}

/** State and start of a process (`/proc/<pid>/stat`, fields 3 and 22; the name before them may hold anything). */
function statOf(pid: number): { readonly state: string; readonly started: string } | null {
  const text = readSystemFile(`/proc/${pid}/stat`);
  if (text === null) return null;
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [state, started] = [fields[0], fields[19]];
  return state === undefined || started === undefined ? null : { state, started };
}

function numberSpace(): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return null; // Not Linux.
  }
}

const own: ProcessLife = { boot: numberSpace(), started: statOf(process.pid)?.started ?? null };

/** This process. */
export function ownLife(): ProcessLife {
  return own;
}

/** Whether exactly that process of this workstation still runs, and not merely one of the same number. */
export function isSameProcessRunning(pid: number, started: string | null): boolean {
  const found = statOf(pid);
  if (found === null) return isRunning(pid);
  // A zombie has ended; only its parent has not asked yet.
  if (found.state === 'Z' || found.state === 'X') return false;
  return started === null || found.started === started;
}
