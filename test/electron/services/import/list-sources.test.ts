import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listSources, sourceLimits } from '../../../../electron/services/import/list-sources.ts';

let folder = '';
let store = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-list-'));
  store = join(folder, '案卷');
  await mkdir(store);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function given(...names: readonly string[]): Promise<string> {
  const path = join(folder, '材料');
  for (const name of names) {
    await mkdir(join(path, name, '..'), { recursive: true });
    await writeFile(join(path, name), 'x'.repeat(10));
  }
  return path;
}

it('lists files in the order of their names, whatever order the disk has them in', async () => {
  const path = await given('b.txt', 'a/2.txt', 'a/1.txt', '10.txt', '9.txt');
  expect((await listSources([path], store)).files.map((file) => file.name)).toEqual([
    '材料/10.txt',
    '材料/9.txt',
    '材料/a/1.txt',
    '材料/a/2.txt',
    '材料/b.txt',
  ]);
});

it('keeps the order of the paths that were given', async () => {
  const path = await given('a.txt', 'b.txt');
  const { files } = await listSources([join(path, 'b.txt'), join(path, 'a.txt')], store);
  expect(files.map((file) => file.name)).toEqual(['b.txt', 'a.txt']);
});

it('refuses more files, or more bytes, than may be given at once', async () => {
  const path = await given('a.txt', 'b.txt', 'c.txt');
  await expect(listSources([path], store, { ...sourceLimits, maxFiles: 2 })).rejects.toMatchObject({
    code: 'limit-exceeded',
    message: '提交的文件超过 2 个，没有收入。请只选送审材料所在的文件夹。',
  });
  await expect(listSources([path], store, { ...sourceLimits, maxTotalBytes: 29 })).rejects.toMatchObject({
    code: 'limit-exceeded',
  });
  expect((await listSources([path], store, { ...sourceLimits, maxFiles: 3, maxTotalBytes: 30 })).files).toHaveLength(3);
});

it('says that a name in no known encoding has to be changed', async () => {
  const path = await given('a.txt');
  if (process.platform === 'linux') {
    await writeFile(Buffer.concat([Buffer.from(`${path}/`), Buffer.from([0xb0, 0xec, 0xb7, 0xa8])]), 'x');
    const { files, refused } = await listSources([path], store);
    expect(files).toHaveLength(1);
    expect(refused).toMatchObject([
      { code: 'not-found', reason: expect.stringContaining('请改名后重新提交') as string },
    ]);
  }
});
