import { createHash } from 'node:crypto';
import { appendFile, mkdtemp, open, readFile, readdir, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noHash, type NewEntry } from '../../../electron/storage/journal-entry.ts';
import { openJournal, type JournalOptions } from '../../../electron/storage/journal.ts';
import { readJournal } from '../../../electron/storage/read-journal.ts';
import { AppError } from '../../../shared/contract/errors.ts';

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-journal-'));
  path = join(folder, 'journal.jsonl');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const asIs = (value: unknown) => value;

function start(changes: Partial<JournalOptions<unknown>> = {}) {
  let ticks = 0;
  const clock = { now: () => new Date('2026-01-05T01:08:07Z'), monotonic: () => ticks++ };
  return openJournal(path, { parsePayload: asIs, clock, ...changes });
}

function entry(payload: unknown): NewEntry<unknown> {
  return {
    user: '张三',
    workstation: '一号机',
    role: '承办人',
    action: 'issue.add',
    outcome: 'done',
    objectHash: null,
    payload,
  };
}

async function write(...payloads: readonly unknown[]): Promise<void> {
  const journal = await start();
  for (const payload of payloads) await journal.append(entry(payload));
  await journal.close();
}

const payloads = (entries: readonly { readonly payload: unknown }[]) => entries.map(({ payload }) => payload);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const lines = async () => (await readFile(path, 'utf8')).split('\n').slice(0, -1);
const caught = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );
const code = async (work: Promise<unknown>) => {
  const error = await caught(work);
  return error instanceof AppError ? error.code : error;
};

/** The operating system's files, whose calls fail as `failure` says; it gets the name of each call before it is made. */
function failingOpen(failure: (call: 'write' | 'datasync' | 'truncate') => Error | 'half' | null): typeof open {
  return async (...args: Parameters<typeof open>) => {
    const handle = await open(...args);
    const target = handle;
    return new Proxy(target, {
      get(_, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        const method = value.bind(target) as (...parameters: unknown[]) => unknown; // Every function of a handle is a method.
        if (name !== 'write' && name !== 'datasync' && name !== 'truncate') return method;
        return async (...parameters: unknown[]) => {
          const found = failure(name);
          if (found instanceof Error) throw found;
          if (found === null) return method(...parameters);
          const [bytes, offset] = parameters as [Buffer, number]; // As the journal writes.
          return target.write(bytes, offset, Math.ceil((bytes.length - offset) / 2));
        };
      },
    });
  };
}

const diskFull = () => Object.assign(new Error('disk full'), { code: 'ENOSPC' });

describe('openJournal', () => {
  it('writes one chained line per entry and gives them back when opened again', async () => {
    await write({ text: '一' }, '二\u2028\n', null);
    const [first = '', second = '', third = ''] = await lines();
    expect([first, second, third].map((line) => (JSON.parse(line) as { prev: string }).prev)).toEqual([
      noHash,
      sha256(first),
      sha256(second),
    ]);
    const journal = await start();
    expect(payloads(journal.entries)).toEqual([{ text: '一' }, '二\u2028\n', null]);
    expect(journal.head).toEqual({ seq: 3, hash: sha256(third) });
    expect(journal.torn).toBeNull();
    expect(await journal.append(entry('四'))).toEqual({
      seq: 4,
      utc: '2026-01-05T01:08:07.000Z',
      monotonic: 0,
      ...entry('四'),
      prev: sha256(third),
    });
    await journal.close();
  });

  it('keeps appends that are asked for at once in the order of asking', async () => {
    const journal = await start();
    const asked = Array.from({ length: 50 }, (_, index) => index);
    await Promise.all(asked.map((index) => journal.append(entry(index))));
    await journal.close();
    const { entries, problem } = await readJournal(path, asIs);
    expect([payloads(entries), problem]).toEqual([asked, null]);
  });

  it('gives back any payload that JSON can hold, across any number of openings', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(fc.jsonValue(), { maxLength: 4 }), { maxLength: 4 }), async (sessions) => {
        await rm(path, { force: true });
        for (const session of sessions) await write(...session);
        if (sessions.length === 0) return;
        const { entries, problem, torn } = await readJournal(path, asIs);
        // -0 has no form of its own in JSON.
        expect(payloads(entries)).toEqual(JSON.parse(JSON.stringify(sessions.flat())));
        expect([problem, torn]).toEqual([null, null]);
      }),
      { numRuns: 25, seed: 20_260_105 },
    );
  });

  it('moves the end of an append that was cut off at any byte into a file of its own, and goes on', async () => {
    await write('一', '二');
    const whole = await readFile(path);
    const lastStart = whole.indexOf(0x0a) + 1;
    for (let length = lastStart + 1; length < whole.length; length += 7) {
      await writeFile(path, whole.subarray(0, length));
      const tail = whole.subarray(lastStart, length);
      const name = `journal.jsonl.torn-${createHash('sha256').update(tail).digest('hex').slice(0, 8)}`;
      expect((await readJournal(path, asIs)).torn).toEqual({ reason: 'unfinished', bytes: tail.length, keptAs: null });
      const journal = await start();
      expect(journal.torn).toEqual({ reason: 'unfinished', bytes: tail.length, keptAs: name });
      expect(await readFile(join(folder, name))).toEqual(tail);
      await journal.append(entry('三'));
      await journal.close();
      expect(payloads((await readJournal(path, asIs)).entries)).toEqual(['一', '三']);
    }
  });

  it('takes a last line of zeros, as a power cut leaves it, for one that was never acknowledged', async () => {
    await write('一');
    await appendFile(path, Buffer.concat([Buffer.alloc(100), Buffer.from('}\n')]));
    const journal = await start();
    expect(journal.torn?.reason).toBe('unreadable');
    await journal.close();
    expect(await lines()).toHaveLength(1);
  });

  it('sets aside what a second writer put behind the line of the first', async () => {
    await write('一', '二');
    const [first = '', second = ''] = await lines();
    await writeFile(path, `${first}\n${second}\n${second.replace('二', '贰')}\n`);
    const journal = await start();
    expect([payloads(journal.entries), journal.torn?.reason]).toEqual([['一', '二'], 'second-writer']);
    await journal.close();
  });

  it('appends nothing any more once another process wrote to the file', async () => {
    const journal = await start();
    await journal.append(entry('一'));
    await write('二');
    expect(await code(journal.append(entry('三')))).toBe('case-held');
    expect(await code(journal.append(entry('四')))).toBe('case-held');
    await journal.close();
    expect(payloads((await readJournal(path, asIs)).entries)).toEqual(['一', '二']);
  });

  it('appends nothing to a file that was replaced or removed under its name', async () => {
    for (const replace of [
      () => writeFile(`${path}.new`, '').then(() => rename(`${path}.new`, path)),
      () => rm(path),
      () => truncate(path),
    ]) {
      await rm(path, { force: true });
      const journal = await start();
      await journal.append(entry('一'));
      await replace();
      expect(await code(journal.append(entry('二')))).toBe('case-held');
      await journal.close();
    }
  });

  it('does not acknowledge an append behind which a second writer gets in at the same moment', async () => {
    let isRacing = false;
    const racing = await start({
      open: async (...args: Parameters<typeof open>) => {
        const handle = await open(...args);
        const write = handle.write.bind(handle);
        handle.write = (async (bytes: Buffer, offset: number) => {
          if (isRacing) await appendFile(path, '{"from":"the other"}\n');
          return write(bytes, offset);
        }) as typeof handle.write; // The journal uses no other form of it.
        return handle;
      },
    });
    await racing.append(entry('一'));
    isRacing = true;
    expect(await code(racing.append(entry('二')))).toBe('case-held');
    expect(payloads(racing.entries)).toEqual(['一']);
    await racing.close();
  });

  it('asks the guard before each append and writes nothing when it objects', async () => {
    let isHeld = true;
    const journal = await start({
      guard: () => (isHeld ? Promise.resolve() : Promise.reject(new AppError('case-held', '已被占用。'))),
    });
    await journal.append(entry('一'));
    isHeld = false;
    await expect(journal.append(entry('二'))).rejects.toThrow('已被占用。');
    isHeld = true;
    await journal.append(entry('三'));
    await journal.close();
    expect(payloads((await readJournal(path, asIs)).entries)).toEqual(['一', '三']);
  });

  it.each(['write', 'datasync'] as const)('leaves the file as it was when %s fails, and can go on', async (failing) => {
    let isFailing = false;
    const journal = await start({
      open: failingOpen((call) => (isFailing && call === failing ? diskFull() : null)),
    });
    await journal.append(entry('一'));
    const before = await readFile(path);
    isFailing = true;
    expect(await code(journal.append(entry('二')))).toBe('output-failed');
    await expect(journal.append(entry('二'))).rejects.toThrow(/“journal\.jsonl”没有写成.*磁盘空间/u);
    expect(await readFile(path)).toEqual(before);
    isFailing = false;
    await journal.append(entry('三'));
    await journal.close();
    expect(payloads((await readJournal(path, asIs)).entries)).toEqual(['一', '三']);
  });

  it('repairs half a line before the next append when not even that was possible at once', async () => {
    let failures: ('half' | Error | null)[] = [];
    let isCutFailing = false;
    const journal = await start({
      open: failingOpen((call) => {
        if (call === 'truncate') return isCutFailing ? diskFull() : null;
        return call === 'write' ? (failures.shift() ?? null) : null;
      }),
    });
    await journal.append(entry('一'));
    failures = ['half', diskFull()];
    isCutFailing = true;
    expect(await code(journal.append(entry('二')))).toBe('output-failed');
    expect((await readJournal(path, asIs)).torn?.reason).toBe('unfinished');
    expect(await code(journal.append(entry('二')))).toBe('output-failed');
    isCutFailing = false;
    await journal.append(entry('三'));
    await journal.close();
    expect(payloads((await readJournal(path, asIs)).entries)).toEqual(['一', '三']);
  });

  it('writes a line whole when the system takes it in pieces', async () => {
    const journal = await start({ open: failingOpen((call) => (call === 'write' ? 'half' : null)) });
    await journal.append(entry('一'.repeat(1000)));
    await journal.close();
    expect(payloads((await readJournal(path, asIs)).entries)).toEqual(['一'.repeat(1000)]);
  });

  it('refuses a folder that does not exist and names the file', async () => {
    path = join(folder, 'no folder', 'journal.jsonl');
    const error = await caught(start());
    expect(error).toBeInstanceOf(AppError);
    expect(await code(start())).toBe('output-failed');
  });

  it('lets through the failure of a payload from a newer program', async () => {
    await write('一');
    const work = start({
      parsePayload: () => {
        throw new AppError('not-readable', '由更新版本的程序写成。');
      },
    });
    await expect(work).rejects.toThrow('由更新版本的程序写成。');
  });
});

describe('a journal that was changed', () => {
  const middle = ['一', '二', '三', '四'];

  it.each([
    ['a changed character', (all: string[]) => all.map((line) => line.replace('二', '贰')), 3, 'chain'],
    ['a removed line', (all: string[]) => all.toSpliced(1, 1), 2, 'order'],
    ['two lines in each other’s place', ([a, b, c, d]: string[]) => [a, c, b, d], 2, 'order'],
    ['a line that is no entry', (all: string[]) => all.with(1, '{}'), 2, 'entry'],
    ['another first line', (all: string[]) => all.with(0, (all[0] ?? '').replace('一', '壹')), 2, 'chain'],
    ['an empty line', (all: string[]) => all.toSpliced(2, 0, ''), 3, 'entry'],
  ])('is reported at the entry where %s shows, and read up to there', async (_, change, seq, reason) => {
    await write(...middle);
    await writeFile(
      path,
      change(await lines())
        .map((line) => `${line}\n`)
        .join(''),
    );
    const before = await readFile(path);
    const error = await caught(start());
    expect(error instanceof AppError && [error.code, error.data]).toEqual(['journal-broken', { seq, reason }]);
    await expect(start()).rejects.toThrow(new RegExp(`第 ${seq} 条.*此前的 ${seq - 1} 条完好.*备份`, 'u'));
    const reading = await readJournal(path, asIs);
    expect(reading.problem).toEqual(expect.objectContaining({ seq, reason }));
    expect(reading.entries).toHaveLength(seq - 1);
    expect(await readFile(path)).toEqual(before);
  });

  it('never reads as more or other than what was written, whichever byte is flipped', async () => {
    await write(...middle);
    const whole = await readFile(path);
    const lastStart = whole.lastIndexOf(0x0a, -2) + 1;
    for (let at = 0; at < lastStart; at += 1) {
      const flipped = Buffer.from(whole);
      flipped[at] = (whole[at] ?? 0) ^ 1;
      await writeFile(path, flipped);
      const { problem } = await readJournal(path, asIs);
      expect([at, problem === null]).toEqual([at, false]);
    }
  });

  it('shows by its head that its end was cut off', async () => {
    await write(...middle);
    const { head } = await readJournal(path, asIs);
    const all = await lines();
    await writeFile(path, `${all.slice(0, 3).join('\n')}\n`);
    const reading = await readJournal(path, asIs);
    expect(reading.problem).toBeNull();
    expect(reading.head).not.toEqual(head);
  });
});

describe('readJournal', () => {
  it('takes the line feed that a power cut swallowed for an entry that was never acknowledged', async () => {
    await write('一', '二');
    const whole = await readFile(path);
    whole[whole.length - 1] = 0;
    await writeFile(path, whole);
    const { entries, torn, problem } = await readJournal(path, asIs);
    expect([payloads(entries), torn?.reason, problem]).toEqual([['一'], 'unfinished', null]);
  });

  it('reports an entry that blanks were added to in place of its line feed', async () => {
    await write('一');
    await truncate(path, (await readFile(path)).length - 1);
    await appendFile(path, '   ');
    expect((await readJournal(path, asIs)).problem).toEqual(expect.objectContaining({ seq: 1, reason: 'entry' }));
  });

  it('touches nothing, not even an end that was cut off', async () => {
    await write('一');
    await appendFile(path, '{"seq":2');
    await readJournal(path, asIs);
    expect(await readdir(folder)).toEqual(['journal.jsonl']);
    expect(await readFile(path, 'utf8')).toMatch(/\{"seq":2$/u);
  });

  it('names the file that is missing', async () => {
    await expect(readJournal(path, asIs)).rejects.toThrow(/找不到案卷记录“journal\.jsonl”/u);
  });
});
