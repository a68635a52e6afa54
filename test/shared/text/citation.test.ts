import { describe, expect, it } from 'vitest';
import { findCitations, provisionsAt } from '../../../shared/text/citation.ts';

/** Article, 款 and 项 of each provision. */
const numbersIn = (text: string): readonly (readonly (number | null)[])[] =>
  provisionsAt(text, 0).map(({ article, paragraph, item }) => [article, paragraph, item]);

describe('provisions', () => {
  it.each([
    ['第三条', [[3, null, null]]],
    ['第十条第二款第（三）项规定', [[10, 2, 3]]],
    ['第十条第（三）项', [[10, null, 3]]],
    ['第十条第三项', [[10, null, 3]]],
    [
      '第三条、第五条和第八条第二款',
      [
        [3, null, null],
        [5, null, null],
        [8, 2, null],
      ],
    ],
    [
      '第三条至第五条',
      [
        [3, null, null],
        [5, null, null],
      ],
    ],
    [
      '第五条第一款、第三款',
      [
        [5, 1, null],
        [5, 3, null],
      ],
    ],
    [
      '第五条第一款第（一）项、第（二）项和第二款',
      [
        [5, 1, 1],
        [5, 1, 2],
        [5, 2, null],
      ],
    ],
    ['第12条', [[12, null, null]]],
    ['第一百二十条之一', [[120, null, null]]],
    ['第三方', []],
    ['规定第三条', []],
  ])('are read from “%s”', (text, numbers) => {
    expect(numbersIn(text)).toEqual(numbers);
  });

  it('end where they end', () => {
    const text = '第五条第一款、第三款规定';
    expect(provisionsAt(text, 0).map(({ start, end }) => text.slice(start, end))).toEqual(['第五条第一款', '第三款']);
  });
});

describe('citations', () => {
  it('carry name, plain name and articles', () => {
    const text = '依照《中华人民共和国行政许可法》（2019年修正）第十七条、第十八条，制定本办法。';
    const [found] = findCitations(text);
    expect(found).toMatchObject({ name: '中华人民共和国行政许可法', plainName: '行政许可法', isRepealClause: false });
    expect(found?.articles.map(({ article }) => article)).toEqual([17, 18]);
    expect(text.slice(found?.start, found?.end)).toBe('《中华人民共和国行政许可法》（2019年修正）第十七条、第十八条');
  });

  it('keep a name within a name', () => {
    expect(findCitations('按照《河南省实施〈中华人民共和国土地管理法〉办法》执行')[0]?.plainName).toBe(
      '河南省实施土地管理法办法',
    );
  });

  it.each([
    '《旧办法》同时废止。',
    '《旧办法》（宛龙政〔2018〕5号）自本办法施行之日起废止。',
    '《甲办法》、《旧办法》和《乙办法》同时废止。',
    '国务院发布的《旧办法》即行废止。',
    '现决定废止《甲办法》《旧办法》。',
    '关于废止《旧办法》的通知',
    '下列文件同时废止：\n1.《甲办法》\n2.《旧办法》',
  ])('know that “%s” repeals', (text) => {
    expect(findCitations(text).find(({ name }) => name === '旧办法')?.isRepealClause).toBe(true);
  });

  it.each([
    '根据《旧办法》，制定本办法。',
    '依据《旧办法》，乙方逾期三十日的，本合同失效。',
    '修改《旧办法》。',
    '下列文件作为依据：\n1.《旧办法》',
    '按照《旧办法》执行。本办法自印发之日起废止原规定。',
  ])('know that “%s” does not repeal', (text) => {
    expect(findCitations(text)[0]?.isRepealClause).toBe(false);
  });
});
