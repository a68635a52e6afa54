import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadLawPack } from '../../../../electron/services/rules/load-law-pack.ts';
import { resources } from '../../../support/resources.ts';

let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'law-pack-'));
  cpSync(join(resources, 'law'), join(copy, 'law'), { recursive: true });
});
afterEach(() => {
  rmSync(copy, { recursive: true });
});

function edit(name: string, change: (text: string) => string): void {
  const path = join(copy, 'law', name);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

/** Changes a file and its hash in the manifest, as someone who edits the pack on purpose does. */
function publish(name: string, change: (text: string) => string): void {
  const digest = () =>
    createHash('sha256')
      .update(readFileSync(join(copy, 'law', name)))
      .digest('hex');
  const before = digest();
  edit(name, change);
  edit('law-pack.json', (text) => text.replace(before, digest()));
}

function setLine(line: number, change: (cells: string[]) => string[]): (text: string) => string {
  return (text) =>
    text
      .split('\n')
      .map((content, index) => (index + 1 === line ? change(content.split('\t')).join('\t') : content))
      .join('\n');
}

describe('loading a law pack', () => {
  it('refuses a file whose bytes are not those of the manifest, by name', async () => {
    edit('repealed.tsv', (text) => text.replace('2021-01-01', '2031-01-01'));
    await expect(loadLawPack({ resources: copy })).rejects.toMatchObject({
      code: 'law-pack-invalid',
      message: expect.stringContaining('repealed.tsv') as string,
    });
  });

  it('takes a line that was added on purpose', async () => {
    publish('repealed.tsv', (text) => `${text}某旧条例\t行政法规\t2020-05-01\t某新条例\t某新条例50\tyes\n`);
    const law = await loadLawPack({ resources: copy });
    expect(law.repealed.get('某旧条例')).toMatchObject({ ceased: '2020-05-01', confirmed: true });
  });

  it.each<[string, string, (text: string) => string, number]>([
    ['a column it does not know', 'statutes.tsv', (text) => text.replace('max_article', 'articles'), 1],
    ['columns in another order', 'statutes.tsv', (text) => text.replace('name\tlevel', 'level\tname'), 1],
    ['a line with a cell too few', 'repealed.tsv', setLine(5, (cells) => cells.slice(1)), 5],
    ['a line with a cell too many', 'repealed.tsv', setLine(5, (cells) => [...cells, 'x']), 5],
    ['an impossible date', 'statutes.tsv', setLine(8, (cells) => cells.with(4, '2021-02-30')), 8],
    ['a confirmed that is neither yes nor no', 'organ-renames.tsv', setLine(3, (cells) => cells.with(4, '是')), 3],
    ['a status it does not know', 'statutes.tsv', setLine(9, (cells) => cells.with(5, '有效')), 9],
    ['an article count that is no number', 'instruments.tsv', setLine(2, (cells) => cells.with(4, '三十')), 2],
    ['an empty name', 'organ-renames.tsv', setLine(4, (cells) => cells.with(0, '')), 4],
    ['a name that stands twice', 'repealed.tsv', setLine(3, (cells) => cells.with(0, '婚姻法')), 3],
    ['a blank around a cell', 'repealed.tsv', setLine(3, (cells) => cells.with(0, '继承法 ')), 3],
    ['a carriage return', 'revisions.tsv', (text) => text.replace('\n', '\r\n'), 1],
    ['a correction that meets nothing', 'corrections.tsv', setLine(2, (cells) => cells.with(3, '9')), 2],
    ['an end that is cut off', 'organ-renames.tsv', (text) => text.slice(0, -1), 69],
  ])('refuses %s, naming file and line', async (_name, file, change, line) => {
    publish(file, change);
    await expect(loadLawPack({ resources: copy })).rejects.toMatchObject({
      code: 'law-pack-invalid',
      data: { file, line },
      message: expect.stringMatching(new RegExp(`${file}.*第${line}行`, 'u')) as string,
    });
  });

  it('refuses a missing file, a manifest that is no JSON and one that leaves a file out', async () => {
    edit('law-pack.json', (text) => text.replace(/,\s*\{\s*"name": "instruments.tsv",[^}]*\}/u, ''));
    await expect(loadLawPack({ resources: copy })).rejects.toMatchObject({ code: 'law-pack-invalid' });
    edit('law-pack.json', () => '{');
    await expect(loadLawPack({ resources: copy })).rejects.toMatchObject({ code: 'law-pack-invalid' });
    rmSync(join(copy, 'law', 'law-pack.json'));
    await expect(loadLawPack({ resources: copy })).rejects.toMatchObject({
      code: 'law-pack-invalid',
      message: expect.stringContaining('law-pack.json') as string,
    });
  });

  it('never reads a file outside its folder', async () => {
    edit('law-pack.json', (text) => text.replace('"statutes.tsv"', '"../secret.tsv"'));
    await expect(loadLawPack({ resources: copy })).rejects.toMatchObject({ code: 'law-pack-invalid' });
  });
});
