import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../shared/check/finding.ts';
import { decisionsSchema } from '../../../shared/opinion/decisions.ts';
import { conclusionsFor, gate, type GateInput } from '../../../shared/opinion/gate.ts';
import { law } from '../../support/law.ts';

const text = '第一条　为规范管理，制定本办法。\n第二条　开业前应当取得准入证。';

const blocking: Finding = {
  check: 'N03',
  title: '设定行政许可',
  severity: 'blocking',
  certainty: 'B',
  message: '以规范性文件设定行政许可。',
  quote: '应当取得准入证',
  start: 27,
  end: 34,
  article: 2,
  path: '第二条',
  basis: [],
  suggestion: null,
};

const issue = {
  check: 'N03',
  quote: '应当取得准入证',
  problem: '设定行政许可',
  basis: [{ source: '行政许可法', article: '第十七条' }],
  suggestion: '删去',
  must: true,
};

/** A review in which nothing contradicts, with what a case wants changed. */
function input(decisions: object, change: Partial<GateInput> = {}): GateInput {
  return {
    type: 'normative',
    text,
    items: [
      { id: 'R12-1', question: '是否新增审批？', severity: 'blocking' },
      { id: 'R18-3', question: '解释条款是否一致？', severity: 'hint' },
    ],
    materials: [{ role: '送审函', requirement: 'required' }],
    findings: [],
    law,
    asOf: '2026-04-10',
    decisions: decisionsSchema.parse({
      reviewer: { name: '李某', role: '承办人' },
      conclusion: 'lawful',
      answers: [
        { item: 'R12-1', verdict: 'meets' },
        { item: 'R18-3', verdict: 'fails' },
      ],
      ...decisions,
    }),
    ...change,
  };
}

const codes = (given: GateInput): readonly string[] => gate(given).map((entry) => entry.code);

describe('the gate', () => {
  it('lets decisions pass in which nothing contradicts', () => {
    expect(gate(input({}))).toEqual([]);
    expect(gate(input({ conclusion: 'modify', issues: [issue] }, { findings: [blocking] }))).toEqual([]);
  });

  it('names every unanswered item', () => {
    const entries = gate(input({ answers: [] }));
    expect(entries.map((entry) => [entry.code, entry.item])).toEqual([
      ['item-unanswered', 'R12-1'],
      ['item-unanswered', 'R18-3'],
    ]);
  });

  it('does not ask for the checklist where the outcome is one of procedure', () => {
    expect(codes(input({ answers: [], conclusion: 'return' }))).toEqual([]);
  });

  it('refuses an answer to an item that does not exist', () => {
    const answers = [
      { item: 'R12-1', verdict: 'meets' },
      { item: 'R18-3', verdict: 'meets' },
      { item: 'R99-1', verdict: 'meets' },
    ];
    expect(codes(input({ answers }))).toEqual(['item-unknown']);
  });

  it('refuses 合法 beside a blocking finding that nobody dismissed', () => {
    expect(codes(input({}, { findings: [blocking] }))).toEqual(['blocking-unresolved']);
    const dismissals = [{ check: 'N03', quote: '应当取得准入证', reason: '复述上位法' }];
    expect(codes(input({ dismissals }, { findings: [blocking] }))).toEqual([]);
  });

  it('does not take the dismissal of another check or place for this finding', () => {
    const dismissals = [{ check: 'N04', quote: '应当取得准入证', reason: '复述上位法' }];
    expect(codes(input({ dismissals }, { findings: [blocking] }))).toEqual([
      'blocking-unresolved',
      'dismissal-without-finding',
    ]);
  });

  it('leaves a merely major finding to the person', () => {
    expect(codes(input({}, { findings: [{ ...blocking, severity: 'major' }] }))).toEqual([]);
  });

  it('refuses 合法 beside a 必改 issue, a failed blocking item or a missing required material', () => {
    expect(codes(input({ issues: [issue] }))).toEqual(['must-contradicts']);
    const answers = [
      { item: 'R12-1', verdict: 'fails' },
      { item: 'R18-3', verdict: 'meets' },
    ];
    expect(codes(input({ answers }))).toEqual(['item-contradicts']);
    expect(codes(input({ materials: [{ role: '送审函', state: 'missing' }] }))).toEqual(['material-missing']);
  });

  it('refuses 应当予以修改 without a single 必改 issue', () => {
    expect(codes(input({ conclusion: 'modify' }))).toEqual(['modify-without-must']);
    expect(codes(input({ conclusion: 'modify', issues: [{ ...issue, must: false }] }))).toEqual([
      'modify-without-must',
    ]);
  });

  it('refuses an issue whose quote is not in the draft, to the letter', () => {
    const entries = gate(input({ conclusion: 'modify', issues: [{ ...issue, quote: '应当取得准入証' }] }));
    expect(entries.map((entry) => entry.code)).toEqual(['quote-not-found']);
    expect(entries[0]?.message).toContain('应当取得准入証');
  });

  it('refuses a conclusion of another document type', () => {
    expect(codes(input({ conclusion: 'may-sign' }))).toEqual(['conclusion-not-allowed']);
    expect(conclusionsFor('agreement')).toContain('may-sign');
    expect(conclusionsFor('agreement')).not.toContain('lawful');
    expect(conclusionsFor('decision')).toContain('risk');
  });

  it('refuses a lapsed law and an article that does not exist as a basis', () => {
    const withBasis = (source: string, article: string): GateInput =>
      input({ conclusion: 'modify', issues: [{ ...issue, basis: [{ source, article }] }] });
    expect(codes(withBasis('合同法', '第五十二条'))).toEqual(['basis-lapsed']);
    expect(codes(withBasis('行政许可法', '第九百条'))).toEqual(['basis-unknown-article']);
    expect(codes(withBasis('中华人民共和国行政许可法', '第十七条第一款'))).toEqual([]);
  });
});
