import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { assertNever } from '../../shared/contract/errors.ts';
import { buildChild } from './edit-kill-build.ts';
import { inspectEdits } from './edit-kill.ts';
import { seededRandom } from './edit-kill-random.ts';
import type { EditStoreName } from './edit-kill-stores.ts';
import type { DiskStep } from './edit-kill-trace.ts';

/** What power cuts did to a store. */
export interface PowerReport {
  readonly steps: number;
  readonly acknowledged: number;
  /** Different states of the disk that were opened. */
  readonly states: number;
  /** States in which an edit was missing that had been acknowledged before the cut. */
  readonly losing: number;
  /** States that could not be opened, read and edited. */
  readonly unopenable: number;
}

type Change = { readonly at: number; readonly bytes: Buffer } | { readonly length: number };
type NameChange = Extract<DiskStep, { kind: 'name' | 'unname' | 'rename' }>;

function applyChange(content: Buffer, change: Change): Buffer {
  if ('length' in change) {
    return Buffer.concat([
      content.subarray(0, change.length),
      Buffer.alloc(Math.max(change.length - content.length, 0)),
    ]);
  }
  const result = Buffer.alloc(Math.max(content.length, change.at + change.bytes.length));
  content.copy(result);
  change.bytes.copy(result, change.at);
  return result;
}

function applyName(names: ReadonlyMap<string, number>, change: NameChange): ReadonlyMap<string, number> {
  const result = new Map(names);
  switch (change.kind) {
    case 'name':
      return result.set(change.name, change.file);
    case 'unname':
      result.delete(change.name);
      return result;
    case 'rename': {
      const file = result.get(change.from);
      result.delete(change.from);
      return file === undefined ? result : result.set(change.to, file);
    }
    default:
      return assertNever(change);
  }
}

function folderOf(change: NameChange): string {
  const folder = dirname(change.kind === 'rename' ? change.to : change.name);
  return folder === '.' ? '' : folder;
}

/** A disk that keeps what was synced, and knows what it was asked for since. */
class Disk {
  readonly #files = new Map<number, { kept: Buffer; pending: Change[] }>();
  #names: ReadonlyMap<string, number> = new Map();
  #pendingNames: NameChange[] = [];

  apply(step: Exclude<DiskStep, { kind: 'acknowledged' }>): void {
    switch (step.kind) {
      case 'write':
        this.#file(step.file).pending.push({ at: step.at, bytes: Buffer.from(step.base64, 'base64') });
        return;
      case 'truncate':
        this.#file(step.file).pending.push({ length: step.length });
        return;
      case 'sync': {
        const file = this.#file(step.file);
        file.kept = file.pending.reduce(applyChange, file.kept);
        file.pending = [];
        return;
      }
      case 'sync folder':
        // Nothing here moves a name from one folder to another.
        this.#names = this.#pendingNames
          .filter((change) => folderOf(change) === step.folder)
          .reduce(applyName, this.#names);
        this.#pendingNames = this.#pendingNames.filter((change) => folderOf(change) !== step.folder);
        return;
      case 'name':
      case 'unname':
      case 'rename':
        this.#pendingNames.push(step);
        return;
      default:
        assertNever(step);
    }
  }

  /** What stands on the disk after a cut. @param random how much of what was not synced got there, in [0, 1) */
  after(randomNames: () => number, randomContent: () => number): ReadonlyMap<string, Buffer> {
    const reached = Math.round(randomNames() * this.#pendingNames.length);
    const names = this.#pendingNames.slice(0, reached).reduce(applyName, this.#names);
    return new Map([...names].map(([name, file]) => [name, this.#content(file, randomContent)]));
  }

  #content(file: number, random: () => number): Buffer {
    const { kept, pending } = this.#file(file);
    const reached = random() * pending.length;
    const whole = pending.slice(0, Math.floor(reached)).reduce(applyChange, kept);
    const next = pending[Math.floor(reached)];
    if (next === undefined || !('bytes' in next)) return whole;
    // The file has its new length already, but only the beginning of the bytes; or it ends with them.
    const cut = Math.floor((reached % 1) * next.bytes.length);
    if (cut === 0) return whole;
    const part = applyChange(whole, { at: next.at, bytes: next.bytes.subarray(0, cut) });
    return random() < 0.5 ? part : applyChange(part, { length: Math.max(part.length, next.at + next.bytes.length) });
  }

  #file(id: number) {
    const found = this.#files.get(id) ?? { kept: Buffer.alloc(0), pending: [] };
    this.#files.set(id, found);
    return found;
  }
}

const nothing = () => 0;
const everything = () => 1;

function keyOf(files: ReadonlyMap<string, Buffer>, acknowledged: number): string {
  const hash = createHash('sha256').update(String(acknowledged));
  for (const [name, content] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`\0${name}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** @throws Error when the steps do not lead to what stands in the folder, so that cuts between them prove nothing */
async function expectComplete(steps: readonly DiskStep[], folder: string): Promise<void> {
  const disk = new Disk();
  for (const step of steps) if (step.kind !== 'acknowledged') disk.apply(step);
  const found = new Map<string, Buffer>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) found.set(relative(folder, path), await readFile(path));
  }
  if (keyOf(found, 0) !== keyOf(disk.after(everything, everything), 0)) throw new Error('the trace is not complete');
}

async function trace(store: EditStoreName, edits: number, seed: number, scratch: string): Promise<readonly DiskStep[]> {
  const script = await buildChild(join(scratch, 'traced'), 'edit-kill-traced-child.ts');
  const folder = join(scratch, `traced-${store}`);
  const target = join(scratch, `${store}.trace`);
  await mkdir(folder);
  const child = spawn(process.execPath, [script, store, folder, target, String(seed), String(edits)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await once(child, 'exit');
  const steps = JSON.parse(await readFile(target, 'utf8')) as DiskStep[]; // Written by our own child.
  await expectComplete(steps, folder);
  return steps;
}

/**
 * Records what an editing process asks of the disk and cuts the power after each step: nothing that was not synced got
 * there, or all of it, or only the names, or a part that the seed fixes. The store must open in each of these states and
 * hold what was acknowledged before the cut.
 */
export async function cutPower(
  store: EditStoreName,
  edits: number,
  seed: number,
  scratch: string,
): Promise<PowerReport> {
  const steps = await trace(store, edits, seed, scratch);
  const random = seededRandom(seed);
  const disk = new Disk();
  const acknowledged: string[] = [];
  const seen = new Set<string>();
  let [losing, unopenable] = [0, 0];
  for (const step of steps) {
    if (step.kind === 'acknowledged') acknowledged.push(step.edit);
    else disk.apply(step);
    for (const files of [
      disk.after(nothing, nothing),
      disk.after(everything, everything),
      disk.after(everything, nothing),
      disk.after(random, random),
    ]) {
      const key = keyOf(files, acknowledged.length);
      if (seen.has(key)) continue;
      seen.add(key);
      const folder = await mkdtemp(join(scratch, 'cut-'));
      for (const [name, content] of files) {
        await mkdir(dirname(join(folder, name)), { recursive: true });
        await writeFile(join(folder, name), content);
      }
      const found = await inspectEdits(store, folder, [...acknowledged], 'after');
      if (!found.isOpen) unopenable += 1;
      if (found.lost.length > 0) losing += 1;
      await rm(folder, { recursive: true });
    }
  }
  return { steps: steps.length, acknowledged: acknowledged.length, states: seen.size, losing, unopenable };
}
