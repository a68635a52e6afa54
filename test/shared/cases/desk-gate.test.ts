import { describe, expect, it } from 'vitest';
import { makeAnchor } from '../../../shared/annotate/anchor.ts';
import { findingKeys } from '../../../shared/annotate/finding-key.ts';
import type { CaseWork, Issue } from '../../../shared/cases/case-work.ts';
import { deskGate, type DeskGateInput } from '../../../shared/cases/desk-gate.ts';
import { newCaseWork } from '../../../shared/cases/new-work.ts';
import type { Finding } from '../../../shared/check/finding.ts';
import { documentOf } from '../../support/document.ts';
import { law } from '../../support/law.ts';

const document = documentOf(
  '停车管理办法',
  '第一条　为了规范停车，制定本办法。',
  '第二条　经营者应当取得准入证，摊主应当取得准入证。',
);

function findingAt(start: number, severity: Finding['severity'] = 'blocking'): Finding {
  const quote = '应当取得准入证';
  return {
    check: 'N03',
    title: '设定行政许可',
    severity,
    certainty: 'B',
    message: '',
    quote,
    start,
    end: start + quote.length,
    article: 2,
    path: '第二条',
    basis: [],
    suggestion: null,
  };
}
const first = document.text.indexOf('应当取得准入证');
const second = document.text.indexOf('应当取得准入证', first + 1);
const findings = [findingAt(first), findingAt(second)];
const keys = findingKeys(findings);

function issueAt(start: number, change: Partial<Issue> = {}): Issue {
  const anchor = makeAnchor(document, { start, end: start + 7 });
  if (!anchor) throw new Error('no anchor');
  return {
    id: `i${start}`,
    anchor,
    check: 'N03',
    finding: null,
    category: 'content',
    problem: '设定行政许可。',
    basis: [{ source: '行政许可法', article: '第十七条' }],
    suggestion: '删去。',
    weight: 'must',
    items: [],
    ...change,
  };
}

const clean: CaseWork = {
  ...newCaseWork({
    type: 'normative',
    asOf: '2026-04-10',
    title: '停车管理办法',
    organ: '',
    reviewer: { name: '李某', role: '承办人' },
    draft: 'a'.repeat(64),
    materials: { 送审函: 'present' },
  }),
  answers: { 'R12-1': { verdict: 'meets', note: '' } },
  conclusion: 'modify',
  issues: [issueAt(first)],
};

function judge(change: Partial<CaseWork> = {}, rest: Partial<DeskGateInput> = {}) {
  return deskGate({
    work: { ...clean, ...change },
    document,
    findings,
    keys,
    items: [{ id: 'R12-1', question: '是否新增审批？', severity: 'blocking' }],
    materials: [{ role: '送审函', requirement: 'required' }],
    law,
    notices: [],
    names: { lawful: '合法', modify: '应当予以修改' },
    ...rest,
  });
}

const blocks = (change: Partial<CaseWork>) => judge(change).entries.filter((entry) => entry.level === 'blocks');
const refusalOf = (change: Partial<CaseWork>, id: string) =>
  judge(change).conclusions.find((conclusion) => conclusion.id === id)?.refusal;

describe('the gate at the desk', () => {
  it('is clear where everything is decided', () => {
    expect(blocks({})).toEqual([]);
  });

  it.each([
    ['conclusion-missing', { conclusion: null }],
    ['reviewer-missing', { reviewer: { name: ' ', role: '承办人' } }],
    ['issue-incomplete', { issues: [issueAt(first), issueAt(second, { problem: ' ' })] }],
    ['issue-incomplete', { issues: [issueAt(first), issueAt(second, { basis: [{ source: '', article: '' }] })] }],
    ['anchor-not-exact', { issues: [issueAt(first, { anchor: { ...issueAt(first).anchor, offset: 0 } })] }],
    ['item-unanswered', { answers: {} }],
    ['modify-without-must', { issues: [issueAt(first, { weight: 'advice' })] }],
  ])('blocks for %s, once', (code, change) => {
    expect(blocks(change).map((entry) => entry.code)).toEqual([code]);
  });

  it('names words that are gone once, and as an anchor', () => {
    const gone = { ...issueAt(first).anchor, quote: '不在文中' };
    expect(blocks({ issues: [issueAt(second), issueAt(first, { anchor: gone })] })).toMatchObject([
      { code: 'anchor-not-exact', issue: `i${first}` },
    ]);
  });

  it('leads from each entry to the thing that it is about', () => {
    const entries = blocks({
      conclusion: 'lawful',
      answers: { 'R12-1': { verdict: 'fails', note: '' } },
      materials: { 送审函: 'missing' },
    });
    expect(entries).toMatchObject([
      { code: 'blocking-unresolved', finding: keys[0] },
      { code: 'blocking-unresolved', finding: keys[1] },
      { code: 'must-contradicts', issue: `i${first}` },
      { code: 'item-contradicts', item: 'R12-1' },
      { code: 'material-missing', material: '送审函' },
    ]);
  });

  it('takes a finding as set aside by its key, not by words that stand twice', () => {
    const dismissals = [{ finding: keys[0] ?? '', check: 'N03', quote: '应当取得准入证', reason: '有上位法依据。' }];
    expect(blocks({ conclusion: 'lawful', issues: [], dismissals })).toMatchObject([
      { code: 'blocking-unresolved', finding: keys[1] },
    ]);
  });

  it('says of a dismissal whose finding is no longer there, and counts it for nothing', () => {
    const dismissals = [{ finding: 'N03:0-1', check: 'N03', quote: '应当取得准入证', reason: '有上位法依据。' }];
    const { entries, decided } = judge({ dismissals });
    expect(entries.map((entry) => entry.code)).toContain('dismissal-stale');
    expect(decided.decisions.dismissals).toEqual([]);
  });

  it('reminds of findings that nobody looked at, gravest first, and blocks for none of them', () => {
    const open = judge({}, { findings: [findingAt(first, 'minor'), findingAt(second)] }).entries;
    expect(open.filter((entry) => entry.code === 'finding-open')).toMatchObject([
      { level: 'reminds', message: '尚有 1 处阻断级发现没有处理。', finding: keys[1] },
      { level: 'reminds', message: '尚有 1 处一般级发现没有处理。', finding: keys[0] },
    ]);
  });

  it('reminds of a basis that nobody has checked yet', () => {
    const basis = [{ source: '没有收入法规库的办法', article: '' }];
    const { entries } = judge({ issues: [issueAt(first, { basis })] });
    expect(entries.find((entry) => entry.code === 'basis-unconfirmed')).toMatchObject({
      message: expect.stringContaining('（待核）') as string,
      issue: `i${first}`,
    });
  });

  it('says in one sentence why a conclusion cannot be taken', () => {
    expect(refusalOf({}, 'lawful')).toBe('与“合法”互相排斥：列有 1 条“必改”意见，有 2 处阻断级发现没有排除。');
    expect(refusalOf({}, 'modify')).toBeNull();
    expect(refusalOf({ issues: [] }, 'modify')).toBe('“应当予以修改”须至少列出一条“必改”意见，现在一条也没有。');
    expect(refusalOf({ answers: {} }, 'supplement')).toBeNull();
  });

  it('leaves notes out and sets issues in the order of the draft', () => {
    const { decided } = judge({
      issues: [issueAt(second), issueAt(first), issueAt(first, { id: 'n', weight: 'note', problem: '' })],
    });
    expect(decided.issues.map((issue) => issue.id)).toEqual([`i${first}`, `i${second}`]);
    expect(decided.incomplete).toEqual([]);
  });
});
