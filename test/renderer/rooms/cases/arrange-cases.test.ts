import { describe, expect, it } from 'vitest';
import { arrangeCases, type Arrangement, type CaseRow } from '../../../../renderer/rooms/cases/arrange-cases.ts';

const row = (change: Partial<CaseRow>): CaseRow => ({
  case: '20260302-091500-0a1b',
  title: '',
  registration: '',
  type: 'normative',
  submittedBy: '',
  stage: 'received',
  conclusion: null,
  reviewer: '',
  takenAt: '2026-03-02T01:15:00.000Z',
  receivedOn: null,
  dueOn: null,
  issues: 0,
  answered: 0,
  files: 1,
  changedAt: '2026-03-02T01:15:00.000Z',
  ...change,
});
const rows = [
  row({ case: 'market', title: '农贸市场管理办法', dueOn: '2026-03-20', issues: 2, registration: '〔2026〕9号' }),
  row({ case: 'parking', title: '智慧停车协议', type: 'agreement', stage: 'issued', registration: '〔2026〕10号' }),
  row({ case: 'fire', title: '消防办法', dueOn: '2026-03-10', issues: 7, takenAt: '2026-03-05T01:15:00.000Z' }),
];
const all: Arrangement = { query: '', type: 'all', stage: 'all', sort: 'takenAt', direction: 'descending' };
const shown = (change: Partial<Arrangement>, found: readonly string[] = []): string =>
  arrangeCases(rows, { ...all, ...change }, new Set(found))
    .map((entry) => entry.case)
    .join(' ');

describe('the register of cases', () => {
  it('shows the newest first', () => {
    expect(shown({})).toBe('fire market parking');
  });

  it('filters by type and by stage', () => {
    expect(shown({ type: 'agreement' })).toBe('parking');
    expect(shown({ stage: 'received' })).toBe('fire market');
    expect(shown({ type: 'agreement', stage: 'received' })).toBe('');
  });

  it('sorts numbers as numbers and leaves what has no term to the end', () => {
    expect(shown({ sort: 'issues', direction: 'descending' })).toBe('fire market parking');
    expect(shown({ sort: 'due', direction: 'ascending' })).toBe('fire market parking');
    expect(shown({ sort: 'registration', direction: 'ascending' })).toBe('fire market parking');
  });

  it('finds by words of the row, and by words found in its text', () => {
    expect(shown({ query: '办法' })).toBe('fire market');
    expect(shown({ query: '办法 农贸' })).toBe('market');
    expect(shown({ query: '押金' }, ['parking'])).toBe('parking');
  });
});
