import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { breakLines, justify, mayBreakBetween } from '../../../../electron/services/export/line-breaker.ts';

interface Letter {
  readonly character: string;
  readonly width: number;
}

/** Chinese characters and marks one wide, letters and figures half. */
function measure(text: string): readonly Letter[] {
  return Array.from(text, (character) => ({ character, width: /^[ -~]$/u.test(character) ? 0.5 : 1 }));
}

function broken(text: string, width: number, first = width): readonly string[] {
  return breakLines(measure(text), first, width).map((line) => line.map((letter) => letter.character).join(''));
}

describe('breakLines', () => {
  it('fills a line to the last character', () => {
    expect(broken('一二三四五六七八九', 4)).toEqual(['一二三四', '五六七八', '九']);
  });

  it('gives the first line its own width', () => {
    expect(broken('一二三四五六', 4, 2)).toEqual(['一二', '三四五六']);
  });

  it.each([
    ['a full stop', '一二三四。五', ['一二三', '四。五']],
    ['a comma', '一二三四，五', ['一二三', '四，五']],
    ['a closing bracket', '一二（四）五', ['一二', '（四）五']],
    ['a closing quotation mark after a stop', '一二三。”四', ['一二', '三。”四']],
    ['a per cent sign', '一二三四％五', ['一二三', '四％五']],
  ])('begins no line with %s', (_, text, lines) => {
    expect(broken(text, 4)).toEqual(lines);
  });

  it.each([
    ['an opening bracket', '一二三（四五', ['一二三', '（四五']],
    ['an opening book title mark', '一二三《四五', ['一二三', '《四五']],
    ['two opening marks', '一二“《三四', ['一二', '“《三四']],
  ])('ends no line with %s', (_, text, lines) => {
    expect(broken(text, 4)).toEqual(lines);
  });

  it.each([
    ['a year', '一二三2026年', ['一二三', '2026年']],
    ['a decimal number with its sign', '一二三14.3%五', ['一二三', '14.3%五']],
    ['a file name', '一二a-b_c.docx三', ['一二', 'a-b_c.docx', '三']],
    ['a dash over two characters', '一二三——四', ['一二三', '——四']],
    ['dots over two characters, which begin no line either', '一二三……四', ['一二', '三……四']],
  ])('does not tear %s', (_, text, lines) => {
    expect(broken(text, text.includes('docx') ? 5 : 4)).toEqual(lines);
  });

  it('tears a word that no line could hold where the line ends, instead of leaving a hole before it', () => {
    expect(broken('值为：0123456789abcdef', 4)).toEqual(['值为：01', '23456789', 'abcdef']);
  });

  it('drops spaces at a break', () => {
    expect(broken('一二三四 五六', 4)).toEqual(['一二三四', '五六']);
    expect(broken('一二三 abc', 4)).toEqual(['一二三', 'abc']);
  });

  it('keeps every character but spaces, no line too wide, no mark where it must not stand', () => {
    const text = fc
      .array(fc.constantFrom(...'甲乙丙丁，。、；：（）《》“”—…ab12.% '), { maxLength: 60 })
      .map((characters) => characters.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 12 }), (words, width) => {
        const lines = breakLines(measure(words), width, width);
        const rejoined = lines.map((line) => line.map((letter) => letter.character).join('')).join('');
        expect(rejoined.replaceAll(' ', '')).toBe(words.replaceAll(' ', ''));
        for (const [index, line] of lines.entries()) {
          expect(line.reduce((sum, letter) => sum + letter.width, 0)).toBeLessThanOrEqual(width + 0.01);
          if (index > 0) expect(line[0]?.character).not.toBe(' ');
        }
      }),
      { seed: 9704, numRuns: 500 },
    );
  });
});

describe('mayBreakBetween', () => {
  it('allows a break between Chinese characters and beside a word, not inside one', () => {
    expect(mayBreakBetween('甲', '乙')).toBe(true);
    expect(mayBreakBetween('甲', 'a')).toBe(true);
    expect(mayBreakBetween('9', '年')).toBe(true);
    expect(mayBreakBetween('a', 'b')).toBe(false);
    expect(mayBreakBetween('1', '2')).toBe(false);
  });

  it('keeps a combining mark with its letter', () => {
    expect(mayBreakBetween('甲', '\u0301')).toBe(false);
  });
});

describe('justify', () => {
  it('spreads the slack evenly over the gaps', () => {
    expect(justify(measure('甲乙丙'), 4, 1)).toEqual([0, 1.5, 3]);
  });

  it('does not spread a number or a dash', () => {
    expect(justify(measure('甲12乙'), 4, 1)).toEqual([0, 1.5, 2, 3]);
    expect(justify(measure('甲——乙'), 5, 1)).toEqual([0, 1.5, 2.5, 4]);
  });

  it('leaves a line alone that would need wide gaps', () => {
    expect(justify(measure('甲乙'), 10, 1)).toEqual([0, 1]);
  });
});
