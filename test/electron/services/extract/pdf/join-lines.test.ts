import { describe, expect, it } from 'vitest';
import { joinLines } from '../../../../../electron/services/extract/pdf/join-lines.ts';
import type { PageLine } from '../../../../../electron/services/extract/pdf/page-lines.ts';

const [left, right, size, leading] = [80, 512, 16, 28];
const full = (right - left) / size;

interface Placed {
  readonly text: string;
  /** Characters from the left edge. */
  readonly at?: number;
  /** Lines from the line before. */
  readonly gap?: number;
  readonly size?: number;
  readonly page?: number;
}

/** Lines under one another, each as wide as its characters. */
function lines(...placed: readonly Placed[]): readonly PageLine[] {
  let y = 100;
  return placed.map(({ text, at = 0, gap = 1, size: points = size, page = 1 }) => {
    y += gap * leading;
    const start = left + at * size;
    return {
      text,
      page,
      left: start,
      right: start + text.length * points,
      y,
      size: points,
      hasColumns: text.includes('\t'),
    };
  });
}

/** A line from edge to edge. */
const whole = (ending = '') => '文'.repeat(full - ending.length) + ending;
/** Enough full lines of body text to show where the edges are. */
const body = lines(...Array.from({ length: 8 }, () => ({ text: whole() })));
const [paragraphOfBody] = [whole().repeat(8)];

const join = (...placed: readonly Placed[]) => {
  const own = lines(...placed).map((line) => ({ ...line, y: line.y + 1000 }));
  const joined = joinLines([[...body, ...own]], [595]).map((paragraph) => paragraph.text);
  expect(joined[0]).toBe(paragraphOfBody);
  return joined.slice(1);
};

describe('joinLines', () => {
  it('goes on after a full line', () => {
    expect(join({ text: whole(), gap: 3 }, { text: '完。' })).toEqual([`${whole()}完。`]);
  });

  it('goes on after a line that lacks a character or three, where its sentence is not over', () => {
    const line = whole().slice(3);
    expect(join({ text: line, gap: 3 }, { text: '2026年。' })).toEqual([`${line}2026年。`]);
  });

  it('starts anew after a short line, after a wide gap, at an indent and at another size', () => {
    expect(join({ text: '短。', gap: 3 }, { text: '新' })).toEqual(['短。', '新']);
    expect(join({ text: whole(), gap: 3 }, { text: '新', gap: 2 })).toEqual([whole(), '新']);
    expect(join({ text: whole(), gap: 3 }, { text: '新', at: 2 })).toEqual([whole(), '新']);
    expect(join({ text: whole(), gap: 3 }, { text: '新', size: 12 })).toEqual([whole(), '新']);
  });

  it('starts anew at a label after the end of a sentence although the line before is full', () => {
    expect(join({ text: whole('。'), gap: 3 }, { text: '第二条　新' })).toEqual([whole('。'), '第二条　新']);
    expect(join({ text: whole('，按照'), gap: 3 }, { text: '第二条执行' })).toEqual([`${whole('，按照')}第二条执行`]);
  });

  it('joins a title of several large lines, the first as wide as the page, but not chapter headings', () => {
    const wide = '题'.repeat(Math.floor((right - left) / 22));
    expect(join({ text: wide, gap: 3, size: 22 }, { text: '办法', at: 12, size: 22 })).toEqual([`${wide}办法`]);
    expect(join({ text: '第一章　总则', at: 10.5, gap: 3 }, { text: '第一节　目的', at: 10.5 })).toEqual([
      '第一章　总则',
      '第一节　目的',
    ]);
  });

  it('keeps every row of a table to itself', () => {
    expect(join({ text: `序号\t${whole().slice(3)}`, gap: 3 }, { text: '1\t停车场' })).toEqual([
      `序号\t${whole().slice(3)}`,
      '1\t停车场',
    ]);
  });

  it('joins across pages', () => {
    const [first, second] = [lines({ text: whole() }), lines({ text: '完。', page: 2 })];
    const joined = joinLines([[...body, ...first], second], [595, 595]);
    expect(joined.map((paragraph) => [paragraph.page, paragraph.text.slice(-2)])).toEqual([[1, '完。']]);
  });

  it('writes a blank between the Latin words of two lines', () => {
    const line = `${whole().slice(6)}review`;
    expect(join({ text: line, gap: 3 }, { text: 'desk' })).toEqual([`${line} desk`]);
  });

  it('has nothing to say about no lines', () => {
    expect(joinLines([[], []], [595, 595])).toEqual([]);
  });
});
