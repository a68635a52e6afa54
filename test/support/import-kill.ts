import { fork, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'vitest';
import { readCaseFile } from '../../electron/services/import/case-file.ts';
import { takeSubmission } from '../../electron/services/import/take-submission.ts';
import { buildChild } from './edit-kill-build.ts';
import { seededRandom } from './edit-kill-random.ts';
import { fixedEnvironment } from './environment.ts';

/** How many kills found what state of the store. */
export interface KillCounts {
  /** Nothing was there yet. */
  readonly before: number;
  /** A hidden, unfinished case was there. */
  readonly during: number;
  /** The case stood there whole. */
  readonly after: number;
}

/** What was found, and how long an import takes that nobody disturbs. */
export interface KillReport extends KillCounts {
  readonly milliseconds: number;
}

/** Files of the submission by path, with the hash and the time that each must keep. */
type Sources = ReadonlyMap<string, { readonly sha256: string; readonly modified: number }>;

async function hashOf(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

/** A folder of several files, one of six megabytes. */
async function makeSubmission(folder: string): Promise<Sources> {
  await mkdir(join(folder, '附件'), { recursive: true });
  const contents: readonly (readonly [string, string])[] = [
    ['办法（草案）.txt', '第一条　为了规范管理，制定本办法。\n'.repeat(2000)],
    ['起草说明.txt', '说明\n'.repeat(500)],
    ['附件/依据.txt', '依据\n'.repeat(500)],
    ['附件/汇编.txt', '第一条　为了测试中断，写下很长的文字。\n'.repeat(6 * 18_000)],
    ['送审函.txt', '送审函\n'],
  ];
  for (const [name, content] of contents) await writeFile(join(folder, name), content);
  const entries = contents.map(async ([name]) => {
    const path = join(folder, name);
    return [path, { sha256: await hashOf(path), modified: (await stat(path)).mtimeMs }] as const;
  });
  return new Map(await Promise.all(entries));
}

async function expectUntouched(folder: string, sources: Sources): Promise<void> {
  const found = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  expect(found).toHaveLength(sources.size);
  for (const [path, source] of sources) {
    expect({ sha256: await hashOf(path), modified: (await stat(path)).mtimeMs }).toEqual(source);
  }
}

async function expectWhole(folder: string, sources: Sources): Promise<void> {
  const recovered: string[] = [];
  const content = await readCaseFile(folder, (message) => recovered.push(message));
  expect(recovered).toEqual([]);
  expect((await readdir(folder)).toSorted()).toEqual(['case.json', 'originals']);
  const wanted = [...sources.values()].map((source) => source.sha256).toSorted();
  expect(content?.files.map((file) => file.sha256).toSorted()).toEqual(wanted);
  expect((await readdir(join(folder, 'originals'))).toSorted()).toEqual(wanted);
  for (const sha256 of wanted) expect(await hashOf(join(folder, 'originals', sha256))).toBe(sha256);
}

/** Looks at the store after a kill: whatever is visible must be whole. */
async function inspect(store: string, sources: Sources): Promise<keyof KillCounts> {
  const names = await readdir(store).catch(() => []);
  const visible = names.filter((name) => !name.startsWith('.'));
  for (const name of visible) await expectWhole(join(store, name), sources);
  if (visible.length > 0) return 'after';
  return names.length > 0 ? 'during' : 'before';
}

/** Resolves with the child's next message, or with null when it ends without one. */
async function heard(child: ChildProcess): Promise<unknown> {
  return Promise.race([
    once(child, 'message').then(([message]) => message as unknown),
    once(child, 'exit').then(() => null),
  ]);
}

/**
 * Starts imports and kills each at a moment that the seed fixes, spread over the whole import and a little beyond. After
 * each kill the store, the sources and the next import are looked at; a failed expectation throws.
 * @param scratch an empty folder; everything happens in it
 */
export async function killImports(count: number, seed: number, scratch: string): Promise<KillReport> {
  const script = await buildChild(join(scratch, 'child'), 'import-child.ts');
  const submission = join(scratch, '送审材料');
  const sources = await makeSubmission(submission);
  const random = seededRandom(seed);
  const start = (store: string) =>
    fork(script, [store, submission], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });

  /** How long an import takes that nobody disturbs, from the child's first word to its last. */
  const measure = async (): Promise<number> => {
    const store = await mkdtemp(join(scratch, 'store-'));
    const child = start(store);
    const ended = once(child, 'exit');
    expect(await heard(child)).toBe('started');
    const started = performance.now();
    expect(await heard(child)).toBe('done');
    const taken = performance.now() - started;
    await ended;
    await rm(store, { recursive: true });
    return taken;
  };

  const counts = { before: 0, during: 0, after: 0 };
  let milliseconds = 0;
  for (let kill = 0; kill < count; kill += 1) {
    // The machine has other work too: what an import takes changes while the bench runs.
    if (kill % 10 === 0) milliseconds = Math.min(await measure(), await measure());
    const store = await mkdtemp(join(scratch, 'store-'));
    const child = start(store);
    const ended = once(child, 'exit');
    await heard(child);
    await delay(random() * milliseconds * 1.2);
    child.kill('SIGKILL');
    await ended;
    counts[await inspect(store, sources)] += 1;
    await expectUntouched(submission, sources);

    const next = await takeSubmission([submission], store, fixedEnvironment());
    await expectWhole(next.folder, sources);
    expect((await readdir(store)).filter((name) => name.startsWith('.'))).toEqual([]);
    await inspect(store, sources);
    await rm(store, { recursive: true });
  }
  return { ...counts, milliseconds };
}
