import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { buildChild } from './edit-kill-build.ts';
import { seededRandom } from './edit-kill-random.ts';
import { controlStore, editStores, type EditStoreName } from './edit-kill-stores.ts';

/** What kills or races did to a store. */
export interface EditReport {
  readonly rounds: number;
  readonly acknowledged: number;
  /** Acknowledged edits that were not there afterwards. */
  readonly lost: number;
  /** Rounds in which a process failed, or after which the store could not be opened, read and edited. */
  readonly unopenable: number;
  /** Rounds in which a kill fell between the child's first word and its last. */
  readonly killed: number;
  /** Entries that a kill cut off in the middle of being written. */
  readonly torn: number;
  /** Kills that left a lock behind. */
  readonly abandoned: number;
}

/** How an editing process ended: by itself, by the kill, or because its store failed. */
type ChildEnd = 'done' | 'killed' | 'failed';

/** Edits go on until the kill. */
const endless = 1_000_000;

/** A kill waits for up to so many acknowledged edits, and then up to so many milliseconds: that reaches every moment. */
const editsBeforeKill = 12;
const killWindow = 25;

/** So many rounds happen in one folder, so that recovery is recovered from as well. */
const roundsPerFolder = 10;

/** Builds the process that edits. @param scratch a folder of the harness. @returns its script */
export function buildEditChild(scratch: string): Promise<string> {
  return buildChild(join(scratch, 'child'), 'edit-kill-child.ts');
}

function startChild(script: string, store: EditStoreName, folder: string, worker: string, seed: number, edits: number) {
  const args = [script, store, folder, worker, String(seed), String(edits)];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', store === controlStore ? 'ignore' : 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (output += part));
  const closed = new Promise<ChildEnd>((resolve) =>
    child.once('close', (code, signal) => resolve(signal === 'SIGKILL' ? 'killed' : code === 0 ? 'done' : 'failed')),
  );
  /** Whole lines only: the last piece may be the beginning of one. */
  const acknowledged = () =>
    output
      .split('\n')
      .slice(0, -1)
      .filter((line) => line.startsWith('edit '));
  return {
    /** Resolves when it has started and so many edits are acknowledged, or when it has ended. */
    reached: async (count: number) => {
      while (!output.startsWith('started') || acknowledged().length < count) {
        // Words come as an array, the end as a string.
        if (typeof (await Promise.race([closed, once(child.stdout, 'data')])) === 'string') return;
      }
    },
    kill: () => child.kill('SIGKILL'),
    /** The edits that it was told are stored, and how it ended. */
    result: async () => {
      const end = await closed;
      return { edits: acknowledged().map((line) => line.slice('edit '.length)), end };
    },
  };
}

/**
 * Opens the store as the next start does, edits once more, and says which acknowledged edits are missing: all of them
 * where it cannot be opened.
 */
export async function inspectEdits(name: EditStoreName, folder: string, acknowledged: string[], extra: string) {
  const store = editStores[name];
  try {
    const session = await store.open(folder);
    if (session === null) return { isOpen: false, lost: [] };
    await session.edit(`${extra} `);
    await session.close();
    acknowledged.push(extra);
    const found = (await store.readAll(folder)).map((value) => value.slice(0, value.indexOf(' ')));
    const known = new Set(found);
    if (known.size !== found.length) throw new Error('an edit stands there twice');
    return { isOpen: true, lost: acknowledged.filter((edit) => !known.has(edit)) };
  } catch (error) {
    if (name !== controlStore) console.error(error);
    return { isOpen: false, lost: acknowledged };
  }
}

async function countNames(folder: string, part: string): Promise<number> {
  return (await readdir(folder, { recursive: true })).filter((name) => name.includes(part)).length;
}

/**
 * Starts an editing process again and again and kills each at a moment that the seed fixes; after each kill the store
 * must open, and hold every edit that was ever acknowledged in it.
 */
export async function killEdits(
  store: EditStoreName,
  kills: number,
  seed: number,
  scratch: string,
  script: string,
): Promise<EditReport> {
  const random = seededRandom(seed);
  const report = { rounds: kills, acknowledged: 0, lost: 0, unopenable: 0, killed: 0, torn: 0, abandoned: 0 };
  const lost = new Set<string>();
  let folder = '';
  let acknowledged: string[] = [];
  for (let round = 0; round < kills; round += 1) {
    if (round % roundsPerFolder === 0) {
      folder = join(scratch, `kill-${store}-${round}`);
      await mkdir(folder);
      acknowledged = [];
    }
    const tornBefore = await countNames(folder, '.torn-');
    const child = startChild(script, store, folder, `k${round}`, seed + round, endless);
    await child.reached(Math.floor(random() * editsBeforeKill));
    await delay(random() * killWindow);
    child.kill();
    const { edits, end } = await child.result();
    if (end === 'killed') report.killed += 1;
    acknowledged.push(...edits);
    report.abandoned += await countNames(folder, 'case.lock').then((count) => (count > 0 ? 1 : 0));
    const before = acknowledged.length;
    const found = await inspectEdits(store, folder, acknowledged, `k${round}-after`);
    report.acknowledged += edits.length + acknowledged.length - before;
    report.torn += (await countNames(folder, '.torn-')) - tornBefore;
    if (!found.isOpen || end === 'failed') report.unopenable += 1;
    for (const edit of found.lost) lost.add(edit);
    if (round % roundsPerFolder === roundsPerFolder - 1) await rm(folder, { recursive: true });
  }
  return { ...report, lost: lost.size };
}

/**
 * Lets two processes edit one store at the same time; every second race, one of them is killed in the middle and the
 * other goes on. What either was told is stored must be there afterwards.
 */
export async function raceEdits(
  store: EditStoreName,
  races: number,
  seed: number,
  scratch: string,
  script: string,
): Promise<EditReport> {
  const random = seededRandom(seed);
  const report = { rounds: races, acknowledged: 0, lost: 0, unopenable: 0, killed: 0, torn: 0, abandoned: 0 };
  for (let race = 0; race < races; race += 1) {
    const folder = join(scratch, `race-${store}-${race}`);
    await mkdir(folder);
    const [left, right] = [
      startChild(script, store, folder, 'left', seed + 2 * race, 30),
      startChild(script, store, folder, 'right', seed + 2 * race + 1, 30),
    ];
    if (race % 2 === 1) {
      await left.reached(Math.floor(random() * editsBeforeKill));
      await delay(random() * killWindow);
      left.kill();
    }
    const results = await Promise.all([left.result(), right.result()]);
    if (results[0].end === 'killed') report.killed += 1;
    const acknowledged = results.flatMap((result) => result.edits);
    const found = await inspectEdits(store, folder, acknowledged, 'after');
    report.acknowledged += acknowledged.length;
    report.torn += await countNames(folder, '.torn-');
    if (!found.isOpen || results.some(({ end }) => end === 'failed')) report.unopenable += 1;
    report.lost += found.lost.length;
    await rm(folder, { recursive: true });
  }
  return report;
}
