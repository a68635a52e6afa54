import type { DeskFinding, DeskItem, OutlineEntry } from './desk-types.ts';
import { stateOfFinding, type FindingState } from './finding-states.ts';
import { isExact, type PlacedIssue } from './resolve-issues.ts';
import type { PaneHighlight } from '../../ui/document-pane/types.ts';
import { articleAt } from './article-at.ts';

/** What a mark in the text stands for. */
export interface MarkTarget {
  readonly kind: 'finding' | 'issue' | 'evidence';
  /** Key of the finding, or id of the issue; for evidence the id of another mark. */
  readonly id: string;
}

/** The id of a mark in the document pane. */
export function markId(target: MarkTarget): string {
  return `${target.kind}:${target.id}`;
}

/** What the id of a mark stands for; null for an id that is none. */
export function markTarget(id: string): MarkTarget | null {
  const separator = id.indexOf(':');
  const kind = id.slice(0, separator);
  if (kind !== 'finding' && kind !== 'issue' && kind !== 'evidence') return null;
  return { kind, id: id.slice(separator + 1) };
}

/** The words of marks, for the gutter map and screen readers. */
export interface MarkWords {
  readonly finding: (finding: DeskFinding, state: FindingState['kind']) => string;
  readonly issue: (number: number, issue: PlacedIssue['issue']) => string;
}

/**
 * Everything that is marked in the text. A finding that became an issue is marked as the issue alone; issues that do not
 * stand exactly where they were made are not marked at all.
 */
export function deskMarks(
  findings: readonly DeskFinding[],
  states: ReadonlyMap<string, FindingState>,
  placed: readonly PlacedIssue[],
  words: MarkWords,
): readonly PaneHighlight[] {
  const placedExactly = placed.filter(isExact);
  const shownAsIssue = new Set(placedExactly.map(({ issue }) => issue.finding));
  return [
    ...findings.flatMap((finding): PaneHighlight | readonly [] => {
      const { kind } = stateOfFinding(states, finding.key);
      if (finding.end <= finding.start || shownAsIssue.has(finding.key)) return [];
      return {
        id: markId({ kind: 'finding', id: finding.key }),
        start: finding.start,
        end: finding.end,
        look: kind === 'dismissed' ? 'dismissed' : finding.severity,
        label: words.finding(finding, kind),
      };
    }),
    ...placedExactly.map(({ issue, place }, index): PaneHighlight => ({
      id: markId({ kind: 'issue', id: issue.id }),
      start: place.start,
      end: place.end,
      look: issue.weight === 'note' ? 'note' : 'issue',
      label: words.issue(index + 1, issue),
    })),
  ];
}

/** Marks the places that bear on a question of the checklist, over what is marked there already. */
export function evidenceMarks(
  item: Pick<DeskItem, 'id' | 'checks' | 'question'>,
  findings: readonly DeskFinding[],
  placed: readonly PlacedIssue[],
): readonly PaneHighlight[] {
  const mark = (id: string, start: number, end: number): PaneHighlight => ({
    id: markId({ kind: 'evidence', id }),
    start,
    end,
    look: 'evidence',
    label: item.question,
  });
  return [
    ...findings
      .filter((finding) => item.checks.includes(finding.check) && finding.end > finding.start)
      .map((finding) => mark(markId({ kind: 'finding', id: finding.key }), finding.start, finding.end)),
    ...placed
      .filter(isExact)
      .filter(({ issue }) => issue.items.includes(item.id))
      .map(({ issue, place }) => mark(markId({ kind: 'issue', id: issue.id }), place.start, place.end)),
  ];
}

/** How many findings that are not dismissed, and issues, stand in each article, by the id of its block. */
export function countByArticle(
  outline: readonly OutlineEntry[],
  findings: readonly DeskFinding[],
  states: ReadonlyMap<string, FindingState>,
  placed: readonly PlacedIssue[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (offset: number): void => {
    const block = articleAt(outline, offset)?.block;
    if (block !== undefined) counts.set(block, (counts.get(block) ?? 0) + 1);
  };
  for (const finding of findings) if (stateOfFinding(states, finding.key).kind === 'open') count(finding.start);
  for (const each of placed) if (isExact(each)) count(each.place.start);
  return counts;
}

/** The articles that are shown as having something, by the ids of their blocks. */
export function markedArticles(counts: ReadonlyMap<string, number>): ReadonlySet<string> {
  return new Set(counts.keys());
}

/**
 * Which of the marks under a click is meant: the topmost, or the one after the one that is selected already, so that
 * clicking again goes through all that overlap. Evidence stands for the mark it points to.
 */
export function clickedMark(ids: readonly string[], selected: string | null): MarkTarget | null {
  const targets = ids.map((id) => (id.startsWith('evidence:') ? id.slice('evidence:'.length) : id));
  const distinct = [...new Set(targets)];
  const here = selected === null ? -1 : distinct.indexOf(selected);
  const id = distinct[(here + 1) % distinct.length];
  return id === undefined ? null : markTarget(id);
}

/** The mark that stands for a finding: its own, or that of the issue it became. */
export function markOfFinding(states: ReadonlyMap<string, FindingState>, key: string): string {
  const state = stateOfFinding(states, key);
  return markId(state.kind === 'issue' ? { kind: 'issue', id: state.issue } : { kind: 'finding', id: key });
}
