import { chmod, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from '../../../shared/contract/schema.ts';
import { DurableAdapter } from '../../../electron/storage/durable-adapter.ts';

const value = z.object({ count: z.int() });
type Value = z.output<typeof value>;

let folder = '';
let told: string[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-adapter-'));
  told = [];
});
afterEach(async () => {
  await chmod(folder, 0o700);
  await rm(folder, { recursive: true, force: true });
});

const path = () => join(folder, 'case.json');

function adapter(schema = 1): DurableAdapter<Value> {
  return new DurableAdapter<Value>({
    path: path(),
    schema,
    parse: (stored) => value.parse(stored),
    onRecovered: (message) => told.push(message),
  });
}

async function writeTwice(): Promise<void> {
  const store = adapter();
  await store.write({ count: 1 });
  await store.write({ count: 2 });
}

it('reads nothing where nothing was stored', async () => {
  expect(await adapter().read()).toBeNull();
  expect(told).toEqual([]);
});

it('serves lowdb: what one instance wrote the next one reads', async () => {
  const first = new Low<Value>(adapter(), { count: 0 });
  first.data.count = 7;
  await first.write();
  const second = new Low<Value>(adapter(), { count: 0 });
  await second.read();
  expect(second.data).toEqual({ count: 7 });
  expect(told).toEqual([]);
});

it('stores the schema version and the hash of the value beside it', async () => {
  await adapter(3).write({ count: 1 });
  expect(JSON.parse(await readFile(path(), 'utf8'))).toMatchObject({
    schema: 3,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) as string,
    value: { count: 1 },
  });
});

it.each([
  ['empty', () => ''],
  ['cut short', (text: string) => text.slice(0, -5)],
  ['changed in one digit', (text: string) => text.replace('"count":2', '"count":3')],
  ['valid JSON of another kind', () => '{"count":2}'],
])('takes the last good copy when the file is %s, says so, and keeps the bad file', async (_, damage) => {
  await writeTwice();
  const bad = damage(await readFile(path(), 'utf8'));
  await writeFile(path(), bad);
  expect(await adapter().read()).toEqual({ count: 1 });
  expect(told).toEqual([expect.stringContaining('已改用上一次保存的备份')]);
  const kept = (await readdir(folder)).filter((name) => name.startsWith('case.json.bad-'));
  expect(kept).toHaveLength(1);
  expect(await readFile(join(folder, kept[0] ?? ''), 'utf8')).toBe(bad);
});

it('does not let a damaged file become the last good copy at the next write', async () => {
  await writeTwice();
  await writeFile(path(), 'x');
  const store = adapter();
  await store.read();
  await store.write({ count: 5 });
  await writeFile(path(), 'y');
  expect(await adapter().read()).toEqual({ count: 1 });
});

it('refuses when the file and its last good copy are both damaged', async () => {
  await writeTwice();
  await writeFile(path(), 'x');
  await writeFile(`${path()}.bak`, 'x');
  await expect(adapter().read()).rejects.toMatchObject({
    code: 'damaged-file',
    message: expect.stringContaining('case.json') as string,
  });
});

it('leaves a file of a newer application alone', async () => {
  await adapter(2).write({ count: 1 });
  await expect(adapter(1).read()).rejects.toMatchObject({ code: 'not-readable' });
  expect(await readdir(folder)).toEqual(['case.json']);
});

it('lets overlapping writes follow one another, so that the last one stands', async () => {
  const store = adapter();
  await Promise.all(Array.from({ length: 20 }, (_, index) => store.write({ count: index })));
  expect(await adapter().read()).toEqual({ count: 19 });
  expect((await readdir(folder)).toSorted()).toEqual(['case.json', 'case.json.bak']);
});

it('says what was not saved when the folder is gone, and goes on afterwards', async () => {
  const store = new DurableAdapter<Value>({
    path: join(folder, 'later', 'case.json'),
    schema: 1,
    parse: (stored) => value.parse(stored),
    onRecovered: () => undefined,
  });
  await expect(store.write({ count: 1 })).rejects.toMatchObject({
    code: 'output-failed',
    message: expect.stringContaining('没有写成') as string,
  });
  await mkdir(join(folder, 'later'));
  await store.write({ count: 2 });
  expect(await store.read()).toEqual({ count: 2 });
});
