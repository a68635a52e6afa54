import type { Finding } from '../check/finding.ts';

/**
 * Names findings so that a decision about one can be found again: the check and the range, numbered where one check
 * says several things about one range. Stable for one draft under one version of the checks; where the key no longer
 * exists the finding counts as undecided, never the other way round.
 * @returns one key a finding, in the same order
 */
export function findingKeys(findings: readonly Pick<Finding, 'check' | 'start' | 'end'>[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ check, start, end }) => {
    const key = `${check}:${start}-${end}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}#${count}`;
  });
}
