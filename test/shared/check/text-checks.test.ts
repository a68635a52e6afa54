import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../shared/check/catalogue.ts';
import { documentTypes, type DocumentType } from '../../../shared/check/finding.ts';
import { runChecks, type CheckRun } from '../../../shared/check/run-checks.ts';
import { analyse } from '../../../shared/document/structure/analyse.ts';
import { documentOf } from '../../support/document.ts';
import { law } from '../../support/law.ts';
import { resources } from '../../support/resources.ts';

const run = (type: DocumentType, lines: readonly string[]): CheckRun => {
  const document = documentOf(...lines);
  return runChecks(document, { type, asOf: '2026-06-30', structure: analyse(document), law }, catalogue);
};

const fragments = [
  '卧龙区管理办法',
  '关于印发《卧龙区管理办法》的通知',
  '第一章 总则',
  '第三章',
  '第一条 ',
  '第九十九条',
  '一、',
  '（二）',
  '3.',
  '①',
  '本办法第八条第二款第（三）项',
  '《合同法》第五百条',
  '《',
  '》',
  '同时废止',
  '区监察局',
  '原国土局',
  '人民币叁佰万元整（¥3.00）',
  '10万元',
  '合计',
  '60%',
  '承担',
  '2026年2月30日（星期三）',
  '至',
  '____',
  '××',
  '（送审稿）',
  '附件1',
  '附件：1.表',
  '甲方：',
  '签订日期：',
  '。',
  '；',
  '：',
  ' ',
  '',
];

describe('all checks together', () => {
  it('throw on no text, however broken', () => {
    const line = fc.array(fc.constantFrom(...fragments), { maxLength: 6 }).map((words) => words.join(''));
    fc.assert(
      fc.property(fc.constantFrom(...documentTypes), fc.array(line, { maxLength: 12 }), (type, lines) => {
        expect(run(type, lines).failures).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('say the same of the same text twice', () => {
    const lines = [
      '卧龙区管理办法',
      '第一条　依照《合同法》第五百条、本办法第八条，由区监察局负责____。',
      '第三条　完',
    ];
    expect(run('normative', lines)).toEqual(run('normative', lines));
  });
});

describe('the work rules of the district', () => {
  const { findings, failures } = run(
    'normative',
    readFileSync(join(resources, 'rules', 'wolong-work-rules.txt'), 'utf8').split('\n'),
  );
  const of = (check: string): readonly (readonly [string, string])[] =>
    findings.filter((finding) => finding.check === check).map(({ path, quote }) => [path, quote]);

  it('are checked without a failure', () => {
    expect(failures).toEqual([]);
  });

  it('number their articles and chapters without a gap', () => {
    expect(of('L01')).toEqual([]);
    expect(of('L02')).toEqual([]);
  });

  it('name organs that are no more', () => {
    expect(of('L06')).toEqual([
      ['第十七条', '政府法制机构'],
      ['第十八条', '政府法制机构'],
      ['第十八条', '政府法制机构'],
      ['第二十四条', '政府法制机构'],
      ['第二十六条第二款', '监察局'],
      ['第二十八条', '监察局'],
    ]);
  });

  it('break off inside their last article', () => {
    expect(of('L17')).toEqual([['第三十条', '区政府规定需要公']]);
  });

  it('name no day on which they take effect', () => {
    expect(findings.filter(({ check }) => check === 'N19').map(({ message }) => message)).toContainEqual(
      expect.stringContaining('未规定施行日期'),
    );
  });
});
