import { describe, expect, it } from 'vitest';
import type { PageText } from '../../../../../electron/services/extract/pdf/page-lines.ts';
import { dropRunningLines } from '../../../../../electron/services/extract/pdf/running-lines.ts';

/** Pages of A4 from lines `[y, text]`. */
function pages(...contents: (readonly (readonly [number, string])[])[]): readonly PageText[] {
  return contents.map((lines, index) => ({
    lines: lines.map(([y, text]) => ({ text, y, page: index + 1, left: 80, right: 500, size: 16, hasColumns: false })),
    width: 595,
    height: 842,
    mapped: 0,
    slanted: [],
    meaningless: 0,
    characters: 10,
  }));
}

const body = (...contents: Parameters<typeof pages>) =>
  dropRunningLines(pages(...contents)).pages.map((lines) => lines.map((line) => line.text));

describe('dropRunningLines', () => {
  it.each(['— 1 —', '- 1 -', '1', '第1页', '第 1 页 共 3 页', '1/3', '—1—'])('drops the page number %s', (number) => {
    expect(
      body([
        [400, '正文'],
        [790, number],
      ]),
    ).toEqual([['正文']]);
  });

  it('keeps a bare figure that does not count the pages, and a page number in the middle of a page', () => {
    expect(
      body([
        [400, '1'],
        [790, '2026'],
      ]),
    ).toEqual([['1', '2026']]);
  });

  it('drops a head that carries the page number and stands on every page', () => {
    expect(
      body(
        [
          [40, '卧龙区政府文件　第1页'],
          [400, '一'],
        ],
        [
          [41, '卧龙区政府文件　第2页'],
          [400, '二'],
        ],
      ),
    ).toEqual([['一'], ['二']]);
  });

  it('drops heads that differ on left and right pages', () => {
    const page = (head: string) =>
      [
        [40, head],
        [400, '正文'],
      ] as const;
    expect(body(page('左'), page('右'), page('左'), page('右'))).toEqual([['正文'], ['正文'], ['正文'], ['正文']]);
  });

  it('keeps the openings of annexes although they stand at one height and count up', () => {
    expect(body([[40, '附件1']], [[40, '附件2']])).toEqual([['附件1'], ['附件2']]);
  });

  it('keeps lines alike but for a figure that neither stays nor counts the pages', () => {
    expect(body([[40, '金额7元']], [[40, '金额9元']], [[40, '金额30元']])).toEqual([
      ['金额7元'],
      ['金额9元'],
      ['金额30元'],
    ]);
  });

  it('keeps a line that is repeated at different heights, or in the body of the page', () => {
    expect(body([[40, '甲']], [[90, '甲']])).toEqual([['甲'], ['甲']]);
    expect(body([[300, '甲']], [[300, '甲']])).toEqual([['甲'], ['甲']]);
  });

  it('names each running line once', () => {
    expect(dropRunningLines(pages([[40, '页眉 1']], [[40, '页眉 2']], [[40, '页眉 3']])).running).toEqual(['页眉 1']);
  });
});
