import { recordFileName } from '../../../../shared/opinion/record.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRecordFromDocx } from '../../../../electron/services/export/docx-record.ts';
import { exportOpinion, type ExportedOpinion } from '../../../../electron/services/export/export-opinion.ts';
import { opinionText } from '../../../../electron/services/export/opinion-text.ts';
import { readAttachment } from '../../../../electron/services/export/pdf-attachment.ts';
import { renderDocx } from '../../../../electron/services/export/render-docx.ts';
import {
  assets,
  convertWithLibreOffice,
  drawWithMupdf,
  drawWithPoppler,
  linesOf,
  output,
  readPdfPages,
  withoutSpace,
  writeTo,
} from '../../../support/pdf-tools.ts';
import { inkIn, type Region } from '../../../support/pixels.ts';
import { plainOpinion, sampleOpinion } from '../../../support/sample-opinion.ts';
import { missingTools } from '../../../support/tools.ts';

const record = new TextEncoder().encode('{"案卷":"2026-0012"}');

let folder = '';
let exported: ExportedOpinion;
let pdf = '';

const environment = (signal = new AbortController().signal): Parameters<typeof exportOpinion>[2] => ({
  assets,
  fontFolders: [],
  progress: () => undefined,
  signal,
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-'));
  exported = await exportOpinion(sampleOpinion, record, environment());
  pdf = await writeTo(folder, 'opinion.pdf', exported.pdf);
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** Drops page numbers, which stand last on a page, and heads of tables that stand first on a later one. */
function bodyOf(pages: readonly string[]): string {
  return pages
    .map((page, index) => {
      const text = withoutSpace(page).replace(new RegExp(`—${index + 1}—$`, 'u'), '');
      return index > 0 ? text.replace(/^序号条款原文问题依据修改建议性质/u, '') : text;
    })
    .join('');
}

describe('exportOpinion', () => {
  it('carries the record in both files', async () => {
    expect(Buffer.from((await readAttachment(exported.pdf, recordFileName)) ?? [])).toEqual(Buffer.from(record));
    expect(Buffer.from((await readRecordFromDocx(exported.docx)) ?? [])).toEqual(Buffer.from(record));
  });

  it('counts the pages and tells which faces stand in', () => {
    expect(exported.pages).toBe(6);
    expect(exported.substitutions).toContainEqual({ wanted: '仿宋_GB2312', used: 'Noto Serif SC' });
  });

  it('goes without a record where there is none', async () => {
    const plain = await exportOpinion(plainOpinion(1), null, environment());
    expect(await readAttachment(plain.pdf, recordFileName)).toBeNull();
    expect(await readRecordFromDocx(plain.docx)).toBeNull();
  });

  it('stops when it is cancelled', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(exportOpinion(sampleOpinion, record, environment(controller.signal))).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});

const poppler = missingTools('pdftotext', 'pdffonts', 'pdftoppm');
const renderers = missingTools('pdftoppm', 'mutool');
const qpdf = missingTools('qpdf');
const office = missingTools('soffice');
const named = (title: string, missing: string): string => (missing === '' ? title : `${title} (${missing})`);

describe('the PDF in other hands', () => {
  it.skipIf(poppler !== '')(named('has the same words for poppler', poppler), async () => {
    const text = await output('pdftotext', '-raw', pdf, '-');
    expect(bodyOf(text.split('\f').slice(0, -1))).toBe(withoutSpace(opinionText(sampleOpinion)));
  });

  it.skipIf(poppler !== '')(named('has every face embedded, as a subset, with its characters', poppler), async () => {
    const rows = (await output('pdffonts', pdf)).trim().split('\n').slice(2);
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes /u);
  });

  it.skipIf(qpdf !== '')(named('is without fault for qpdf', qpdf), async () => {
    expect(await output('qpdf', '--check', pdf)).toContain('No syntax or stream encoding errors found');
  });

  it.skipIf(renderers !== '')(
    named('is drawn alike by poppler and mupdf, with ink in every line', renderers),
    async () => {
      const first = await drawWithPoppler(pdf, folder, 100);
      const second = await drawWithMupdf(pdf, folder, 100);
      const pages = await readPdfPages(exported.pdf);
      expect([first.length, second.length]).toEqual([pages.length, pages.length]);
      let lines = 0;
      for (const [index, page] of pages.entries()) {
        for (const piece of linesOf(page)) {
          const size = (piece.size * 25.4) / 72;
          const region: Region = {
            left: piece.left / 210,
            right: piece.right / 210,
            top: (piece.baseline - 0.88 * size) / 297,
            bottom: (piece.baseline + 0.12 * size) / 297,
          };
          const [one, other] = [first[index], second[index]].map((image) => (image ? inkIn(image, region) : 0));
          // A dash alone inks about a fiftieth of its place, Chinese characters a tenth to a fifth.
          expect(one, piece.text).toBeGreaterThan(/^[—0-9.]+$/u.test(piece.text) ? 0.01 : 0.04);
          expect(Math.abs((one ?? 0) - (other ?? 0)), piece.text).toBeLessThan(0.02);
          lines += 1;
        }
      }
      expect(lines).toBeGreaterThan(150);
    },
  );
});

describe('the DOCX in LibreOffice', () => {
  let pages: Awaited<ReturnType<typeof readPdfPages>> = [];
  let plain: Awaited<ReturnType<typeof readPdfPages>> = [];

  beforeAll(async () => {
    if (office !== '') return;
    const [opinion, text] = await convertWithLibreOffice(
      folder,
      await writeTo(folder, 'opinion.docx', exported.docx),
      await writeTo(folder, 'plain.docx', await renderDocx(plainOpinion(12))),
    );
    pages = await readPdfPages(opinion ?? new Uint8Array());
    plain = await readPdfPages(text ?? new Uint8Array());
  });

  it.skipIf(office !== '')(named('has the same words, and as many pages or one more or less', office), () => {
    expect(Math.abs(pages.length - exported.pages)).toBeLessThanOrEqual(1);
    // LibreOffice writes a cell torn by the end of a page in two pieces: the letters are compared, not their order.
    const letters = (text: string): string => Array.from(withoutSpace(text)).sort().join('');
    const written = pages.map((page) => withoutSpace(page.map((piece) => piece.text).join('')));
    const heads = '序号条款原文问题依据修改建议性质';
    const withHead = written.filter((text) => text.includes(heads)).length;
    const numbers = pages.map((_, index) => `—${index + 1}—`).join('');
    expect(withHead).toBeGreaterThan(1);
    expect(letters(written.join(''))).toBe(letters(opinionText(sampleOpinion) + numbers + heads.repeat(withHead - 1)));
  });

  it.skipIf(office !== '')(named('has 22 lines of 28 characters on a page of plain text', office), () => {
    expect(plain.length).toBeGreaterThan(3);
    for (const page of plain.slice(0, -1)) {
      const lines = linesOf(page).filter((line) => line.baseline < 262);
      expect(lines).toHaveLength(22);
      expect(Math.max(...lines.map((line) => line.text.length))).toBe(28);
    }
  });
});
