import { resolveAnchor, type ResolvedAnchor } from '../../../shared/annotate/anchor.ts';
import type { DeskDraft, IssueLink } from './desk-types.ts';

/** An issue with what became of its place in the draft at hand. */
export interface PlacedIssue {
  readonly issue: IssueLink;
  readonly place: ResolvedAnchor;
}

/** Finds the places of issues: those found exactly in the order of the text, then those that a person must look at. */
export function placeIssues(draft: DeskDraft, issues: readonly IssueLink[]): readonly PlacedIssue[] {
  const placed = issues.map((issue) => ({ issue, place: resolveAnchor(draft, issue.anchor) }));
  const start = ({ place }: PlacedIssue): number => (place.kind === 'exact' ? place.start : Infinity);
  return placed.sort((a, b) => (start(a) === start(b) ? 0 : start(a) - start(b)));
}

/** Whether the issue stands exactly where it was made. */
export function isExact<T extends PlacedIssue>(
  placed: T,
): placed is T & { readonly place: Extract<ResolvedAnchor, { readonly kind: 'exact' }> } {
  return placed.place.kind === 'exact';
}
