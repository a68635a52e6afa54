import type { IssueCategory } from '../../../shared/cases/case-work.ts';

/** Under which heading what a check finds belongs, where it is not what the group of the check says. */
const byCheck: Readonly<Record<string, IssueCategory>> = {
  L03: 'content',
  L04: 'content',
  L05: 'content',
  L07: 'content',
  L08: 'content',
  N01: 'authority',
  N02: 'form',
  N08: 'rights',
  N09: 'rights',
  N10: 'procedure',
  N11: 'authority',
  N12: 'rights',
  N13: 'authority',
  N15: 'procedure',
  N16: 'procedure',
  N17: 'procedure',
  N18: 'form',
  N19: 'form',
  N21: 'form',
  N23: 'procedure',
  C01: 'authority',
  C02: 'authority',
  C03: 'procedure',
  C04: 'procedure',
  C05: 'authority',
  C09: 'procedure',
  C11: 'authority',
  C12: 'procedure',
  C21: 'procedure',
};

/** The heading of the opinion that an issue from a check begins under; the reviewer may choose another. */
export function categoryOfCheck(check: string): IssueCategory {
  return byCheck[check] ?? (check.startsWith('L') ? 'form' : 'content');
}
