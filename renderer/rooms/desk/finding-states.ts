import type { Dismissal } from '../../../shared/cases/case-work.ts';
import type { IssueLink } from './desk-types.ts';

/** What a person decided about a finding. */
export type FindingState =
  | { readonly kind: 'open' }
  | { readonly kind: 'issue'; readonly issue: string }
  | { readonly kind: 'dismissed'; readonly reason: string };

/** Nothing decided yet. */
const open: FindingState = { kind: 'open' };

/** Decisions by key of the finding; what is not in it is open. An issue outweighs a dismissal. */
export function decisionsByFinding(
  issues: readonly IssueLink[],
  dismissals: readonly Dismissal[],
): ReadonlyMap<string, FindingState> {
  const states = new Map<string, FindingState>();
  for (const { finding, reason } of dismissals) states.set(finding, { kind: 'dismissed', reason });
  for (const issue of issues) if (issue.finding !== null) states.set(issue.finding, { kind: 'issue', issue: issue.id });
  return states;
}

/** The decision about one finding. */
export function stateOfFinding(states: ReadonlyMap<string, FindingState>, key: string): FindingState {
  return states.get(key) ?? open;
}
