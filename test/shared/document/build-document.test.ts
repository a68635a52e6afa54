import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../../shared/document/build-document.ts';
import {
  blockTextStart,
  toBlockPosition,
  toDocumentOffset,
  type ReviewedDocument,
} from '../../../shared/document/document.ts';
import { plainParagraph } from '../../../shared/document/source.ts';
import { documentOf } from '../../support/document.ts';

/** Kind, level, label and text of every block. */
const shapeOf = (document: ReviewedDocument): readonly (readonly [string, number | null, string | null, string])[] =>
  document.blocks.map(({ kind, level, label, text }) => [kind, level, label, text]);

describe('a document built from lines', () => {
  it('tells title, chapters, articles, 款 and 项 apart', () => {
    const document = documentOf(
      '卧龙区户外广告管理办法',
      '第一章  总则',
      '第一条 下列广告应当备案：',
      '（一）立柱；',
      '1.高度；',
      '（二）屏幕。',
      '备案由区城市管理局办理。',
    );
    expect(shapeOf(document)).toEqual([
      ['title', null, null, '卧龙区户外广告管理办法'],
      ['heading', 1, '第一章', '总则'],
      ['article', 3, '第一条', '下列广告应当备案：'],
      ['item', 5, '（一）', '立柱；'],
      ['item', 6, '1.', '高度；'],
      ['item', 5, '（二）', '屏幕。'],
      ['paragraph', 4, null, '备案由区城市管理局办理。'],
    ]);
    expect(document.title).toBe('卧龙区户外广告管理办法');
  });

  it('lays label, separator and text out in one text', () => {
    const { text } = documentOf('卧龙区工作规则', '第一章 总 则', '一、依法行政。', '第二章', '二、求真务实。');
    expect(text).toBe('卧龙区工作规则\n第一章\u3000总 则\n一、依法行政。\n第二章\n二、求真务实。');
  });

  it('takes an automatic label for the label and leaves the text alone', () => {
    const document = documentOf(
      '卧龙区管理办法',
      { label: '第一条', text: '由区司法局负责。' },
      { label: '●', text: '登记。' },
    );
    expect(shapeOf(document).slice(1)).toEqual([
      ['article', 3, '第一条', '由区司法局负责。'],
      ['paragraph', 4, '●', '登记。'],
    ]);
  });

  it('drops empty lines and lines that exist in the original view only', () => {
    const document = documentOf('卧龙区管理办法', '　', '第一条　由区司法局负责。', {
      text: '已删去。',
      deleted: true,
    });
    expect(document.blocks.map(({ text }) => text)).toEqual(['卧龙区管理办法', '由区司法局负责。']);
  });

  it('keeps tables, notes, headers, footers and comments apart from the running text', () => {
    const parts = ['table-row', 'text-box', 'footnote', 'header', 'footer', 'comment'] as const;
    const document = documentOf(
      '卧龙区管理办法',
      '第一条　由区司法局负责。',
      ...parts.map((part) => ({ part, text: '第二条　甲' })),
    );
    expect(document.blocks.slice(2).map(({ kind, label }) => [kind, label])).toEqual(parts.map((part) => [part, null]));
  });

  it('finds a title set in two lines and one with its mark', () => {
    expect(documentOf('关于印发卧龙区户外广告管理', '办法的通知', '各乡镇人民政府：', '请遵照执行。').title).toBe(
      '关于印发卧龙区户外广告管理办法的通知',
    );
    expect(documentOf('卧龙区户外广告管理办法', '（送审稿）', '第一条　由区司法局负责。').title).toBe(
      '卧龙区户外广告管理办法（送审稿）',
    );
  });

  it('leaves a table of contents out of chapters and articles', () => {
    const document = documentOf(
      '卧龙区管理办法',
      '目　录',
      '第一章　总则',
      '第一条　职责',
      '第一章　总则',
      '第一条　由区司法局负责。',
    );
    expect(document.blocks.slice(1).map(({ kind, level }) => [kind, level])).toEqual([
      ['paragraph', null],
      ['paragraph', null],
      ['paragraph', null],
      ['heading', 1],
      ['article', 3],
    ]);
  });

  it('ties X-ray notes to the block of their paragraph', () => {
    const paragraphs = ['卧龙区管理办法', '第一条　由区司法局负责。'].map((text) => ({ ...plainParagraph, text }));
    const note = { kind: 'comment', detail: '请核实' } as const;
    const xray = [
      { ...note, paragraph: 1 },
      { ...note, paragraph: null },
    ];
    const document = buildDocument({ format: 'txt', paragraphs, xray, warnings: [] }, '0'.repeat(64));
    expect(document.xray.map(({ block }) => block)).toEqual([document.blocks[1]?.id, null]);
  });

  it('keeps the id of a paragraph when others come and go around it', () => {
    const idOf = (document: ReviewedDocument): string | undefined =>
      document.blocks.find(({ text }) => text === '由区司法局负责。')?.id;
    const before = idOf(documentOf('卧龙区管理办法', '第一条　由区司法局负责。'));
    expect(before).toMatch(/^b-[0-9a-f]{8}-1$/u);
    expect(idOf(documentOf('卧龙区管理办法', '第一条　新增一条。', '第二条　由区司法局负责。'))).toBe(before);
  });

  it('gives every block an id of its own', () => {
    const { blocks } = documentOf('卧龙区管理办法', '第一条　依法办理。', '第二条　依法办理。');
    expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length);
  });
});

describe('offsets', () => {
  const lines = fc.array(
    fc.constantFrom(
      '卧龙区管理办法',
      '第一章 总则',
      '第一条 甲乙丙。',
      '（一）丁；',
      '1.戊',
      '附件1',
      '2026年3月2日',
      '',
      '第二条',
      '甲方：',
    ),
    { maxLength: 30 },
  );

  it('of every block cover its label and text and nothing else', () => {
    fc.assert(
      fc.property(lines, (given) => {
        const document = documentOf(...given);
        let end = -1;
        for (const block of document.blocks) {
          expect(block.start).toBe(end + 1);
          const printed = document.text.slice(block.start, block.end);
          expect(printed.startsWith(block.label ?? '')).toBe(true);
          expect(document.text.slice(blockTextStart(block), block.end)).toBe(block.text);
          end = block.end;
        }
        expect(Math.max(end, 0)).toBe(document.text.length);
      }),
    );
  });

  it('come back through their block', () => {
    fc.assert(
      fc.property(lines, fc.nat(), (given, any) => {
        const document = documentOf(...given);
        if (document.text === '') return;
        const offset = any % document.text.length;
        const position = toBlockPosition(document, offset);
        expect(position && toDocumentOffset(document, position)).toBe(offset);
      }),
    );
  });

  it('outside every block are none', () => {
    const document = documentOf('卧龙区管理办法');
    expect(toBlockPosition(document, 99)).toBeNull();
    expect(toDocumentOffset(document, { block: 'b-00000000-1', offset: 0 })).toBeNull();
    expect(toDocumentOffset(document, { block: document.blocks[0]?.id ?? '', offset: 99 })).toBeNull();
  });
});
