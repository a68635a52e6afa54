import type { DeskFinding, DeskItem, IssueLink } from './desk-types.ts';
import type { ListedMaterial } from './material-state.ts';

/** What lies before the reviewer when a question of the checklist is answered. */
export interface ItemEvidence {
  readonly findings: readonly DeskFinding[];
  readonly issues: readonly IssueLink[];
  readonly materials: readonly ListedMaterial[];
}

/**
 * What bears on a question: findings of its checks, issues linked to it, and materials that its evidence names, such as
 * 公平竞争审查表.
 */
export function evidenceOfItem(
  item: Pick<DeskItem, 'id' | 'checks' | 'evidence'>,
  findings: readonly DeskFinding[],
  issues: readonly IssueLink[],
  materials: readonly ListedMaterial[],
): ItemEvidence {
  const checks = new Set(item.checks);
  return {
    findings: findings.filter((finding) => checks.has(finding.check)),
    issues: issues.filter((issue) => issue.items.includes(item.id)),
    materials: materials.filter(({ material }) => item.evidence.includes(material.role)),
  };
}
