import { describe, expect, it } from 'vitest';
import { defineCheck, type Check, type CheckContext, type Report } from '../../../shared/check/check.ts';
import { runChecks } from '../../../shared/check/run-checks.ts';
import { analyse } from '../../../shared/document/structure/analyse.ts';
import { documentOf } from '../../support/document.ts';
import { law } from '../../support/law.ts';

const document = documentOf(
  '卧龙区管理办法',
  '第一条　由区司法局负责。',
  '第二条　由区财政局负责。',
  '费用由区财政局承担。',
);
const context: CheckContext = { type: 'normative', asOf: '2026-06-30', structure: analyse(document), law };

/** A check that reports what it is told to. */
function checkOf(id: string, reports: readonly Report<'found'>[] | (() => never)): Check<'found'> {
  return defineCheck({
    meta: {
      id,
      title: `检查${id}`,
      appliesTo: ['normative'],
      severity: 'major',
      certainty: 'A',
      basis: [{ source: '立法法', article: '第一百零四条', confirmed: true }],
      messages: { found: '发现“{what}”。' },
      falseAlarms: [],
    },
    run: () => (typeof reports === 'function' ? reports() : reports),
  });
}

/** A report on the first occurrence of a text. */
function on(text: string, rest: Partial<Report<'found'>> = {}): Report<'found'> {
  const start = document.text.indexOf(text);
  return { messageId: 'found', data: { what: text }, start, end: start + text.length, ...rest };
}

describe('running checks', () => {
  it('fills in everything a finding says', () => {
    const { findings, run } = runChecks(document, context, [
      checkOf('X1', [on('区财政局承担', { suggestion: '改。' })]),
    ]);
    expect(run).toEqual(['X1']);
    expect(findings).toEqual([
      {
        check: 'X1',
        title: '检查X1',
        severity: 'major',
        certainty: 'A',
        message: '发现“区财政局承担”。',
        quote: '区财政局承担',
        start: document.text.indexOf('区财政局承担'),
        end: document.text.indexOf('区财政局承担') + 6,
        article: 2,
        path: '第二条第二款',
        basis: [{ source: '立法法', article: '第一百零四条', confirmed: true }],
        suggestion: '改。',
      },
    ]);
  });

  it('lets no check call confirmed what the law pack does not bear out on the day', () => {
    const basis = [
      { source: '立法法', article: '第一百零四条', confirmed: true },
      { source: '立法法', article: '第九百条', confirmed: true },
      { source: '合同法', article: '第一条', confirmed: true },
      { source: '行政许可法', article: '第十七条', confirmed: false },
    ];
    const { findings } = runChecks(document, context, [checkOf('X1', [on('区财政局', { basis })])]);
    expect(findings[0]?.basis.map(({ confirmed }) => confirmed)).toEqual([true, false, false, false]);
  });

  it('puts findings in order of start, then end, then check', () => {
    const { findings } = runChecks(document, context, [
      checkOf('X2', [on('区财政局'), on('第一条')]),
      checkOf('X1', [on('区财政局'), on('区财政局负责')]),
    ]);
    expect(findings.map(({ check, quote }) => [check, quote])).toEqual([
      ['X2', '第一条'],
      ['X1', '区财政局'],
      ['X2', '区财政局'],
      ['X1', '区财政局负责'],
    ]);
  });

  it('names a check that throws as skipped, keeps the error and runs the others', () => {
    const error = new Error('坏了');
    const broken = checkOf('X1', () => {
      throw error;
    });
    const { findings, run, skipped, failures } = runChecks(document, context, [broken, checkOf('X2', [on('第一条')])]);
    expect(findings.map(({ check }) => check)).toEqual(['X2']);
    expect(run).toEqual(['X2']);
    expect(skipped).toEqual([{ check: 'X1', reason: '检查程序出错，本项未完成，请人工核查' }]);
    expect(failures).toEqual([{ check: 'X1', error }]);
  });

  it('skips a check that is not for this type of document', () => {
    const { run, skipped } = runChecks(document, { ...context, type: 'agreement' }, [checkOf('X1', [on('第一条')])]);
    expect(run).toEqual([]);
    expect(skipped).toEqual([{ check: 'X1', reason: '不适用于本类文件' }]);
  });

  it('lowers severity with its reason and weakens certainty', () => {
    const lowered = { severity: 'hint', reason: '可能为复述' } as const;
    const { findings } = runChecks(document, context, [checkOf('X1', [on('第一条', { lowered, certainty: 'B' })])]);
    expect(findings[0]).toMatchObject({
      severity: 'hint',
      certainty: 'B',
      message: '发现“第一条”。（降级：可能为复述）',
    });
  });

  it('prefers the basis of a report to that of its check', () => {
    const { findings } = runChecks(document, context, [checkOf('X1', [on('第一条', { basis: [] })])]);
    expect(findings[0]?.basis).toEqual([]);
  });

  it.each([
    ['raises its severity', { lowered: { severity: 'blocking', reason: '。' } }],
    ['leaves a place of its message empty', { data: {} }],
    ['reports outside the text', { end: document.text.length + 1 }],
    ['ends before it starts', { start: 5, end: 4 }],
  ] as const)('takes a check that %s for broken and shows none of its findings', (_name, rest) => {
    const { findings, failures } = runChecks(document, context, [checkOf('X1', [on('第二条'), on('第一条', rest)])]);
    expect(findings).toEqual([]);
    expect(failures.map(({ check }) => check)).toEqual(['X1']);
  });

  it('takes a check that raises its certainty for broken', () => {
    const weak = checkOf('X1', [on('第一条', { certainty: 'A' })]);
    const { failures } = runChecks(document, context, [{ ...weak, meta: { ...weak.meta, certainty: 'B' } }]);
    expect(failures).toHaveLength(1);
  });
});
