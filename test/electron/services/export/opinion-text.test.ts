import { describe, expect, it } from 'vitest';
import {
  assertWritable,
  nominalWidth,
  opinionText,
  printable,
  printableLines,
  signatureDate,
  tableRows,
} from '../../../../electron/services/export/opinion-text.ts';
import { sampleOpinion } from '../../../support/sample-opinion.ts';

describe('signatureDate', () => {
  it('writes month and day without leading zero', () => {
    expect(signatureDate('2026-05-08')).toBe('2026年5月8日');
  });

  it('leaves a date in Chinese as it is', () => {
    expect(signatureDate('2026年12月31日')).toBe('2026年12月31日');
  });
});

describe('printable', () => {
  it('turns tabs and no-break spaces into plain spaces and keeps the full-width space', () => {
    expect(printable('第一条\u3000甲\t乙\u00A0丙')).toBe('第一条\u3000甲 乙 丙');
  });

  it('leaves out marks without width and keeps look-alike radicals as they are', () => {
    expect(printable('\uFEFF甲\u200B乙⼀')).toBe('甲乙⼀');
  });

  it('parts lines at every kind of line break', () => {
    expect(printableLines('甲\r\n乙\n丙\u2028丁')).toEqual(['甲', '乙', '丙', '丁']);
  });
});

describe('opinionText', () => {
  it('says every block in order', () => {
    const lines = opinionText(sampleOpinion).split('\n');
    expect(lines.slice(0, 4)).toEqual([
      '关于《南阳市卧龙区城市停车设施',
      '管理办法（送审稿）》的合法性审核意见',
      '宛龙司审〔2026〕12号',
      '卧龙区人民政府：',
    ]);
    expect(lines.slice(-3)).toEqual([
      '南阳市卧龙区司法局',
      '2026年5月8日',
      '（联系人：张三，联系电话：0377-00000000）',
    ]);
  });
});

describe('tableRows', () => {
  const columns = [
    { title: '甲', width: 14 },
    { title: '乙', width: 14 },
  ];

  it('refuses a row with a cell too many, which would be lost without a trace', () => {
    expect(() => tableRows({ kind: 'table', columns, rows: [['1', '2', '3']] })).toThrow('one cell for each column');
  });

  it('gives a table without entries one empty row', () => {
    expect(tableRows({ kind: 'table', columns, rows: [] })).toEqual([['', '']]);
  });
});

describe('nominalWidth', () => {
  it('counts letters and figures as half a character', () => {
    expect(nominalWidth('2026年5月8日')).toBe(6);
  });
});

describe('assertWritable', () => {
  it('names control characters and lone surrogates', () => {
    const damaged = { ...sampleOpinion, blocks: [{ kind: 'paragraph' as const, text: '甲\u0001乙\uD800' }] };
    expect(() => {
      assertWritable(damaged);
    }).toThrow('U+0001、U+D800');
  });

  it('lets tabs and line breaks pass', () => {
    assertWritable({ ...sampleOpinion, blocks: [{ kind: 'paragraph', text: '甲\t乙\n丙' }] });
  });
});
