import { expect, it } from 'vitest';
import type { PdfTextItem } from '../../../../../electron/services/extract/pdf/open-pdf.ts';
import { pageLines } from '../../../../../electron/services/extract/pdf/page-lines.ts';

const size = 16;

/** A run at a place, turned by quarter turns; a character is as wide as it is high. */
function run(str: string, x: number, y: number, turn = 0, points = size): PdfTextItem {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 2) * points, Math.sin((turn * Math.PI) / 2) * points];
  return { str, transform: [cos, sin, -sin, cos, x, y], width: str.length * points, fontName: 'f' };
}

/** The page as pdf.js turns it upside down: y downwards from the top. */
const geometry = {
  page: 1,
  width: 600,
  height: 800,
  transform: [1, 0, 0, -1, 0, 800],
  isVertical: (font: string) => font === 'vertical',
};
const texts = (...items: readonly PdfTextItem[]) => pageLines(items, geometry).lines.map((line) => line.text);

it('orders lines from top to bottom and runs from left to right, however the file orders them', () => {
  expect(texts(run('丙', 100, 600), run('乙', 132, 700), run('甲', 116, 700))).toEqual(['甲乙', '丙']);
});

it('writes a blank for a gap of a character, a tab for a gap between columns, and nothing between justified ones', () => {
  expect(texts(run('甲', 0, 700), run('乙', 20, 700), run('丙', 54, 700), run('丁', 130, 700))).toEqual([
    '甲乙　丙\t丁',
  ]);
});

it('keeps words of Latin letters apart', () => {
  expect(texts(run('ab', 0, 700), run('cd', 37, 700), run('ef', 69, 700))).toEqual(['ab cdef']);
});

it('takes what was printed twice to look bold once', () => {
  expect(texts(run('总则', 100, 700), run('总则', 100.4, 700))).toEqual(['总则']);
  expect(texts(run('哈', 100, 700), run('哈', 116, 700))).toEqual(['哈哈']);
});

it('keeps small figures above the line on their line', () => {
  expect(texts(run('面积', 100, 700), run('2', 132, 706, 0, 9), run('以上', 141, 700))).toEqual(['面积2以上']);
});

it.each([1, 2, 3])('reads a page whose text is turned by %s quarters', (turn) => {
  const [dx, dy] = [Math.round(Math.cos((turn * Math.PI) / 2)), Math.round(Math.sin((turn * Math.PI) / 2))];
  // The second line stands below the first as it is read.
  const second = run('丙丁', 300 + dy * 28, 400 - dx * 28, turn);
  expect(texts(second, run('甲乙', 300, 400, turn))).toEqual(['甲乙', '丙丁']);
});

it('sets text at an angle to the rest aside, and text that runs downwards', () => {
  const { lines, slanted } = pageLines(
    [run('正文在此', 100, 700), run('水印', 200, 400, 0.5), { ...run('竖', 300, 500), fontName: 'vertical' }],
    geometry,
  );
  expect(lines.map((line) => line.text)).toEqual(['正文在此']);
  expect(slanted).toEqual(['水印', '竖']);
});

it('counts characters that mean nothing', () => {
  expect(pageLines([run('\ue001\ue002甲\ufffd', 100, 700)], geometry)).toMatchObject({ meaningless: 3, characters: 4 });
});
