import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMatches, firstMatchFrom, foldForFind } from '../../../../renderer/ui/document-pane/find-matches.ts';

/** The words found, as they stand in the text. */
function found(text: string, query: string): readonly string[] {
  return findMatches(foldForFind(text), query).map(({ start, end }) => text.slice(start, end));
}

describe('finding in a document', () => {
  it.each([
    ['安装ＧＰＳ设备', 'gps', ['ＧＰＳ']],
    ['安装GPS设备', 'ｇｐｓ', ['GPS']],
    ['（试行）', '(试行)', ['（试行）']],
    ['第一条　为规范', '第一条 为', ['第一条　为']],
    ['摊位费\t600', '费 600', ['费\t600']],
    ['İstanbul', 'stan', ['stan']],
    ['𠮷野家', '野', ['野']],
    ['ΑΣ ΣΑ', 'σ', ['Σ', 'Σ']],
    ['哈哈哈', '哈哈', ['哈哈']],
    ['第一条\n第二条', '条 第', []],
    ['正文', '', []],
  ])('in %j the words %j are %j', (text, query, words) => {
    expect(found(text, query)).toEqual(words);
  });

  it('keeps every offset, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldForFind(text)).toHaveLength(text.length);
      }),
    );
  });

  it('finds any words of a text at their own place, if not before', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', minLength: 1 }), (before, words) => {
        const matches = findMatches(foldForFind(before + words), words);
        expect(matches[0]?.start).toBeLessThanOrEqual(before.length);
        expect(findMatches(foldForFind(words), words)).toEqual([{ start: 0, end: words.length }]);
      }),
    );
  });

  it('begins where the reader is and goes round', () => {
    const matches = findMatches('条款条款条款', '条');
    expect(firstMatchFrom(matches, 1)).toBe(1);
    expect(firstMatchFrom(matches, 5)).toBe(0);
    expect(firstMatchFrom([], 0)).toBe(-1);
  });
});
