import { beforeAll, describe, expect, it } from 'vitest';
import { flowDocument } from '../../../../electron/services/export/flow.ts';
import { chooseFaces, type FaceSet } from '../../../../electron/services/export/font-library.ts';
import type { Page } from '../../../../electron/services/export/page.ts';
import { paginate } from '../../../../electron/services/export/paginate.ts';
import { createTypesetter } from '../../../../electron/services/export/typesetter.ts';
import type { OpinionBlock } from '../../../../shared/opinion/opinion.ts';
import { assets } from '../../../support/pdf-tools.ts';
import { sampleOpinion } from '../../../support/sample-opinion.ts';

let faces: FaceSet;

beforeAll(async () => {
  faces = await chooseFaces({ fontFolders: [], assets });
});

const paragraph = (text: string): OpinionBlock => ({ kind: 'paragraph', text });
const signature: OpinionBlock = { kind: 'signature', organ: '南阳市卧龙区司法局', date: '2026-05-08' };
const shortLines = (count: number): readonly OpinionBlock[] =>
  Array.from({ length: count }, () => paragraph('正文一行。'));

function layOut(...blocks: readonly OpinionBlock[]): readonly Page[] {
  return paginate(flowDocument({ ...sampleOpinion, blocks }, createTypesetter(faces)));
}

/** The lines of a page that are part of the text. */
function textOf(page: Page | undefined): readonly string[] {
  return (page?.lines ?? [])
    .filter((line) => !line.isArtifact)
    .map((line) => line.glyphs.map(({ glyph }) => glyph.character).join(''));
}

describe('the signature', () => {
  it('never stands alone: the last lines of the text go with it, wherever the text ends', () => {
    // Each further line moves the end of the text down the page and over its edge.
    for (let count = 1; count <= 66; count += 1) {
      const last = textOf(layOut(...shortLines(count), signature).at(-1));
      expect(last.slice(-3)).toEqual(['正文一行。', '南阳市卧龙区司法局', '2026年5月8日']);
    }
  });

  it('follows a table that fills the page with the end of its last row', () => {
    const columns = [
      { title: '条款', width: 4 },
      { title: '意见', width: 24 },
    ];
    for (let length = 40; length <= 2400; length += 40) {
      const rows = [['第一条', '应当修改该条文字'.repeat(length / 8)]];
      const pages = layOut({ kind: 'table', columns, rows }, signature);
      const last = textOf(pages.at(-1));
      expect(last.slice(-2)).toEqual(['南阳市卧龙区司法局', '2026年5月8日']);
      expect(last.length).toBeGreaterThanOrEqual(4);
      const words = pages.flatMap(textOf).join('');
      expect(words.match(/应当修改该条文字/gu)).toHaveLength(length / 8);
    }
  });
});

describe('a heading', () => {
  it('is never the last line of a page, before text as before a table', () => {
    const heading: OpinionBlock = { kind: 'heading', level: 1, text: '二、意见' };
    const columns = [{ title: '意见', width: 28 }];
    const rows = [['一行'], ['两行'.repeat(30)]];
    for (let count = 17; count <= 23; count += 1) {
      for (const next of [paragraph('应当修改。'), { kind: 'table', columns, rows } as const]) {
        for (const page of layOut(...shortLines(count), heading, next)) {
          expect(textOf(page).at(-1)).not.toBe('二、意见');
        }
      }
    }
  });

  it('stays with the heading under it and with the text', () => {
    const pages = layOut(
      ...shortLines(20),
      { kind: 'heading', level: 1, text: '二、依据' },
      { kind: 'heading', level: 2, text: '（一）法律' },
      paragraph('依照法律。'),
    );
    expect(textOf(pages[1])).toEqual(['二、依据', '（一）法律', '依照法律。']);
  });
});

describe('a table', () => {
  const columns = [
    { title: '序号', width: 2 },
    { title: '原文', width: 26 },
  ];
  const table = (...texts: readonly string[]): OpinionBlock => ({
    kind: 'table',
    columns,
    rows: texts.map((text, index) => [String(index + 1), text]),
  });

  it('leaves at least two lines of a torn row on either page', () => {
    for (let count = 0; count <= 22; count += 1) {
      for (const page of layOut(...shortLines(count), table('原'.repeat(500)))) {
        const lines = textOf(page).filter((line) => /^原+$/u.test(line));
        expect(lines.length === 0 || lines.length >= 2).toBe(true);
      }
    }
  });

  it('keeps a short row whole', () => {
    for (let count = 10; count <= 22; count += 1) {
      const holders = layOut(...shortLines(count), table('原'.repeat(60))).filter((page) =>
        textOf(page).some((line) => /^原+$/u.test(line)),
      );
      expect(holders).toHaveLength(1);
    }
  });

  it('has its head over every piece, and rules that close it on every page', () => {
    const pages = layOut(paragraph('前文。'), table('原'.repeat(1500), '原'.repeat(1500)), paragraph('后文。'));
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      const heads = page.lines.filter((line) => line.glyphs.map(({ glyph }) => glyph.character).join('') === '原文');
      expect(heads.map((line) => line.isArtifact)).toEqual([index > 0]);
      const vertical = page.rules.filter((rule) => rule.from.x === rule.to.x);
      const horizontal = page.rules.filter((rule) => rule.from.y === rule.to.y);
      expect(vertical).toHaveLength(3);
      const bottom = Math.max(...horizontal.map((rule) => rule.from.y));
      for (const rule of vertical) expect(rule.to.y).toBe(bottom);
    }
  });

  it('lets the text after it go on at one of the 22 lines', () => {
    const [page] = layOut(table('原'), paragraph('后文。'));
    const pitch = (225 / 25.4 / 22) * 72;
    const [before] = layOut(paragraph('后文。'));
    const first = before?.lines[0]?.baseline ?? 0;
    const after = page?.lines.at(-1)?.baseline ?? 0;
    expect(Math.abs((after - first) / pitch - Math.round((after - first) / pitch))).toBeLessThan(0.001);
  });
});

describe('an empty document', () => {
  it('is one empty page', () => {
    expect(layOut()).toEqual([{ lines: [], rules: [] }]);
  });
});
