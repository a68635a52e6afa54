import { describe, expect, it } from 'vitest';
import {
  checksOf,
  filterFindings,
  isFiltering,
  noFilter,
  orderFindings,
  toggleFilter,
} from '../../../../renderer/rooms/desk/filter-findings.ts';
import { decisionsByFinding, stateOfFinding } from '../../../../renderer/rooms/desk/finding-states.ts';
import { stepThrough } from '../../../../renderer/rooms/desk/step-through.ts';
import { findingOf, issueOf } from './sample.ts';

const law = findingOf('城市规划法', { check: 'L03', severity: 'major', certainty: 'A' });
const permit = findingOf('停车场应当取得准入证');
const body = findingOf('区城管局', { check: 'N11' });
const hint = findingOf('卧龙区', { check: 'L06', severity: 'hint', certainty: 'C' });
const dismissal = { finding: law.key, check: 'L03', quote: law.quote, reason: '依据在他条' };
const states = decisionsByFinding([issueOf('i-1', '准入证', { finding: permit.key })], [dismissal]);

describe('decisions about findings', () => {
  it('are read from issues and dismissals by key; everything else is open', () => {
    expect(stateOfFinding(states, permit.key)).toEqual({ kind: 'issue', issue: 'i-1' });
    expect(stateOfFinding(states, law.key)).toEqual({ kind: 'dismissed', reason: '依据在他条' });
    expect(stateOfFinding(states, body.key)).toEqual({ kind: 'open' });
  });

  it('let an issue outweigh a dismissal of the same finding', () => {
    const both = decisionsByFinding([issueOf('i-2', '准入证', { finding: law.key })], [dismissal]);
    expect(stateOfFinding(both, law.key).kind).toBe('issue');
  });
});

describe('the list of findings', () => {
  const ordered = orderFindings([hint, body, law, permit]);

  it('has the gravest first, and of one severity the order of the text', () => {
    expect(ordered).toEqual([permit, body, law, hint]);
  });

  it('shows everything without a filter', () => {
    expect(isFiltering(noFilter)).toBe(false);
    expect(filterFindings(ordered, states, noFilter)).toEqual(ordered);
  });

  it.each([
    [{ checks: ['L03', 'L06'] }, [law, hint]],
    [{ severities: ['blocking' as const] }, [permit, body]],
    [{ certainties: ['A' as const, 'C' as const] }, [law, hint]],
    [{ states: ['open' as const] }, [body, hint]],
    [{ states: ['dismissed' as const], severities: ['hint' as const] }, []],
  ])('shows what %o leaves', (part, left) => {
    const filter = { ...noFilter, ...part };
    expect(isFiltering(filter)).toBe(true);
    expect(filterFindings(ordered, states, filter)).toEqual(left);
  });

  it('asks for one value more, and for it no more', () => {
    const once = toggleFilter(noFilter, 'severities', 'major');
    expect(once.severities).toEqual(['major']);
    expect(toggleFilter(once, 'severities', 'major')).toEqual(noFilter);
  });

  it('counts what each check found', () => {
    expect(checksOf([law, permit, { ...law, key: 'again' }])).toEqual([
      { check: 'L03', title: law.title, count: 2 },
      { check: 'N03', title: permit.title, count: 1 },
    ]);
  });
});

describe('stepping through a list', () => {
  const all = ['a', 'b', 'c', 'd'];

  it('goes on from an entry that is not shown any more', () => {
    expect(stepThrough(all, new Set(['a', 'd']), 'b', 1)).toBe('d');
    expect(stepThrough(all, new Set(['a', 'd']), 'b', -1)).toBe('a');
  });

  it('begins at an end where nothing is selected, and stops at the ends', () => {
    expect(stepThrough(all, new Set(all), null, 1)).toBe('a');
    expect(stepThrough(all, new Set(all), null, -1)).toBe('d');
    expect(stepThrough(all, new Set(all), 'd', 1)).toBeNull();
    expect(stepThrough([], new Set(), null, 1)).toBeNull();
  });
});
