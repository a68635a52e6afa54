import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileLog } from '../../../electron/shell/log-file.ts';

describe('the log file', () => {
  let folder = '';
  let failures: unknown[] = [];
  let log: (error: unknown) => void = () => undefined;
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'desk-log-')), 'logs');
    failures = [];
    log = fileLog(
      folder,
      () => new Date('2026-01-05T01:08:07Z'),
      (error) => failures.push(error),
    );
  });
  afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));
  const read = (name = 'desk.log'): string => readFileSync(join(folder, name), 'utf8');

  it('holds when it was, name, message and stack of the error and of its causes', () => {
    log(new TypeError('cannot read', { cause: new RangeError('too far') }));
    const lines = read().split('\n');
    expect(lines[0]).toBe('2026-01-05T01:08:07.000Z TypeError: cannot read');
    expect(lines[1]).toMatch(/^\s+at .*log-file\.test\.ts/u);
    expect(lines).toContain('  caused by RangeError: too far');
  });

  it('holds nothing else that an error carries, and of a long message only its beginning on one line', () => {
    const quoted = `第一条\n${'为了规范管理，制定本办法。'.repeat(100)}末尾`;
    log(Object.assign(new Error(`unexpected: ${quoted}`), { data: '附件全文', document: { text: '正文' } }));
    log({ text: '不是错误的东西' });
    log('一段文字');
    const text = read();
    expect(text).not.toMatch(/附件全文|正文|不是错误|一段文字|末尾/u);
    expect(text.split('\n')[0]?.length).toBeLessThan(600);
    expect(text).toContain('thrown: object');
    expect(text).toContain('thrown: string');
  });

  it('makes room at one megabyte and keeps two older files', () => {
    for (let round = 0; round < 5; round += 1) {
      log(new Error(`round ${round}`));
      writeFileSync(join(folder, 'desk.log'), `${read()}${'x'.repeat(1024 * 1024 - read().length)}`);
    }
    log(new Error('last'));
    expect(readdirSync(folder).toSorted()).toEqual(['desk.1.log', 'desk.2.log', 'desk.log']);
    expect(read()).toContain('last');
    expect(read('desk.1.log')).toContain('round 4');
    expect(read('desk.2.log')).toContain('round 3');
    expect(statSync(join(folder, 'desk.log')).size).toBeLessThan(10_000);
    expect(failures).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('is nobody else’s to read', () => {
    log(new Error('x'));
    expect(statSync(join(folder, 'desk.log')).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('tells elsewhere what it could not write, and does not fail', () => {
    writeFileSync(folder, 'a file where the folder should be');
    expect(() => log(new Error('x'))).not.toThrow();
    expect(failures).toHaveLength(1);
  });
});
