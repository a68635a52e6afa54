import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { placeClaim } from '../../../electron/storage/lock-file.ts';
import { takeLock, type Lock } from '../../../electron/storage/lock.ts';
import { releaseOwnerMark, takeOwnerMark } from '../../../electron/storage/owner-mark.ts';
import { ownLife } from '../../../electron/storage/process-life.ts';
import { fightForLock } from '../../support/edit-race-lock.ts';
import { buildChild } from '../../support/edit-kill-build.ts';

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-lock-'));
  path = join(folder, 'case.lock');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const now = new Date('2026-01-05T01:08:07Z');
const self = { user: '张三', workstation: '一号机' };
const other = { user: '李四', workstation: '二号机', since: '2026-01-05T00:00:00.000Z' };

async function held(): Promise<Lock> {
  const result = await takeLock(path, self, now);
  if (result.kind !== 'held') throw new Error('the lock is taken');
  return result.lock;
}

/** Puts a lock file there as another process left it. @param age in milliseconds */
async function place(
  fields: { readonly mark: string; readonly boot?: string | null; readonly started?: string | null },
  age = 0,
) {
  await writeFile(path, `${JSON.stringify({ ...other, ...ownLife(), ...fields })}\n`);
  const written = new Date((await stat(path)).mtimeMs - age);
  await utimes(path, written, written);
}

/** A mark of this workstation with another process number. */
function markOf(pid: number): string {
  const mark = takeOwnerMark();
  releaseOwnerMark(mark);
  const [host = '', , token = ''] = mark.split('-');
  return `${host}-${pid}-${token}`;
}

/** A process number that certainly belongs to nobody. */
const nobody = 4_194_305;
const foreign = 'ffffff-17-0123456789ab';
const minutes = 60_000;

describe('takeLock', () => {
  it('holds until released and leaves nothing behind', async () => {
    const lock = await held();
    expect(await lock.isHeld()).toBe(true);
    expect(await readdir(folder)).toEqual(['case.lock']);
    await lock.release();
    expect(await lock.isHeld()).toBe(false);
    expect(await readdir(folder)).toEqual([]);
    await (await held()).release();
  });

  it('says who holds it, also to the same process', async () => {
    const lock = await held();
    const second = await takeLock(path, { user: '李四', workstation: '二号机' }, now);
    expect(second).toEqual({ kind: 'taken-by', holder: { ...self, since: '2026-01-05T01:08:07.000Z' } });
    expect(await readdir(folder)).toEqual(['case.lock']);
    expect(await lock.isHeld()).toBe(true);
    await lock.release();
  });

  it('gives the lock to one of many that ask at once', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => takeLock(path, self, now)));
    expect(results.filter(({ kind }) => kind === 'held')).toHaveLength(1);
    for (const result of results) if (result.kind === 'held') await result.lock.release();
  });

  it('takes over from a process of this workstation that has ended, at once', async () => {
    await place({ mark: markOf(nobody) });
    const lock = await held();
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(expect.objectContaining(self));
    expect(await readdir(folder)).toEqual(['case.lock']);
    await lock.release();
  });

  it('gives a dead holder’s lock to one of many that ask at once', async () => {
    for (let round = 0; round < 20; round += 1) {
      await place({ mark: markOf(nobody) });
      // One after the other, so that some have seen the dead holder when another is through already.
      const takers = Array.from({ length: 12 }, async (_, index) => {
        await delay((index * round) / 8);
        return takeLock(path, self, now);
      });
      const results = await Promise.all(takers);
      expect(results.filter(({ kind }) => kind === 'held')).toHaveLength(1);
      for (const result of results) if (result.kind === 'held') await result.lock.release();
      expect(await readdir(folder)).toEqual([]);
    }
  });

  it.runIf(process.platform === 'linux')('tells the holder from a later process of the same number', async () => {
    await place({ mark: markOf(process.pid), started: '1' });
    await (await held()).release();
    await place({ mark: markOf(process.pid) });
    expect((await takeLock(path, self, now)).kind).toBe('taken-by');
  });

  it.runIf(process.platform === 'linux')(
    'does not take a killed process for a living one before its parent asks',
    async () => {
      // The shell replaces itself, so that nobody asks for its child's end.
      const parent = spawn('sh', ['-c', "sh -c 'echo $$; kill -9 $$' & exec sleep 60"], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      try {
        const [output] = (await once(parent.stdout, 'data')) as [Buffer];
        await expect.poll(() => readFile(`/proc/${Number(output)}/stat`, 'utf8')).toMatch(/\) Z /u);
        await place({ mark: markOf(Number(output)), started: null });
        await (await held()).release();
      } finally {
        parent.kill('SIGKILL');
      }
    },
  );

  it('leaves a process on another workstation two minutes of silence by the file server’s clock', async () => {
    await place({ mark: foreign, boot: 'another' }, 1.9 * minutes);
    expect(await takeLock(path, self, now)).toEqual({ kind: 'taken-by', holder: other });
    await place({ mark: foreign, boot: 'another' }, 2.1 * minutes);
    await (await held()).release();
  });

  it('asks silence, not process numbers, of this workstation before it was started anew', async () => {
    await place({ mark: markOf(nobody), boot: 'before' }, 1 * minutes);
    expect((await takeLock(path, self, now)).kind).toBe('taken-by');
    await place({ mark: markOf(nobody), boot: 'before' }, 3 * minutes);
    await (await held()).release();
  });

  it.each(['', '{', '{"mark":"../../somewhere"}'])(
    'waits for a lock file that says nothing (%j), then takes it over',
    async (content) => {
      await writeFile(path, content);
      expect(await takeLock(path, self, now)).toEqual({ kind: 'taken-by', holder: null });
      const old = new Date((await stat(path)).mtimeMs - 3 * minutes);
      await utimes(path, old, old);
      await (await held()).release();
      expect(await readdir(folder)).toEqual([]);
    },
  );

  it('leaves a lock alone while a living process has the right to break it', async () => {
    const mark = markOf(nobody);
    await place({ mark });
    const right = await placeClaim(`${path}.break-${mark}`, path, other);
    expect(right.kind).toBe('held');
    expect(await takeLock(path, self, now)).toEqual({ kind: 'taken-by', holder: other });
    if (right.kind === 'held') await right.claim.handle.close();
  });

  it('breaks the right of a breaker that died, and that one’s breaker’s, and sweeps both', async () => {
    const [dead, breaker, next] = [markOf(nobody), markOf(nobody), markOf(nobody)];
    await place({ mark: breaker });
    await writeFile(`${path}.break-${dead}`, await readFile(path));
    await place({ mark: next });
    await writeFile(`${path}.break-${breaker}`, await readFile(path));
    await writeFile(join(folder, `.case.lock.${next}.tmp`), await readFile(path));
    await place({ mark: dead });
    const lock = await held();
    expect(await readdir(folder)).toEqual(['case.lock']);
    await lock.release();
  });

  it('does not release what somebody else took over, and says who did', async () => {
    const lock = await held();
    await place({ mark: foreign, boot: 'another' });
    expect(await lock.isHeld()).toBe(false);
    await expect(lock.expectHeld()).rejects.toThrow(/“李四”（工作站“二号机”）.*没有保存.*重新打开/u);
    await lock.release();
    expect(await readFile(path, 'utf8')).toContain('李四');
  });

  it('shows every twenty seconds that the holder lives', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const lock = await held();
      const long = new Date((await stat(path)).mtimeMs - 10 * minutes);
      for (let beat = 0; beat < 3; beat += 1) {
        await utimes(path, long, long);
        vi.advanceTimersByTime(20_000);
        await expect.poll(async () => (await stat(path)).mtimeMs).toBeGreaterThan(long.getTime() + 9 * minutes);
      }
      expect(await lock.isHeld()).toBe(true);
      await lock.release();
    } finally {
      vi.useRealTimers();
    }
  });

  it('has lost a lock whose folder is gone', async () => {
    const lock = await held();
    await rm(folder, { recursive: true });
    await expect(lock.expectHeld()).rejects.toThrow('存放位置已经断开');
    await lock.release();
  });

  it('takes a name of any length', async () => {
    const result = await takeLock(path, { user: '长'.repeat(5000), workstation: '' }, now);
    if (result.kind === 'held') expect(await result.lock.isHeld()).toBe(true);
    expect(result.kind).toBe('held');
    if (result.kind === 'held') await result.lock.release();
  });

  it('says that the folder cannot be written to', async () => {
    await expect(takeLock(join(folder, 'no folder', 'case.lock'), self, now)).rejects.toThrow(/“no folder”.*只读/u);
  });

  it('says that the folder is write-protected', async () => {
    // Modes mean nothing to root; a file system that holds no files of users refuses even that one.
    const isRoot = process.getuid?.() === 0;
    const shut = isRoot ? '/sys' : join(folder, 'sys');
    if (!isRoot) await mkdir(shut, { mode: 0o500 });
    await expect(takeLock(join(shut, 'case.lock'), self, now)).rejects.toThrow(/“sys”.*权限/u);
  });
});

describe('processes that fight for a lock and are killed', { timeout: 300_000 }, () => {
  const seed = 20_260_105;
  let scratch = '';
  let script = '';
  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'desk-fight-'));
    script = await buildChild(scratch, 'edit-race-child.ts');
  });
  afterAll(() => rm(scratch, { recursive: true, force: true }));

  it('never hold it two at once, and leave nothing behind that keeps the next from it', async () => {
    const report = await fightForLock('locked', 4, 20, seed, folder, script);
    expect(report.overlaps).toEqual([]);
    expect(report.holds).toBeGreaterThan(60);
    expect(report.takenOver).toBeGreaterThan(5);
    const lock = await held();
    expect((await readdir(folder)).toSorted()).toEqual(['case.lock', 'holders.log']);
    await lock.release();
  });

  it('are caught when they do without it', async () => {
    const report = await fightForLock('unlocked', 3, 2, seed, folder, script);
    expect(report.overlaps.length).toBeGreaterThan(0);
  });
});
