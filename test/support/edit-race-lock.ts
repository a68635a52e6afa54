import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { seededRandom } from './edit-kill-random.ts';

/** What processes that fought for a lock wrote about it. */
export interface LockReport {
  /** Times that somebody held it. */
  readonly holds: number;
  /** Holders that were killed while they held it, and were followed by another. */
  readonly takenOver: number;
  /** Moments at which two held it, or one found that it had lost it. */
  readonly overlaps: readonly string[];
}

/** Reads the log: whatever one holder wrote must stand together, since nobody else held the lock meanwhile. */
function judge(log: string): LockReport {
  const overlaps: string[] = [];
  const over = new Set<string>();
  let [holds, takenOver, current, isInside] = [0, 0, '', false];
  for (const line of log.split('\n').slice(0, -1)) {
    const [session = '', what = ''] = line.split(' ');
    if (what === 'lost' || over.has(session)) overlaps.push(line);
    if (session !== current) {
      if (what !== 'enter') overlaps.push(line);
      if (isInside) takenOver += 1;
      over.add(current);
      [current, isInside] = [session, true];
      holds += 1;
    }
    if (what === 'leave') isInside = false;
  }
  return { holds, takenOver, overlaps };
}

/**
 * Lets processes fight for the lock of a folder and kills them one after the other, each time starting another.
 * @param how `locked`, or `unlocked` to see that overlaps are found
 */
export async function fightForLock(
  how: 'locked' | 'unlocked',
  processes: number,
  kills: number,
  seed: number,
  folder: string,
  script: string,
): Promise<LockReport> {
  const random = seededRandom(seed);
  let started = 0;
  const start = () => {
    started += 1;
    return spawn(process.execPath, [script, how, folder, String(seed + started)], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  };
  const log = join(folder, 'holders.log');
  await writeFile(log, '');
  const running = Array.from({ length: processes }, start);
  const end = async (index: number) => {
    const child = running[index];
    if (child === undefined) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  // Those that start late would otherwise fight nobody.
  const fighters = async () => new Set((await readFile(log, 'utf8')).match(/^\d+/gmu)).size;
  while ((await fighters()) < processes) await delay(5);
  const holding = async (): Promise<number> => {
    for (;;) {
      const [, pid, what] = /(\d+)\.\d+ (\w+)\n$/u.exec(await readFile(log, 'utf8')) ?? [];
      const index = running.findIndex((child) => String(child.pid) === pid);
      if (index !== -1 && what !== 'leave') return index;
      await delay(1);
    }
  };
  let reached = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    // As much further as the seed says, however busy the machine is.
    reached += Math.floor(random() * 30);
    while ((await readFile(log, 'utf8')).split('\n').length <= reached) await delay(2);
    await delay(random() * 5);
    // Every second kill waits for somebody to hold the lock and is aimed at him.
    const index = kill % 2 === 0 ? Math.floor(random() * processes) : await holding();
    await end(index);
    running[index] = start();
    reached = (await readFile(log, 'utf8')).split('\n').length;
  }
  await Promise.all(running.map((_, index) => end(index)));
  return judge(await readFile(log, 'utf8'));
}
