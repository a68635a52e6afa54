import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../shared/document/structure/analyse.ts';
import { articleAt, pathAt } from '../../../../shared/document/structure/locate.ts';
import { documentOf } from '../../../support/document.ts';
import { resources } from '../../../support/resources.ts';

const structureOf = (...lines: Parameters<typeof documentOf>): ReturnType<typeof analyse> =>
  analyse(documentOf(...lines));
const text = [
  '卧龙区户外广告管理办法',
  '第一章　总则',
  '第一条　由区城市管理局负责。',
  '第二章　附则',
  '第二条　本办法自2026年5月1日起施行。',
];
const notice = [
  '卧龙区人民政府文件',
  '宛龙政〔2026〕5号',
  '卧龙区人民政府',
  '关于印发《卧龙区户外广告管理办法》的通知',
  '各乡镇人民政府，区政府各部门：',
  '《卧龙区户外广告管理办法》已经区政府常务会议研究通过，现印发给你们，请认真执行。',
  '卧龙区人民政府',
  '2026年3月2日',
];

describe('parts', () => {
  it('of a text alone are one', () => {
    expect(structureOf(...text).parts).toMatchObject([
      { kind: 'body', title: '卧龙区户外广告管理办法', numbering: 'article' },
    ]);
  });

  it('of a notice with its text are two, and number apart', () => {
    const structure = structureOf(...notice, ...text);
    expect(structure.parts.map(({ kind, numbering }) => [kind, numbering])).toEqual([
      ['notice', null],
      ['body', 'article'],
    ]);
    expect(structure.parts[0]?.title).toContain('关于印发《卧龙区户外广告管理办法》的通知');
    expect(structure.parts[1]?.title).toBe('卧龙区户外广告管理办法');
    expect(structure.articles.map(({ part, number }) => [part, number])).toEqual([
      [1, 1],
      [1, 2],
    ]);
  });

  it('of a text with annexes are one for each', () => {
    const structure = structureOf(...text, '附件1', '设置标准', '一、牢固。', '二、美观。', '附件2：', '申请表');
    expect(
      structure.parts.map(({ kind, title, annexNumber, numbering }) => [kind, title, annexNumber, numbering]),
    ).toEqual([
      ['body', '卧龙区户外广告管理办法', null, 'article'],
      ['annex', '设置标准', 1, 'chinese'],
      ['annex', '申请表', 2, null],
    ]);
  });

  it('take a list headed 附： for an annex, and the list of annexes for none', () => {
    expect(structureOf(...text, '附：', '审查目录', '1.衡器', '2.传感器').parts.map(({ kind }) => kind)).toEqual([
      'body',
      'annex',
    ]);
    expect(structureOf(...text, '附件：', '1.申请表', '2.承诺书').parts.map(({ kind }) => kind)).toEqual(['body']);
  });

  it('cover the whole document in order', () => {
    const document = documentOf(...notice, ...text, '附件', '申请表');
    const { parts } = analyse(document);
    expect(parts[0]?.firstBlock).toBe(0);
    parts.slice(1).forEach((part, index) => expect(part.firstBlock).toBe(parts[index]?.endBlock));
    expect(parts.at(-1)?.endBlock).toBe(document.blocks.length);
  });
});

describe('articles and headings', () => {
  const document = documentOf(
    '卧龙区户外广告管理办法',
    '第一章　总则',
    '第一节　范围',
    '第一条　下列广告应当备案：',
    '（一）立柱；',
    '（二）屏幕。',
    '备案由区城市管理局办理。',
    '第二章　附则',
    '第二条　由区司法局解释。',
  );
  const structure = analyse(document);

  it('know their 款, 项, chapter and section', () => {
    const [first, second] = structure.articles;
    expect(first?.paragraphs.map(({ number, items }) => [number, items.map((item) => item.number)])).toEqual([
      [1, [1, 2]],
      [2, []],
    ]);
    expect([first?.chapter, second?.chapter]).toEqual(['第一章　总则', '第二章　附则']);
    expect([first?.section, second?.section]).toEqual([1, null]);
    expect(structure.headings.map(({ level, number }) => [level, number])).toEqual([
      [1, 1],
      [2, 1],
      [1, 2],
    ]);
  });

  it('give the path of a place as lawyers name it', () => {
    const pathOf = (words: string): string => pathAt(structure, document.text.indexOf(words));
    expect(pathOf('屏幕')).toBe('第一条第一款第（二）项');
    expect(pathOf('备案由')).toBe('第一条第二款');
    expect(pathOf('由区司法局')).toBe('第二条');
    expect(pathOf('总则')).toBe('');
    expect(articleAt(structure, document.text.indexOf('屏幕'))?.number).toBe(1);
    expect(articleAt(structure, 0)).toBeNull();
  });
});

describe('what stands around a text', () => {
  it('is read: number, organ and date of a notice', () => {
    const { documentNumber, closings } = structureOf(...notice, ...text);
    expect(documentNumber?.text).toBe('宛龙政〔2026〕5号');
    expect(closings.map(({ part, organ, date }) => [part, organ, date?.iso])).toEqual([
      [0, '卧龙区人民政府', '2026-03-02'],
    ]);
  });

  it('takes the number of another document in a sentence for none of its own', () => {
    expect(structureOf('卧龙区管理办法', '第一条　按照宛政〔2025〕8号文件执行。').documentNumber).toBeNull();
  });

  it('finds references to the text itself and citations of others', () => {
    const document = documentOf(
      '卧龙区管理办法',
      '第一条　违反本办法第二条、第三条第一款的，依照《行政处罚法》第九条处理。',
    );
    const { references, citations } = analyse(document);
    expect(references.map(({ text: quote, article, paragraph }) => [quote, article, paragraph])).toEqual([
      ['本办法第二条', 2, null],
      ['第三条第一款', 3, 1],
    ]);
    expect(citations.map(({ plainName, articles }) => [plainName, articles.map(({ article }) => article)])).toEqual([
      ['行政处罚法', [9]],
    ]);
  });
});

describe('a comment beside the text', () => {
  it('adds nothing to what the text cites, names or dates', () => {
    const { references, citations, dates, amounts } = structureOf(...text, {
      part: 'comment',
      text: '请核对本办法第九条、《合同法》第五条、2026年2月30日和500元。',
    });
    expect([references, citations, amounts]).toEqual([[], [], []]);
    expect(dates.map((date) => date.text)).toEqual(['2026年5月1日']);
  });
});

describe('an agreement', () => {
  const structure = structureOf(
    '投资合作协议',
    '甲方：南阳市卧龙区人民政府',
    '统一社会信用代码：11411303MB0000000X',
    '乙方：某某科技有限公司',
    '第一条　合同总价为人民币叁佰贰拾万元整（¥3,200,000.00）。',
    '第二条　本协议自签字盖章之日起生效。',
    '（以下无正文）',
    '甲方（盖章）：南阳市卧龙区人民政府',
    '区长：张三',
    '乙方（盖章）：某某科技有限公司',
    '法定代表人：李四',
    '签订日期：2026年3月2日',
  );

  it('names its parties', () => {
    expect(structure.parties.map(({ role, name }) => [role, name])).toEqual([
      ['甲方', '南阳市卧龙区人民政府'],
      ['乙方', '某某科技有限公司'],
    ]);
    expect(structure.parties[0]?.creditCode?.text).toBe('11411303MB0000000X');
  });

  it('says who signs for them', () => {
    expect(structure.signatures.map(({ role, signer, office }) => [role, signer, office])).toEqual([
      ['甲方', '张三', '区长'],
      ['乙方', '李四', ''],
    ]);
  });

  it('keeps its signatures out of the last article', () => {
    expect(structure.articles.map(({ number }) => number)).toEqual([1, 2]);
    expect(structure.articles[1]?.paragraphs).toHaveLength(1);
    expect(structure.closings[0]?.date?.iso).toBe('2026-03-02');
  });

  it('has its amount in both forms', () => {
    expect(structure.amounts.map(({ form, fen }) => [form, fen])).toEqual([
      ['capitals', 320_000_000],
      ['figures', 320_000_000],
    ]);
  });
});

describe('the work rules of the district', () => {
  const lines = readFileSync(join(resources, 'rules', 'wolong-work-rules.txt'), 'utf8').split('\n');
  const structure = structureOf(...lines);

  it('have 30 articles in the style 一、 that run on through 6 chapters', () => {
    expect(structure.articles.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    expect(structure.headings.map(({ level, number }) => [level, number])).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => [1, number]),
    );
    expect(structure.articles[23]?.chapter).toMatch(/^第五章/u);
  });

  it('come as a notice and its text', () => {
    expect(structure.parts.map(({ kind, numbering }) => [kind, numbering])).toEqual([
      ['notice', null],
      ['body', 'chinese'],
    ]);
    expect(structure.parts[1]?.title).toBe('卧龙区人民政府工作规则');
  });

  it('have two articles of two 款', () => {
    expect(structure.articles.filter(({ paragraphs }) => paragraphs.length > 1).map(({ number }) => number)).toEqual([
      22, 26,
    ]);
  });
});
