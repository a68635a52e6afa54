import { describe, expect, it } from 'vitest';
import { issueFromFinding, issueFromSelection } from '../../../../renderer/rooms/desk/new-issue.ts';
import { resolveAnchor } from '../../../../shared/annotate/anchor.ts';
import { issueSchema } from '../../../../shared/cases/case-work.ts';
import { draft, draftOf, findingOf, itemOf } from './sample.ts';

describe('an issue from a finding', () => {
  const finding = findingOf('停车场应当取得准入证', { suggestion: '删去。' });
  const issue = issueFromFinding(
    draft,
    finding,
    [itemOf('R12-1', { checks: ['N03', 'N07'] }), itemOf('R13-1'), itemOf('R15-1', { checks: ['N03'] })],
    'i-1',
  );

  it('says what the finding says, and stands exactly where it stood', () => {
    expect(issue).toMatchObject({
      check: 'N03',
      finding: finding.key,
      problem: finding.message,
      suggestion: '删去。',
      basis: [{ source: '行政许可法', article: '第十七条' }],
    });
    expect(issue && resolveAnchor(draft, issue.anchor)).toEqual({
      kind: 'exact',
      start: finding.start,
      end: finding.end,
    });
    expect(issueSchema.parse(issue)).toEqual(issue);
  });

  it('is linked to every question that asks for the check, and to no other', () => {
    expect(issue?.items).toEqual(['R12-1', 'R15-1']);
  });

  it.each([
    ['blocking', 'must'],
    ['major', 'must'],
    ['minor', 'advice'],
    ['hint', 'advice'],
  ] as const)('of severity %s weighs %s at first', (severity, weight) => {
    expect(issueFromFinding(draft, findingOf('准入证', { severity }), [], 'i')?.weight).toBe(weight);
  });

  it.each([
    ['N01', 'authority'],
    ['N12', 'rights'],
    ['N17', 'procedure'],
    ['N03', 'content'],
    ['L06', 'form'],
    ['L03', 'content'],
    ['C08', 'content'],
  ] as const)('of check %s begins under %s', (check, category) => {
    expect(issueFromFinding(draft, findingOf('准入证', { check }), [], 'i')?.category).toBe(category);
  });

  it('about something that is missing is tied to the paragraph where it was missed', () => {
    const missing = findingOf('', { start: draft.text.indexOf('第三条'), end: draft.text.indexOf('第三条') });
    const made = issueFromFinding(draft, missing, [], 'i');
    expect(made?.anchor.quote).toBe('第三条　本办法自发布之日起施行。');
    expect(made && resolveAnchor(draft, made.anchor)).toMatchObject({ kind: 'exact' });
  });

  it('cannot be made where the draft says nothing', () => {
    expect(issueFromFinding({ text: '', blocks: [] }, findingOf(''), [], 'i')).toBeNull();
  });
});

describe('an issue from a selection', () => {
  it('quotes what is selected, across paragraphs as well, and leaves the rest to the reviewer', () => {
    const start = draft.text.indexOf('取得准入证');
    const end = draft.text.indexOf('由区城管局');
    const issue = issueFromSelection(draft, { start, end }, 'i-2');
    expect(issue).toMatchObject({ check: null, finding: null, problem: '', basis: [], items: [] });
    expect(issue?.anchor.quote).toBe('取得准入证。\n准入证');
    expect(issueSchema.parse(issue)).toEqual(issue);
  });

  it('is not made of an empty range', () => {
    expect(issueFromSelection(draft, { start: 3, end: 3 }, 'i')).toBeNull();
  });

  it('quotes no more of a selection of the whole than an anchor may hold', () => {
    const long = draftOf('标题', `第一条　${'字'.repeat(30_000)}`);
    const issue = issueFromSelection(long, { start: 0, end: long.text.length }, 'i');
    expect(issueSchema.parse(issue).anchor.quote).toHaveLength(20_000);
  });
});
