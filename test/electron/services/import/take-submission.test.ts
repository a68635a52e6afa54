import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  appendFile,
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../../../../electron/services/dispatch.ts';
import { readCaseFile } from '../../../../electron/services/import/case-file.ts';
import { takeSubmission } from '../../../../electron/services/import/take-submission.ts';
import { fixedEnvironment } from '../../../support/environment.ts';

let folder = '';
let given = '';
let store = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-import-'));
  given = join(folder, '送审材料');
  store = join(folder, '案卷');
  await mkdir(given);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');
const take = (paths: readonly string[], changes = {}) => takeSubmission(paths, store, fixedEnvironment(changes));

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(given, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  return path;
}

/** Every entry under a folder, relative, sorted. */
async function everything(path: string): Promise<readonly string[]> {
  return (await readdir(path, { recursive: true })).toSorted();
}

describe('what is taken', () => {
  it('copies files and folders into one case, named by hash, read-only, with their names as data', async () => {
    await put('起草说明.txt', '说明');
    await put('附/依据.txt', '依据');
    const draft = join(folder, '办法（草案）.txt');
    await writeFile(draft, '第一条　内容。');
    const taken = await take([draft, given]);
    expect(taken.case).toBe('20260105-090807-0001');
    expect(taken.folder).toBe(join(store, '20260105-090807-0001'));
    expect(taken.refused).toEqual([]);
    expect(taken.taken.map(({ name, role, format, size }) => [name, role, format, size])).toEqual([
      ['办法（草案）.txt', '草案', 'txt', 21],
      ['送审材料/起草说明.txt', '起草说明', 'txt', 6],
      ['送审材料/附/依据.txt', '依据', 'txt', 6],
    ]);
    for (const file of taken.taken) {
      const path = join(taken.folder, file.stored);
      expect(file.stored).toBe(`originals/${file.sha256}`);
      expect(sha256(await readFile(path))).toBe(file.sha256);
      expect((await stat(path)).mode & 0o222).toBe(0);
    }
  });

  it('writes the case file beside the originals and nothing else', async () => {
    await put('办法.txt', '第一条　内容。');
    const taken = await take([given]);
    expect(await everything(store)).toEqual([
      taken.case,
      join(taken.case, 'case.json'),
      join(taken.case, 'originals'),
      join(taken.case, taken.taken[0]?.stored ?? ''),
    ]);
    expect(await readCaseFile(taken.folder, () => undefined)).toEqual({
      case: taken.case,
      takenAt: new Date(2026, 0, 5, 9, 8, 7).toISOString(),
      files: taken.taken,
      refused: [],
    });
  });

  it('gives two runs over the same files the same bytes', async () => {
    await put('办法.txt', '第一条　内容。');
    await put('说明.txt', '说明');
    const first = await take([given]);
    const second = await takeSubmission([given], join(folder, '另一处'), fixedEnvironment());
    expect(await readFile(join(second.folder, 'case.json'))).toEqual(await readFile(join(first.folder, 'case.json')));
    expect(await everything(second.folder)).toEqual(await everything(first.folder));
  });

  it('takes a further case beside the first where the number is already taken', async () => {
    await put('办法.txt', '第一条　内容。');
    const first = await take([given]);
    const second = await take([given]);
    expect([first.case, second.case]).toEqual(['20260105-090807-0001', '20260105-090807-0203']);
  });

  it('leaves the sources as they were, to the byte and the minute', async () => {
    const path = await put('办法.txt', '第一条　内容。');
    await utimes(path, 1_600_000_000, 1_600_000_000);
    await chmod(path, 0o444);
    await take([given]);
    expect(await readFile(path, 'utf8')).toBe('第一条　内容。');
    expect((await stat(path)).mtimeMs).toBe(1_600_000_000_000);
    expect(await readdir(given)).toEqual(['办法.txt']);
  });

  it('tells the format by content: a .txt that is named .doc is text', async () => {
    await put('办法.doc', '第一条　内容。');
    expect((await take([given])).taken[0]).toMatchObject({ name: '送审材料/办法.doc', format: 'txt' });
  });

  it('answers the contract through the dispatcher', async () => {
    await put('办法.txt', '第一条　内容。');
    const taken = await call('import.take', { paths: [given], into: store }, fixedEnvironment());
    expect(taken.taken).toHaveLength(1);
  });
});

describe('what is refused', () => {
  it('names each file that is left out, with its reason, and takes the others', async () => {
    await put('办法.txt', '第一条　内容。');
    await put('旧稿.doc', '<w:wordDocument>');
    await put('空.txt', '');
    await put('副本.txt', '第一条　内容。');
    await put('Thumbs.db', 'x');
    await put('~$办法.docx', 'x');
    await put('.DS_Store', 'x');
    await put('.git/config', 'x');
    const { taken, refused } = await take([given]);
    expect(taken.map((file) => file.name)).toEqual(['送审材料/副本.txt']);
    expect(refused.map(({ name, code }) => [name, code])).toEqual([
      ['送审材料/.DS_Store', 'skipped'],
      ['送审材料/.git', 'skipped'],
      ['送审材料/Thumbs.db', 'skipped'],
      ['送审材料/~$办法.docx', 'skipped'],
      ['送审材料/办法.txt', 'duplicate'],
      ['送审材料/旧稿.doc', 'unsupported-format'],
      ['送审材料/空.txt', 'empty-file'],
    ]);
    expect(refused.map((refusal) => refusal.reason)).toContain(
      '“送审材料/旧稿.doc”是 Word 2003 XML 文档，本版暂不能读取，请用 Word 或 WPS 打开后另存为 .docx 格式，再重新提交。',
    );
    expect(refused.map((refusal) => refusal.reason)).toContain(
      '“送审材料/办法.txt”与“送审材料/副本.txt”内容完全相同，只收入一份。',
    );
    for (const { name, reason } of refused) expect(reason).toContain(`“${name}”`);
  });

  it.runIf(process.platform !== 'win32')('follows no link, to a file or to a folder', async () => {
    await put('办法.txt', '第一条　内容。');
    await writeFile(join(folder, 'secret.txt'), 'secret');
    await symlink(join(folder, 'secret.txt'), join(given, '链接.txt'));
    await symlink(folder, join(given, '上级'));
    const { taken, refused } = await take([given]);
    expect(taken).toHaveLength(1);
    expect(refused.map(({ name, code }) => [name, code])).toEqual([
      ['送审材料/上级', 'link'],
      ['送审材料/链接.txt', 'link'],
    ]);
  });

  it.runIf(process.platform !== 'win32')('opens nothing but files', async () => {
    await put('办法.txt', '第一条　内容。');
    const server = createServer().listen(join(given, '接口'));
    await once(server, 'listening');
    const { refused } = await take([given]);
    server.close();
    expect(refused.map(({ name, code }) => [name, code])).toEqual([['送审材料/接口', 'special-file']]);
  });

  it('does not take its own store in', async () => {
    await put('办法.txt', '第一条　内容。');
    store = join(given, '案卷');
    await take([given]);
    const { taken, refused } = await take([given]);
    expect(taken).toHaveLength(1);
    expect(refused.map(({ name, code }) => [name, code])).toEqual([['送审材料/案卷', 'skipped']]);
  });

  it('refuses a file above the limit', async () => {
    await put('办法.txt', '第一条　内容。');
    await truncate(await put('大.txt', ''), 201 * 1024 * 1024);
    const { refused } = await take([given]);
    expect(refused).toEqual([
      {
        name: '送审材料/大.txt',
        code: 'limit-exceeded',
        reason: '“送审材料/大.txt”：超过 200 MB 的上限，没有收入。请拆分或压缩图片后重新提交。',
      },
    ]);
  });

  it('refuses a folder that is nested too deeply, by name', async () => {
    await put('办法.txt', '第一条　内容。');
    await put(`${'深/'.repeat(13)}底.txt`, 'x');
    const { taken, refused } = await take([given]);
    expect(taken).toHaveLength(1);
    expect(refused).toMatchObject([{ name: `送审材料${'/深'.repeat(12)}`, code: 'limit-exceeded' }]);
  });
});

describe('what ends the import', () => {
  /** Nothing of a case may be in the store, visible or hidden. */
  const expectNoCase = async () => expect(await readdir(store)).toEqual([]);

  it('says of a single file why it was not taken, and leaves no case', async () => {
    const path = await put('旧稿.doc', '<w:wordDocument>');
    await expect(take([path])).rejects.toMatchObject({
      code: 'unsupported-format',
      message:
        '“旧稿.doc”是 Word 2003 XML 文档，本版暂不能读取，请用 Word 或 WPS 打开后另存为 .docx 格式，再重新提交。',
    });
    await expectNoCase();
  });

  it('says of several files that none was taken', async () => {
    await put('旧稿.doc', '<w:wordDocument>');
    await put('空.txt', '');
    await expect(take([given])).rejects.toThrow('提交的 2 个文件都不能收入。');
    await expectNoCase();
  });

  it('says of an empty folder that there was nothing', async () => {
    await expect(take([given])).rejects.toMatchObject({ code: 'bad-input' });
    await expectNoCase();
  });

  it('does not go on without a path that was given', async () => {
    const path = await put('办法.txt', '第一条　内容。');
    await expect(take([path, join(given, '没有.txt')])).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('“没有.txt”') as string,
    });
    await expectNoCase();
  });

  it('leaves nothing when it is cancelled between two files', async () => {
    await put('a.txt', '甲');
    await put('b.txt', '乙');
    const abort = new AbortController();
    const progress = (message: string) => message.includes('b.txt') && abort.abort();
    await expect(take([given], { progress, signal: abort.signal })).rejects.toMatchObject({ code: 'cancelled' });
    await expectNoCase();
  });

  it('says that the store cannot be written, and that nothing was taken', async () => {
    await put('办法.txt', '第一条　内容。');
    await writeFile(join(folder, '案卷'), 'in the way');
    await expect(take([given])).rejects.toMatchObject({
      code: 'output-failed',
      message: expect.stringContaining('未收入任何文件') as string,
    });
  });

  it('refuses a file that grows while it is copied, and takes the others', async () => {
    await put('a.txt', '甲'.repeat(100));
    const path = await put('b.txt', 'b'.repeat(8 * 1024 * 1024));
    let isDone = false;
    const editing = async () => {
      while (!isDone) await appendFile(path, '乙');
    };
    let edited = Promise.resolve();
    const progress = (message: string) => {
      if (message.includes('b.txt')) edited = editing();
    };
    const { taken, refused } = await take([given], { progress }).finally(() => {
      isDone = true;
    });
    await edited;
    expect(taken.map((file) => file.name)).toEqual(['送审材料/a.txt']);
    expect(refused.map(({ name, code }) => [name, code])).toEqual([['送审材料/b.txt', 'copy-failed']]);
  });
});

describe('leftovers', () => {
  const leftover = '.20260104-090807-0001.importing-';

  it('sweeps what killed imports left and nothing else', async () => {
    await put('办法.txt', '第一条　内容。');
    const first = await take([given]);
    const host = /importing-([0-9a-f]{6})/u.exec(await ownStagingName())?.[1] ?? '';
    const dead = `${leftover}${host}-4194305-0123456789ab`;
    const living = `${leftover}${host}-${process.ppid}-0123456789ab`;
    const elsewhere = `${leftover}ffffff-1-0123456789ab`;
    for (const name of [dead, living, elsewhere, '.20260104-090807-0001.importing-x', '20260104-090807-0001']) {
      await mkdir(join(store, name, 'originals'), { recursive: true });
    }
    await take([given]);
    const left = await readdir(store);
    expect(left).not.toContain(dead);
    expect(left).toEqual(
      expect.arrayContaining([
        living,
        elsewhere,
        '.20260104-090807-0001.importing-x',
        '20260104-090807-0001',
        first.case,
      ]),
    );
    expect((await lstat(join(first.folder, first.taken[0]?.stored ?? ''))).isFile()).toBe(true);
  });

  /** The name under which a case is put together, seen while one is. */
  async function ownStagingName(): Promise<string> {
    let seen: Promise<readonly string[]> = Promise.resolve([]);
    const elsewhere = join(folder, 'elsewhere');
    await takeSubmission([given], elsewhere, fixedEnvironment({ progress: () => void (seen = readdir(elsewhere)) }));
    return (await seen).find((name) => name.includes('.importing-')) ?? '';
  }

  it('shows nobody a case before it is whole', async () => {
    await put('a.txt', '甲');
    await put('b.txt', '乙');
    const seen: Promise<readonly string[]>[] = [];
    const taken = await take([given], { progress: () => void seen.push(readdir(store)) });
    for (const names of await Promise.all(seen)) {
      expect(names).toHaveLength(1);
      expect(names[0]).toMatch(/^\..*\.importing-/u);
    }
    expect(await readdir(store)).toEqual([taken.case]);
  });
});
