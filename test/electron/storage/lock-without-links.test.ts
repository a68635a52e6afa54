import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { takeLock } from '../../../electron/storage/lock.ts';
import { releaseOwnerMark, takeOwnerMark } from '../../../electron/storage/owner-mark.ts';
import { ownLife } from '../../../electron/storage/process-life.ts';

// A file system that knows no second names, as FAT on a stick.
vi.mock('node:fs/promises', async (importOriginal) => ({
  ...(await importOriginal<object>()),
  link: () => Promise.reject(Object.assign(new Error('operation not permitted'), { code: 'EPERM' })),
}));

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-lock-'));
  path = join(folder, 'case.lock');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const now = new Date('2026-01-05T01:08:07Z');
const self = { user: '张三', workstation: '一号机' };

/** A lock file whose process has ended. */
async function placeDead(): Promise<void> {
  const mark = takeOwnerMark();
  releaseOwnerMark(mark);
  const dead = mark.replace(/-\d+-/u, '-4194305-');
  await writeFile(path, JSON.stringify({ mark: dead, ...self, since: now.toISOString(), ...ownLife() }));
}

describe('takeLock on a file system without links', () => {
  it('gives the lock to one of many that ask at once, until it is released', async () => {
    for (let round = 0; round < 10; round += 1) {
      const results = await Promise.all(Array.from({ length: 8 }, () => takeLock(path, self, now)));
      const [held, ...others] = results.filter(({ kind }) => kind === 'held');
      expect(others).toEqual([]);
      if (held?.kind !== 'held') throw new Error('nobody got the lock');
      expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(expect.objectContaining(self));
      expect(await readdir(folder)).toEqual(['case.lock']);
      await held.lock.release();
      expect(await readdir(folder)).toEqual([]);
    }
  });

  it('gives a dead holder’s lock to one of many that ask at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      await placeDead();
      const results = await Promise.all(Array.from({ length: 8 }, () => takeLock(path, self, now)));
      const [held, ...others] = results.filter(({ kind }) => kind === 'held');
      expect(others).toEqual([]);
      if (held?.kind !== 'held') throw new Error('nobody got the lock');
      expect(await held.lock.isHeld()).toBe(true);
      await held.lock.release();
    }
  });
});
