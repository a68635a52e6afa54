import { describe, expect, it } from 'vitest';
import { blockPieces } from '../../../../renderer/ui/document-pane/block-pieces.ts';
import { estimateHeight } from '../../../../renderer/ui/document-pane/estimate-height.ts';
import { trimSelection } from '../../../../renderer/ui/document-pane/trim-selection.ts';
import { layOut, type Line } from './long-document.ts';

/** The pieces of one line, as text, behind another line so that offsets do not begin at 0. */
function piecesOf(line: Line): readonly (readonly [string, string])[] {
  const { blocks, text } = layOut([{ kind: 'paragraph', level: null, label: null, text: '前' }, line]);
  const block = blocks[1];
  return block ? blockPieces(block, text).map((piece) => [piece.kind, text.slice(piece.start, piece.end)]) : [];
}

describe('the pieces of a block', () => {
  it('are label, blank and text of an article', () => {
    expect(piecesOf({ kind: 'article', level: 3, label: '第一条', text: '为规范' })).toEqual([
      ['label', '第一条'],
      ['gap', '　'],
      ['text', '为规范'],
    ]);
  });

  it('leave out what is not there', () => {
    expect(piecesOf({ kind: 'item', level: 5, label: '（一）', text: '亮证' })).toEqual([
      ['label', '（一）'],
      ['text', '亮证'],
    ]);
    expect(piecesOf({ kind: 'article', level: 3, label: '第一条', text: '' })).toEqual([['label', '第一条']]);
    expect(piecesOf({ kind: 'paragraph', level: null, label: null, text: '文' })).toEqual([['text', '文']]);
  });

  it('are the cells of a table row, empty ones too', () => {
    expect(piecesOf({ kind: 'table-row', level: null, label: null, text: '\t合计\t\t600' })).toEqual([
      ['cell', ''],
      ['cell', '合计'],
      ['cell', ''],
      ['cell', '600'],
    ]);
  });
});

describe('a selection', () => {
  it('loses the breaks at its ends and nothing else', () => {
    const text = '第一条\n甲\t乙\n　丙';
    expect(trimSelection(text, { start: 3, end: 8 })).toEqual({ start: 4, end: 7 });
    expect(trimSelection(text, { start: 8, end: 10 })).toEqual({ start: 8, end: 10 });
    expect(trimSelection(text, { start: 3, end: 4 })).toBeNull();
    expect(trimSelection(text, { start: 2, end: 2 })).toBeNull();
  });
});

describe('the estimated height', () => {
  it('grows with the text and shrinks with the width', () => {
    const { blocks } = layOut([
      { kind: 'paragraph', level: null, label: null, text: '字'.repeat(30) },
      { kind: 'paragraph', level: null, label: null, text: '字'.repeat(31) },
      { kind: 'paragraph', level: null, label: null, text: 'a'.repeat(60) },
    ]);
    const measure = { width: 300, fontSize: 10 };
    const heights = blocks.map((block) => estimateHeight([block], measure));
    expect(heights).toEqual([25, 44, 25]);
    expect(estimateHeight(blocks, measure)).toBe(94);
    expect(estimateHeight(blocks, { ...measure, width: 150 })).toBeGreaterThan(94);
  });
});
