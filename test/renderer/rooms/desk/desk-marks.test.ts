import { describe, expect, it } from 'vitest';
import { articleAt } from '../../../../renderer/rooms/desk/article-at.ts';
import {
  clickedMark,
  countByArticle,
  deskMarks,
  evidenceMarks,
  markId,
  markOfFinding,
  markTarget,
} from '../../../../renderer/rooms/desk/desk-marks.ts';
import { decisionsByFinding } from '../../../../renderer/rooms/desk/finding-states.ts';
import { issueLinks } from '../../../../renderer/rooms/desk/issue-links.ts';
import { placeIssues } from '../../../../renderer/rooms/desk/resolve-issues.ts';
import { draft, draftOf, findingOf, issueOf, itemOf } from './sample.ts';

const words = {
  finding: ({ title }: { readonly title: string }, state: string) => `${title} ${state}`,
  issue: (number: number) => `问题 ${number}`,
};
const law = findingOf('城市规划法', { check: 'L03', severity: 'major' });
const permit = findingOf('停车场应当取得准入证');
const organ = findingOf('区城管局', { check: 'L06', severity: 'minor' });
const missing = findingOf('', { check: 'N19' });
const issue = issueOf('i-1', '停车场应当取得准入证', { finding: permit.key });
const note = issueOf('i-2', '自发布之日起', { weight: 'note' });
const states = decisionsByFinding([issue], [{ finding: organ.key, check: 'L06', quote: '', reason: '不影响本件' }]);
const placed = placeIssues(draft, [note, issue]);

describe('the marks in the text', () => {
  const marks = deskMarks([permit, law, organ, missing], states, placed, words);

  it('show findings by severity, dismissed ones faintly, and issues; a finding that became one is that one', () => {
    expect(marks.map(({ id, look }) => [id, look])).toEqual([
      [`finding:${law.key}`, 'major'],
      [`finding:${organ.key}`, 'dismissed'],
      ['issue:i-1', 'issue'],
      ['issue:i-2', 'note'],
    ]);
    expect(marks.map((mark) => draft.text.slice(mark.start, mark.end))).toEqual([
      '城市规划法',
      '区城管局',
      '停车场应当取得准入证',
      '自发布之日起',
    ]);
  });

  it('number issues in the order of the text', () => {
    expect(marks.map((mark) => mark.label)).toEqual([
      '设定行政许可 open',
      '设定行政许可 dismissed',
      '问题 1',
      '问题 2',
    ]);
  });

  it('leave out an issue whose words are not exactly where they were, and show its finding again', () => {
    const changed = draftOf('卧龙区停车管理办法', '第一条　新的第一条。', '第二条　停车场应当取得准入证，方可营业。');
    const elsewhere = placeIssues(changed, [issue]);
    expect(elsewhere[0]?.place.kind).toBe('uncertain');
    expect(deskMarks([permit], states, elsewhere, words).map((mark) => mark.id)).toEqual([`finding:${permit.key}`]);
  });

  it('point to what bears on a question', () => {
    const item = itemOf('R12-1', { checks: ['L03'] });
    const linked = placeIssues(draft, [{ ...note, items: ['R12-1'] }]);
    expect(evidenceMarks(item, [law, permit], linked).map((mark) => [mark.id, mark.look])).toEqual([
      [`evidence:finding:${law.key}`, 'evidence'],
      ['evidence:issue:i-2', 'evidence'],
    ]);
  });

  it('are counted by article, without what was dismissed', () => {
    const counts = countByArticle(draft.outline, [law, permit, organ], states, placed);
    const byLabel = draft.outline.map((entry) => [entry.label, counts.get(entry.block) ?? 0]);
    expect(byLabel).toEqual([
      ['第一章', 0],
      ['第一条', 1],
      ['第二条', 1],
      ['第三条', 1],
    ]);
  });
});

describe('a click on marks', () => {
  it('means the topmost, and clicking again goes through all that overlap', () => {
    const ids = ['finding:N03:1-2', 'issue:i-1'];
    expect(clickedMark(ids, null)).toEqual({ kind: 'finding', id: 'N03:1-2' });
    expect(clickedMark(ids, 'finding:N03:1-2')).toEqual({ kind: 'issue', id: 'i-1' });
    expect(clickedMark(ids, 'issue:i-1')).toEqual({ kind: 'finding', id: 'N03:1-2' });
  });

  it('on evidence means what the evidence is', () => {
    expect(clickedMark(['evidence:issue:i-1', 'issue:i-1'], null)).toEqual({ kind: 'issue', id: 'i-1' });
  });

  it('finds again what its id was made of', () => {
    const target = { kind: 'finding', id: 'N03:1-2#2' } as const;
    expect(markTarget(markId(target))).toEqual(target);
    expect(markTarget('something:else')).toBeNull();
    expect(markOfFinding(states, permit.key)).toBe('issue:i-1');
    expect(markOfFinding(states, law.key)).toBe(`finding:${law.key}`);
  });
});

describe('the article at an offset', () => {
  it('is the one in which it stands, its later paragraphs included', () => {
    expect(articleAt(draft.outline, draft.text.indexOf('由区城管局'))?.label).toBe('第二条');
    expect(articleAt(draft.outline, draft.text.indexOf('第三条'))?.label).toBe('第三条');
  });

  it('is none in the title or a heading', () => {
    expect(articleAt(draft.outline, 0)).toBeNull();
    expect(articleAt(draft.outline, draft.text.indexOf('总则'))).toBeNull();
  });
});

describe('issues without their words', () => {
  it('stay the very same while letters are typed into one, and change with its weight', () => {
    const links = issueLinks();
    const before = links([issue, note]);
    expect(links([{ ...issue, problem: '改了', suggestion: '也改了' }, note])).toBe(before);
    const after = links([{ ...issue, weight: 'advice' }, note]);
    expect(after).not.toBe(before);
    expect(after[1]).toBe(before[1]);
  });
});
