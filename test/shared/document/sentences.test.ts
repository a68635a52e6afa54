import { describe, expect, it } from 'vitest';
import { clauseEndAfter, clauseStart, sentencesOf } from '../../../shared/document/sentences.ts';
import { documentOf } from '../../support/document.ts';

const document = documentOf(
  '某某办法',
  '第一条　甲应当登记。乙不得进入；',
  '（一）丙。',
  '卧龙区人民政府',
  '2026年3月2日',
);

describe('sentencesOf', () => {
  it('gives the sentences of the running text without labels, titles and closing', () => {
    expect(sentencesOf(document).map(({ text }) => text)).toEqual(['甲应当登记。', '乙不得进入；', '丙。']);
  });

  it('gives offsets into the text of the document', () => {
    for (const { text, start, end } of sentencesOf(document)) expect(document.text.slice(start, end)).toBe(text);
  });
});

describe('the bounds of a clause', () => {
  const text = '未取得许可证的，不得开业；违者处理。';

  it('begin after the mark before', () => {
    expect(clauseStart(text, text.indexOf('开业'))).toBe(text.indexOf('不得'));
    expect(clauseStart(text, 3)).toBe(0);
  });

  it('end before the mark after', () => {
    expect(clauseEndAfter(text, text.indexOf('开业'))).toBe(text.indexOf('；'));
    expect(clauseEndAfter('没有标点', 1)).toBe(4);
  });
});
