import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import subsetFont from 'subset-font';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { chooseFaces, fontRoles, type FaceSet } from '../../../../electron/services/export/font-library.ts';
import { loadFace } from '../../../../electron/services/export/loaded-face.ts';
import { opinionText } from '../../../../electron/services/export/opinion-text.ts';
import { readAttachment } from '../../../../electron/services/export/pdf-attachment.ts';
import { renderPdf } from '../../../../electron/services/export/render-pdf.ts';
import type { OpinionBlock, OpinionDocument } from '../../../../shared/opinion/opinion.ts';
import { assets, linesOf, readPdfPages, withoutSpace, type TextPiece } from '../../../support/pdf-tools.ts';
import { plainOpinion, sampleOpinion } from '../../../support/sample-opinion.ts';

type Pages = readonly (readonly TextPiece[])[];

let faces: FaceSet;
let sample = new Uint8Array();
let samplePages: Pages = [];
let plainPages: Pages = [];

const record = new TextEncoder().encode(JSON.stringify({ 审查: '记录'.repeat(5000) }));
const attachments = [
  { name: 'a.txt', mime: 'text/plain', bytes: new Uint8Array([1]), description: '甲' },
  { name: 'review-record.json', mime: 'application/json', bytes: record, description: '审查记录' },
];

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-05-08T01:02:03Z') });
  faces = await chooseFaces({ fontFolders: [], assets });
  sample = new Uint8Array((await renderPdf(sampleOpinion, faces, { attachments })).bytes);
  vi.useRealTimers();
  samplePages = await readPdfPages(sample);
  plainPages = await pagesOf(plainOpinion(12));
});

afterEach(() => {
  vi.useRealTimers();
});

const body = (page: readonly TextPiece[]): readonly TextPiece[] => page.filter((piece) => !piece.isArtifact);
const words = (pieces: readonly TextPiece[]): string => withoutSpace(pieces.map((piece) => piece.text).join(''));
const documentOf = (...blocks: readonly OpinionBlock[]): OpinionDocument => ({ ...sampleOpinion, blocks });
const paragraph = (text: string): OpinionBlock => ({ kind: 'paragraph', text });
const signature: OpinionBlock = { kind: 'signature', organ: '南阳市卧龙区司法局', date: '2026-05-08' };
const pagesOf = async (document: OpinionDocument): Promise<Pages> =>
  readPdfPages((await renderPdf(document, faces)).bytes);
/** The place of a line on the page, the first being 1, from its base line in mm. */
const lineNumber = (piece: TextPiece): number => Math.ceil((piece.baseline - 37) / (225 / 22));

describe('the words', () => {
  it('are those of the opinion, all of them, in order, and no others', () => {
    expect(words(samplePages.flatMap(body))).toBe(withoutSpace(opinionText(sampleOpinion)));
  });

  it('come out as they went in where two characters share one glyph', async () => {
    const source = join(import.meta.dirname, '../../../../node_modules/@expo-google-fonts/noto-serif-sc');
    const whole = await readFile(join(source, '400Regular/NotoSerifSC_400Regular.ttf'));
    const text = '⼀一⽤用⼈人，合法性';
    const face = loadFace(
      await subsetFont(whole, `${text}— 0123456789`, { targetFormat: 'truetype' }),
      'Radicals',
      undefined,
    );
    expect(face.glyph('⼀')?.id).toBe(face.glyph('一')?.id);
    const chains = Object.fromEntries(fontRoles.map((role) => [role, [face]])) as unknown as FaceSet['chains'];
    const { bytes } = await renderPdf(documentOf(paragraph(text)), { ...faces, chains });
    expect(words((await readPdfPages(bytes)).flatMap(body))).toBe(text);
  });

  it('keep characters beyond the basic plane', async () => {
    const text = '𫖯字与𫄧字';
    expect(words((await pagesOf(documentOf(paragraph(text)))).flatMap(body))).toBe(text);
  });
});

describe('the bytes', () => {
  it('are the same whenever the export runs', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-12-31T23:59:59Z') });
    const again = await renderPdf(sampleOpinion, await chooseFaces({ fontFolders: [], assets }), { attachments });
    expect(Buffer.from(again.bytes).equals(Buffer.from(sample))).toBe(true);
    const text = Buffer.from(sample).toString('latin1');
    expect(text).toContain('/CreationDate (D:20260508000000Z)');
    expect(text).toMatch(/\/ID \[ <([0-9a-f]{32})> <\1> \]/u);
  });

  it('bear title, author, subject and language', async () => {
    const pdf = await PDFDocument.load(sample, { updateMetadata: false });
    expect(pdf.getTitle()).toBe(sampleOpinion.title);
    expect(pdf.getAuthor()).toBe('南阳市卧龙区司法局');
    expect(pdf.getSubject()).toBe('合法性审核意见，审查记录见附件');
    expect(pdf.getLanguage()).toBe('zh-CN');
    expect(pdf.getModificationDate()?.toISOString()).toBe('2026-05-08T00:00:00.000Z');
  });

  it('name every embedded subset by its tag', async () => {
    const { bytes } = await renderPdf(sampleOpinion, faces);
    const names =
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/FontName \/\S+/gu) ?? [];
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) expect(name).toMatch(/^\/FontName \/[A-Z]{6}(?:\+|#2B)[A-Za-z0-9-]+$/u);
  });
});

describe('the page', () => {
  it('holds 22 lines of 28 characters, from edge to edge of the text area', () => {
    const pages = plainPages;
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages.slice(0, -1)) {
      const lines = linesOf(body(page));
      expect(lines).toHaveLength(22);
      lines.forEach((line, index) => {
        expect(lineNumber(line)).toBe(index + 1);
      });
    }
    const full = pages.flatMap((page) => linesOf(body(page))).filter((line) => line.text.length === 28);
    expect(full.length).toBeGreaterThan(60);
    for (const line of full) {
      expect(line.left).toBeCloseTo(28, 1);
      expect(line.right).toBeCloseTo(184, 1);
    }
    const longest = Math.max(...pages.flatMap((page) => linesOf(body(page))).map((line) => line.text.length));
    expect(longest).toBe(28);
  });

  it('keeps every line inside the text area', () => {
    for (const page of samplePages) {
      for (const line of linesOf(body(page))) {
        expect(line.left).toBeGreaterThanOrEqual(27.9);
        expect(line.right).toBeLessThanOrEqual(184.1);
        expect(line.baseline).toBeGreaterThan(37);
        expect(line.baseline).toBeLessThan(262);
      }
    }
  });

  it('bears its number right on odd pages and left on even ones, one character from the edge', () => {
    const character = (14 * 25.4) / 72;
    plainPages.forEach((page, index) => {
      const [number] = linesOf(page.filter((piece) => piece.isArtifact));
      expect(number?.text).toBe(`—${index + 1}—`);
      expect(number?.size).toBe(14);
      if (index % 2 === 0) expect(number?.right).toBeCloseTo(184 - character, 1);
      else expect(number?.left).toBeCloseTo(28 + character, 0);
      // The dash stands 7 mm under the text area; its base line lies below it.
      expect(number?.baseline).toBeGreaterThan(262 + 7);
      expect(number?.baseline).toBeLessThan(262 + 9.5);
    });
  });
});

describe('the head', () => {
  it('has the title in 22 pt under two blank lines, centred, the number under it, and the addressee flush left', () => {
    const [page = []] = samplePages;
    const [first, second, number, addressee, opening] = linesOf(body(page));
    expect([first, second].map((line) => line?.size)).toEqual([22, 22]);
    expect(first && lineNumber(first)).toBe(3);
    for (const line of [first, second, number]) {
      expect(((line?.left ?? 0) + (line?.right ?? 0)) / 2).toBeCloseTo(106, 0);
    }
    expect(number?.text).toBe('宛龙司审〔2026〕12号');
    expect(number && lineNumber(number)).toBe(5);
    expect(addressee && lineNumber(addressee)).toBe(7);
    expect(addressee?.left).toBeCloseTo(28, 1);
    expect(opening?.left).toBeCloseTo(28 + (2 * 156) / 28, 1);
  });
});

describe('the signature', () => {
  it('has the date four characters from the right and the organ centred over it, under two blank lines', async () => {
    const [page = []] = await pagesOf(documentOf(paragraph('同意。'), signature));
    const [text, organ, date] = linesOf(body(page));
    expect(date?.text).toBe('2026年5月8日');
    expect(date?.right).toBeCloseTo(184 - (4 * 156) / 28, 1);
    const centre = (line: TextPiece | undefined): number => ((line?.left ?? 0) + (line?.right ?? 0)) / 2;
    expect(centre(organ)).toBeCloseTo(centre(date), 1);
    expect([text, organ, date].map((line) => line && lineNumber(line))).toEqual([1, 4, 5]);
  });

  it('leaves a short note on the next line and moves a long one from under the seal', async () => {
    const short = await pagesOf(documentOf(paragraph('甲'), signature, { kind: 'note', text: '（此件不公开）' }));
    const long = await pagesOf(
      documentOf(paragraph('甲'), signature, { kind: 'note', text: `（${'说明'.repeat(12)}）` }),
    );
    const places = (pages: readonly (readonly TextPiece[])[]): readonly number[] =>
      linesOf(body(pages[0] ?? [])).map(lineNumber);
    expect(places(short)).toEqual([1, 4, 5, 6]);
    expect(places(long)).toEqual([1, 4, 5, 7]);
  });
});

describe('a table', () => {
  const columns = [
    { title: '序号', width: 2 },
    { title: '原文', width: 13 },
    { title: '问题', width: 13 },
  ];
  const table = (rows: number, length: number): OpinionBlock => ({
    kind: 'table',
    columns,
    rows: Array.from({ length: rows }, (_, index) => [String(index + 1), '原'.repeat(length), '题'.repeat(length)]),
  });

  it('repeats its head on every page on which it goes on, as no part of the text', async () => {
    const pages = await pagesOf(documentOf(table(20, 100)));
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => {
      const head = linesOf(page)[0];
      expect(head?.text).toBe('序号原文问题');
      expect(head?.isArtifact).toBe(index > 0);
    });
  });

  it('tears a row that is too long for the page and loses none of it', async () => {
    const pages = await pagesOf(documentOf(paragraph('前文。'), table(2, 900)));
    const all = words(pages.flatMap(body));
    expect(all.replaceAll(/[^原]/gu, '')).toHaveLength(1800 + 1);
    expect(all.replaceAll(/[^题]/gu, '')).toHaveLength(1800 + 1);
    expect(pages.length).toBe(4);
    for (const page of pages.slice(0, -1)) {
      expect(Math.max(...body(page).map((piece) => piece.baseline))).toBeGreaterThan(215);
    }
  });

  it('draws its head even when it has no rows', async () => {
    expect(words((await pagesOf(documentOf({ kind: 'table', columns, rows: [] }))).flatMap(body))).toBe('序号原文问题');
  });
});

describe('a character without a glyph', () => {
  it('stops the export, and the message names each one and its place', async () => {
    const document = documentOf(paragraph('甲方（☃公司）与乙方签订协议'), paragraph('金额为ꙮ元'));
    await expect(renderPdf(document, faces)).rejects.toMatchObject({
      code: 'missing-glyph',
      message: expect.stringMatching(
        /“☃”（U\+2603）见“甲方（☃公司）与乙方签.”.*“ꙮ”（U\+A66E）见“金额为ꙮ元”/u,
      ) as unknown,
      data: { characters: ['“☃”（U+2603）', '“ꙮ”（U+A66E）'] },
    });
  });

  it('is lent by another bundled face where one has it, and that is told', async () => {
    const bare = loadFace(
      await subsetFont(await readFile(join(assets, 'fonts', 'NotoSansSC-Regular.ttf')), '甲方协议', {
        targetFormat: 'truetype',
      }),
      '仿宋_GB2312',
      undefined,
    );
    const chains = { ...faces.chains, body: [bare, ...faces.chains.body] };
    const { bytes, borrowed } = await renderPdf(documentOf(paragraph('甲方堉协议')), { ...faces, chains });
    expect(borrowed).toEqual([{ wanted: '仿宋_GB2312中的“堉”', used: 'Noto Serif SC' }]);
    expect(words((await readPdfPages(bytes)).flatMap(body))).toBe('甲方堉协议');
  });
});

describe('an attachment', () => {
  it('is read back byte for byte by its name', async () => {
    expect(Buffer.from((await readAttachment(sample, 'review-record.json')) ?? []).equals(Buffer.from(record))).toBe(
      true,
    );
    expect(await readAttachment(sample, 'a.txt')).toEqual(new Uint8Array([1]));
    expect(await readAttachment(sample, 'b.txt')).toBeNull();
  });

  it('is nothing in a file that is no PDF, or is cut off', async () => {
    expect(await readAttachment(new TextEncoder().encode('no PDF'), 'a.txt')).toBeNull();
    expect(await readAttachment(sample.slice(0, 300), 'a.txt')).toBeNull();
  });

  it('is not unpacked past its limit', async () => {
    const { bytes } = await renderPdf(documentOf(paragraph('甲')), faces, {
      attachments: [
        { name: 'bomb', mime: 'text/plain', bytes: new Uint8Array(33 << 20), description: '三十三兆零字节' },
      ],
    });
    expect(bytes.length).toBeLessThan(1 << 20);
    expect(await readAttachment(bytes, 'bomb')).toBeNull();
  });
});
