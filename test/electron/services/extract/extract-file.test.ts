import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../../electron/services/dispatch.ts';
import { extractFile } from '../../../../electron/services/extract/extract-file.ts';
import { fixedEnvironment } from '../../../support/environment.ts';

const measure = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'pdf', 'measure.pdf');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-extract-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('extractFile', () => {
  it('gives the document with the hash of the bytes on the disk', async () => {
    const document = await extractFile(measure, fixedEnvironment());
    expect(document.sha256).toBe(createHash('sha256').update(readFileSync(measure)).digest('hex'));
    expect(document.title).toBe('南阳市卧龙区城区共享单车管理暂行办法');
    expect(document.blocks.find((block) => block.label === '第十条')?.text).toBe(
      '本办法自2026年3月1日起施行，有效期二年。',
    );
  });

  it('refuses a file that another program changes meanwhile', async () => {
    const path = join(folder, '草案.txt');
    await writeFile(path, '第一条　内容。');
    // A parser process that finds the file changed, as if an editor had saved between hashing and reading.
    const parser = join(folder, 'parser.mjs');
    const paragraphs = JSON.stringify([]);
    await writeFile(
      parser,
      `process.on('message', () => process.send({ kind: 'extraction', sha256: '${'0'.repeat(64)}',
        extraction: { format: 'txt', paragraphs: ${paragraphs}, xray: [], warnings: [] } }));`,
    );
    await expect(extractFile(path, fixedEnvironment({ parser }))).rejects.toMatchObject({
      code: 'not-readable',
      message: expect.stringContaining('在读取期间被改动') as string,
    });
  });

  it('names a file that is not there, by the name it was given', async () => {
    await expect(extractFile(join(folder, 'no'), fixedEnvironment(), '办法.docx')).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('文件“办法.docx”') as string,
    });
  });
});

describe('extract.file', () => {
  it('counts the articles and chapters of the text', async () => {
    const extracted = await call('extract.file', { path: measure }, fixedEnvironment());
    expect(extracted).toMatchObject({ format: 'pdf', articles: 10, chapters: 3, xray: [] });
  });

  it('counts those of the main text only, not of a notice before it or an annex behind it', async () => {
    const path = join(folder, '通知.txt');
    await writeFile(path, '关于印发停车管理办法的通知\n各单位：\n现将办法印发给你们。\n卧龙区人民政府\n2026年1月5日\n');
    await appendFile(path, '停车管理办法\n第一章 总则\n第一条 一。\n第二条 二。\n附件\n停车收费标准\n第一条 甲。\n');
    const extracted = await call('extract.file', { path }, fixedEnvironment());
    expect([extracted.articles, extracted.chapters]).toEqual([2, 1]);
  });
});
