import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { call } from '../../../../electron/services/dispatch.ts';
import { noDialogs } from '../../../../electron/services/dialogs.ts';
import type { Environment } from '../../../../electron/services/environment.ts';
import { extractFile } from '../../../../electron/services/extract/extract-file.ts';
import { resources } from '../../../support/resources.ts';

const folder = mkdtempSync(join(tmpdir(), 'rule-book-'));
const dist = join(resources, '..', 'dist');
const environment: Environment = {
  now: () => new Date('2026-11-24T00:00:00Z'),
  randomBytes: (length) => new Uint8Array(length),
  application: { name: '法审台', version: '0.1.0' },
  resources,
  assets: join(dist, 'assets'),
  parser: join(dist, 'cli', 'parser.mjs'),
  data: folder,
  fontFolders: [],
  signal: new AbortController().signal,
  progress: () => undefined,
  user: { name: 'reviewer', workstation: 'desk-01' },
  dialogs: noDialogs,
  log: () => undefined,
};

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('reading a rule book from a file', () => {
  it('gives offsets into the very text that extraction gives', async () => {
    const path = join(resources, 'rules', 'wolong-work-rules.txt');
    const book = await call('rules.read', { path }, environment);
    const { text } = await extractFile(path, environment);
    expect(book.articles).toHaveLength(30);
    expect(book.items).toHaveLength(51);
    const meeting = book.items.find(({ id }) => id === 'R24-3');
    expect(text.slice(meeting?.from.start, meeting?.from.end)).toBe(
      '经区政府常务会议或区长办公会议研究通过后,方可签订',
    );
    expect(book.notices.join()).toContain('已被取代');
  });

  it('derives nothing from rules it has never seen, and says so', async () => {
    const path = join(folder, '某办法.txt');
    writeFileSync(path, '某办法\n第一条 为了规范管理，制定本办法。\n第二条 本办法自2026年12月1日起施行。\n');
    const book = await call('rules.read', { path }, environment);
    expect(book.articles.map(({ label }) => label)).toEqual(['第一条', '第二条']);
    expect(book.items).toEqual([]);
    expect(book.notices.join()).toContain('第一条、第二条在随附规则包中没有对应条文');
  });
});
