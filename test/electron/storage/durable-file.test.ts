import { link, mkdir, mkdtemp, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  renameWithPatience,
  sweepTemporaries,
  systemErrorCode,
  writeFileDurably,
} from '../../../electron/storage/durable-file.ts';
import { isAbandoned, releaseOwnerMark, takeOwnerMark } from '../../../electron/storage/owner-mark.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-storage-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const read = (name: string) => readFile(join(folder, name), 'utf8');

/** A process number that certainly belongs to nobody. */
const nobody = 4_194_305;

describe('writeFileDurably', () => {
  it('writes the first content without a backup and leaves nothing else behind', async () => {
    await writeFileDurably(join(folder, 'case.json'), '一');
    expect(await read('case.json')).toBe('一');
    expect(await readdir(folder)).toEqual(['case.json']);
  });

  it('keeps the content before the last write as .bak', async () => {
    for (const content of ['一', '二', '三']) await writeFileDurably(join(folder, 'case.json'), content);
    expect(await read('case.json')).toBe('三');
    expect(await read('case.json.bak')).toBe('二');
    expect((await readdir(folder)).toSorted()).toEqual(['case.json', 'case.json.bak']);
  });

  it('recovers from a crash that left .bak and the file as two names of the same bytes', async () => {
    await writeFileDurably(join(folder, 'case.json'), '一');
    await link(join(folder, 'case.json'), join(folder, 'case.json.bak'));
    await writeFileDurably(join(folder, 'case.json'), '二');
    expect([await read('case.json'), await read('case.json.bak')]).toEqual(['二', '一']);
    expect((await readdir(folder)).toSorted()).toEqual(['case.json', 'case.json.bak']);
  });

  it('leaves the old content and no temporary file when the target cannot be replaced', async () => {
    await mkdir(join(folder, 'case.json', 'in the way'), { recursive: true });
    await expect(writeFileDurably(join(folder, 'case.json'), '一')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['case.json']);
  });
});

describe('renameWithPatience', () => {
  it('tries again while a scanner holds the file', async () => {
    let calls = 0;
    await renameWithPatience('a', 'b', () => {
      calls += 1;
      return calls < 4 ? Promise.reject(Object.assign(new Error('held'), { code: 'EPERM' })) : Promise.resolve();
    });
    expect(calls).toBe(4);
  });

  it('gives up at once on an error that does not pass', async () => {
    let calls = 0;
    const failing = renameWithPatience('a', 'b', () => {
      calls += 1;
      return Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    });
    await expect(failing).rejects.toThrow('full');
    expect(calls).toBe(1);
  });
});

describe('sweepTemporaries', () => {
  it('removes what dead processes left and keeps what living ones are writing', async () => {
    const own = takeOwnerMark();
    const [host] = own.split('-');
    const dead = `.case.json.${host}-${nobody}-0123456789ab.tmp`;
    const living = `.case.json.${own}.tmp`;
    const parent = `.case.json.${host}-${process.ppid}-0123456789ab.tmp`;
    const elsewhere = '.case.json.ffffff-1-0123456789ab.tmp';
    for (const name of [dead, living, parent, elsewhere, 'case.json', '.other.tmp']) {
      await writeFile(join(folder, name), '');
    }
    expect(await sweepTemporaries(folder, Date.now())).toEqual([dead]);
    releaseOwnerMark(own);
    expect(await sweepTemporaries(folder, Date.now())).toEqual([living]);
    expect((await readdir(folder)).toSorted()).toEqual([elsewhere, parent, '.other.tmp', 'case.json'].toSorted());
  });

  it('removes what has lain about for more than a day whoever it belongs to', async () => {
    const name = '.case.json.ffffff-1-0123456789ab.tmp';
    await writeFile(join(folder, name), '');
    const old = (Date.now() - 25 * 60 * 60 * 1000) / 1000;
    await utimes(join(folder, name), old, old);
    expect(await sweepTemporaries(folder, Date.now())).toEqual([name]);
  });
});

it('tells a living owner from a dead one', async () => {
  const { mtimeMs } = await stat(folder);
  const [host] = takeOwnerMark().split('-');
  expect(isAbandoned(`${host}-${process.ppid}-0123456789ab`, mtimeMs, mtimeMs)).toBe(false);
  expect(isAbandoned(`${host}-${nobody}-0123456789ab`, mtimeMs, mtimeMs)).toBe(true);
});

it('reads the operating system code of an error and of nothing else', () => {
  expect(systemErrorCode(Object.assign(new Error(), { code: 'ENOENT' }))).toBe('ENOENT');
  expect(systemErrorCode(new Error('ENOENT'))).toBe('');
  expect(systemErrorCode('ENOENT')).toBe('');
});
