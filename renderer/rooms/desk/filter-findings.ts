import { severities, type Certainty, type Severity } from '../../../shared/check/finding.ts';
import type { DeskFinding } from './desk-types.ts';
import { stateOfFinding, type FindingState } from './finding-states.ts';

/** Which findings are listed; an empty list asks for nothing in particular. */
export interface FindingFilter {
  readonly checks: readonly string[];
  readonly severities: readonly Severity[];
  readonly certainties: readonly Certainty[];
  readonly states: readonly FindingState['kind'][];
}

/** Lists everything. */
export const noFilter: FindingFilter = { checks: [], severities: [], certainties: [], states: [] };

/** Whether a filter leaves anything out. */
export function isFiltering(filter: FindingFilter): boolean {
  return Object.values(filter).some((wanted: readonly string[]) => wanted.length > 0);
}

/** The gravest first; of one severity in the order of the text. */
export function orderFindings(findings: readonly DeskFinding[]): readonly DeskFinding[] {
  return [...findings].sort(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || a.start - b.start || a.end - b.end,
  );
}

function admits<T>(wanted: readonly T[], value: T): boolean {
  return wanted.length === 0 || wanted.includes(value);
}

/** What a filter leaves, in the same order. */
export function filterFindings(
  findings: readonly DeskFinding[],
  states: ReadonlyMap<string, FindingState>,
  filter: FindingFilter,
): readonly DeskFinding[] {
  return findings.filter(
    (finding) =>
      admits(filter.checks, finding.check) &&
      admits(filter.severities, finding.severity) &&
      admits(filter.certainties, finding.certainty) &&
      admits(filter.states, stateOfFinding(states, finding.key).kind),
  );
}

/** A filter with one value more or less in one of its lists. */
export function toggleFilter<Name extends keyof FindingFilter>(
  filter: FindingFilter,
  name: Name,
  value: FindingFilter[Name][number],
): FindingFilter {
  // TypeScript does not see that a name and its own values belong together.
  const wanted = filter[name] as readonly FindingFilter[Name][number][];
  const next = wanted.includes(value) ? wanted.filter((each) => each !== value) : [...wanted, value];
  return { ...filter, [name]: next };
}

/** The checks that found something and how much, by id. */
export function checksOf(
  findings: readonly DeskFinding[],
): readonly { readonly check: string; readonly title: string; readonly count: number }[] {
  const counts = new Map<string, { check: string; title: string; count: number }>();
  for (const { check, title } of findings) {
    counts.set(check, { check, title, count: (counts.get(check)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => (a.check < b.check ? -1 : 1));
}
