import type { Issue } from '../../../shared/cases/case-work.ts';
import type { IssueLink } from './desk-types.ts';

function isSame(a: IssueLink, b: Issue): boolean {
  return (
    a.id === b.id &&
    a.anchor === b.anchor &&
    a.check === b.check &&
    a.finding === b.finding &&
    a.category === b.category &&
    a.weight === b.weight &&
    a.items === b.items
  );
}

/** Leaves out of issues what is typed into them; the answer stays the same while nothing else of them changes. */
export function issueLinks(): (issues: readonly Issue[]) => readonly IssueLink[] {
  let last: readonly IssueLink[] = [];
  return (issues) => {
    const isUnchanged =
      issues.length === last.length &&
      issues.every((issue, index) => {
        const before = last[index];
        return before !== undefined && isSame(before, issue);
      });
    if (isUnchanged) return last;
    const known = new Map(last.map((link) => [link.id, link]));
    last = issues.map((issue) => {
      const before = known.get(issue.id);
      if (before && isSame(before, issue)) return before;
      const { id, anchor, check, finding, category, weight, items } = issue;
      return { id, anchor, check, finding, category, weight, items };
    });
    return last;
  };
}
