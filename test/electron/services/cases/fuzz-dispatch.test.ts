import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leaveAllCases } from '../../../../electron/services/cases/open-cases.ts';
import { call, dispatch } from '../../../../electron/services/dispatch.ts';
import type { Environment } from '../../../../electron/services/environment.ts';
import { contract, isCallId, type CallId } from '../../../../shared/contract/contract.ts';
import { errorCodes } from '../../../../shared/contract/errors.ts';
import { seededRandom } from '../../../support/edit-kill-random.ts';
import { fixedEnvironment } from '../../../support/environment.ts';
import { FuzzInputs } from '../../../support/fuzz-inputs.ts';

const calls = Number(process.env['FUZZ_CALLS'] ?? 10_000);
const seed = Number(process.env['SEED'] ?? 20_260_105);

/**
 * How often a call may be let in where it costs more than a few milliseconds: it starts a process, sets pages, or reads
 * the packs. From then on it is only asked what its schema refuses.
 */
const limits: Partial<Record<string, number>> = {
  'opinion.review': 2,
  'import.take': 4,
  'extract.file': 4,
  'check.run': 3,
  'rules.read': 4,
  'sign.verify': 6,
  'cases.take': 2,
  'cases.take-sample': 1,
  'cases.check': 5,
  'cases.gate': 10,
  'cases.preview': 2,
  'cases.signers': 20,
  'cases.issue': 5,
  'cases.open': 80,
  'cases.read-draft': 80,
  'cases.list': 40,
  'cases.search': 40,
  'system.about': 20,
  'rules.packs': 20,
  'law.search': 20,
  'law.complete': 20,
  'desk.change-settings': 40,
};

/** What a desk is asked all day. */
const frequent = ['cases.edit', 'cases.undo', 'cases.audit'] as const satisfies readonly CallId[];

const strange = [
  '',
  ' ',
  '甲',
  '第十七条',
  '../../../etc/passwd',
  '..\\..\\x',
  'a\u0000b',
  '\ud800',
  '\u202e反',
  '<img src=x onerror=alert(1)>',
  '__proto__',
  'constructor',
  'CON',
  '行政许可法',
  '长'.repeat(30_000),
];

let root = '';
let home = '';
let area = '';

async function contentsOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const entry of (await readdir(folder, { recursive: true, withFileTypes: true })).toSorted((a, b) =>
    join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1,
  )) {
    const path = join(entry.parentPath, entry.name);
    hash.update(path);
    if (entry.isFile()) hash.update(await readFile(path));
  }
  return hash.digest('hex');
}

beforeAll(async () => {
  home = process.cwd();
  root = await realpath(await mkdtemp(join(tmpdir(), 'fuzz-')));
  area = join(root, 'area');
  await mkdir(join(root, 'outside'));
  await writeFile(join(root, 'outside', 'canary.txt'), '不得触碰');
  await mkdir(join(area, 'empty'), { recursive: true });
});

afterAll(async () => {
  process.chdir(home);
  await rm(root, { recursive: true, force: true });
});

/** Cases to fuzz: one open for work, one that is issued and filed away, one that nobody opened. */
async function makeCases(env: Environment): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const sample of ['normative', 'agreement'] as const) {
    ids.push((await call('cases.take-sample', { sample }, env)).case);
  }
  for (const id of ids) await call('cases.open', { case: id }, env);
  await mkdir(join(env.data, 'cases', '20260101-000000-dead'));
  return [...ids, '20260101-000000-dead', '20260101-000000-0000'];
}

async function makeFiles(env: Environment): Promise<readonly string[]> {
  const submission = join(env.resources, 'samples', 'normative', '送审材料');
  for (const name of await readdir(submission)) await copyFile(join(submission, name), join(area, name));
  await copyFile(join(env.resources, 'samples', 'normative', 'decisions.json'), join(area, 'decisions.json'));
  await writeFile(join(area, 'empty.docx'), '');
  await writeFile(join(area, 'garbage.pdf'), '%PDF-1.7\ngarbage');
  await writeFile(join(area, 'garbage.p12'), 'garbage');
  return [
    ...(await readdir(area)).map((name) => join(area, name)),
    join(area, 'missing.txt'),
    join(area, 'a\u0000b'),
    `${area}/${'长'.repeat(300)}`,
    join(area, 'empty', 'deeper', 'still'),
    area,
  ];
}

describe('ten thousand calls that nobody would make', () => {
  it(`answers ${calls} fuzzed calls with a value or a known refusal, and touches nothing else (seed ${seed})`, async () => {
    const bugs: unknown[] = [];
    const env = fixedEnvironment({ data: join(area, 'data'), log: (error) => bugs.push(error) });
    const cases = await makeCases(env);
    const paths = await makeFiles(env);
    process.chdir(area);
    const opened = await call('cases.open', { case: cases[0] }, env);
    const random = seededRandom(seed);
    const fuzz = new FuzzInputs(random, {
      paths,
      // Mostly cases that are there.
      cases: [...cases.slice(0, 2), ...cases.slice(0, 2), ...cases],
      hashes: [...opened.files.map((file) => file.sha256), 'f'.repeat(64)],
      strings: strange,
    });
    const ids = Object.keys(contract).filter(isCallId);
    const untouched = [env.resources, join(root, 'outside')];
    const before = await Promise.all(untouched.map(contentsOf));

    const answers = new Map<string, number>();
    const unknown: unknown[] = [];
    const count = (key: string) => answers.set(key, (answers.get(key) ?? 0) + 1);
    const letIn = new Map<CallId, number>();
    const inputFor = (id: CallId): unknown => {
      for (;;) {
        const dice = random();
        const input = dice < 0.2 ? fuzz.anything() : dice < 0.5 ? fuzz.damaged(fuzz.valid(id)) : fuzz.valid(id);
        if (!contract[id].input.safeParse(input).success) return input;
        const before = letIn.get(id) ?? 0;
        if (before >= (limits[id] ?? calls)) continue;
        letIn.set(id, before + 1);
        return input;
      }
    };
    for (let done = 0; done < calls; done += 1) {
      const id = random() < 0.3 ? fuzz.pick(frequent) : fuzz.pick(ids);
      const input = inputFor(id);
      const name = random() < 0.02 ? fuzz.pick(strange) : id;
      const signal = random() < 0.02 ? AbortSignal.abort() : env.signal;
      const answer = await dispatch(name, input, { ...env, signal });
      // Another store would hold none of the cases.
      if (id === 'desk.change-settings' && answer.ok) await call(id, { store: '' }, env);
      // What was given back is opened again, or soon nothing would be open.
      if (id === 'cases.leave' && answer.ok)
        for (const known of cases.slice(0, 2)) await call('cases.open', { case: known }, env);
      count(answer.ok ? 'ok' : answer.error.code);
      if (!answer.ok && (answer.error.code === 'internal' || !errorCodes.includes(answer.error.code))) {
        unknown.push({ name, input: JSON.stringify(input).slice(0, 500), error: answer.error, bug: bugs.at(-1) });
      }
    }
    expect(unknown.slice(0, 3)).toEqual([]);
    expect(bugs).toEqual([]);
    // A run that only ever met closed doors would prove little.
    expect(answers.get('ok')).toBeGreaterThan(calls / 20);
    expect(answers.size).toBeGreaterThan(5);
    console.log(Object.fromEntries(answers));

    expect(await Promise.all(untouched.map(contentsOf))).toEqual(before);
    expect((await readdir(root)).toSorted()).toEqual(['area', 'outside']);
    await leaveAllCases(env);
    const list = await dispatch('cases.list', {}, env);
    expect(list.ok).toBe(true);
    expect((await stat(join(env.data, 'cases'))).isDirectory()).toBe(true);
  }, 600_000);
});
