/** The groups in the order they are shown; the first letter of a check's id names its group. */
const groups = ['L', 'N', 'C', 'D', 'other'] as const;

/** One of the groups. */
export type CheckGroup = (typeof groups)[number];

function groupOf(id: string): CheckGroup {
  return groups.find((group) => group !== 'other' && id.startsWith(group)) ?? 'other';
}

/** Sorts checks into their groups and leaves out the empty ones. */
export function groupChecks<Check extends { readonly id: string }>(
  checks: readonly Check[],
): readonly { readonly group: CheckGroup; readonly checks: readonly Check[] }[] {
  return groups
    .map((group) => ({ group, checks: checks.filter((check) => groupOf(check.id) === group) }))
    .filter((entry) => entry.checks.length > 0);
}
