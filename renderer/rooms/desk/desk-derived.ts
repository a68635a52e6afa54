import type { CaseState } from '../../app/case-store.ts';
import { groupItems } from './checklist-groups.ts';
import { decisionsByFinding } from './finding-states.ts';
import { filterFindings, orderFindings } from './filter-findings.ts';
import { issueLinks } from './issue-links.ts';
import { listMaterials } from './material-state.ts';
import { countByArticle } from './desk-marks.ts';
import { rememberLast } from './remember-last.ts';
import { placeIssues } from './resolve-issues.ts';
import type { DeskFinding, DeskItem, IssueLink } from './desk-types.ts';
import type { FindingFilter } from './filter-findings.ts';
import type { FindingState } from './finding-states.ts';
import type { ItemGroup } from './checklist-groups.ts';
import type { ListedMaterial } from './material-state.ts';
import type { PlacedIssue } from './resolve-issues.ts';

/*
 * What the desk shows follows from the open case. Every function here answers with the very same value until something
 * that it follows from has changed, so each may stand as a selector of the store.
 */

const noIssues: readonly IssueLink[] = [];
const noFindings: readonly DeskFinding[] = [];
const noItems: readonly DeskItem[] = [];
const noMaterials: readonly ListedMaterial[] = [];
const noPlaces: readonly PlacedIssue[] = [];

const links = issueLinks();
const ordered = rememberLast(orderFindings);
const decisions = rememberLast(decisionsByFinding);
const filtered = rememberLast(filterFindings);
const grouped = rememberLast(groupItems);
const listed = rememberLast(
  (
    materials: Parameters<typeof listMaterials>[0],
    files: Parameters<typeof listMaterials>[1],
    states: Parameters<typeof listMaterials>[2]['materials'],
    roles: Parameters<typeof listMaterials>[2]['roles'],
  ) => listMaterials(materials, files, { materials: states, roles }),
);
const placed = rememberLast(placeIssues);
const counted = rememberLast(countByArticle);

/** The issues without what is typed into them. */
export function issuesOf(state: CaseState): readonly IssueLink[] {
  return state.work === null ? noIssues : links(state.work.issues);
}

/** The findings, the gravest first. */
export function findingsOf(state: CaseState): readonly DeskFinding[] {
  return state.checks.value === null ? noFindings : ordered(state.checks.value.findings);
}

/** What was decided about findings, by key. */
export function decisionsOf(state: CaseState): ReadonlyMap<string, FindingState> {
  return decisions(issuesOf(state), state.work?.dismissals ?? []);
}

/** The findings that a filter leaves. */
export function shownFindingsOf(state: CaseState, filter: FindingFilter): readonly DeskFinding[] {
  return filtered(findingsOf(state), decisionsOf(state), filter);
}

/** The issues with their places, in the order of the text. */
export function placedOf(state: CaseState): readonly PlacedIssue[] {
  const draft = state.opened?.draft;
  return draft ? placed(draft, issuesOf(state)) : noPlaces;
}

/** The checklist as it comes. */
export function itemsOf(state: CaseState): readonly DeskItem[] {
  return state.opened?.checklist ?? noItems;
}

/** The checklist by group. */
export function groupsOf(state: CaseState): readonly ItemGroup[] {
  return grouped(itemsOf(state));
}

/** The materials with their states. */
export function materialsOf(state: CaseState): readonly ListedMaterial[] {
  const { opened, work } = state;
  if (opened === null || work === null) return noMaterials;
  return listed(opened.materials, opened.files, work.materials, work.roles);
}

/** How much stands in each article. */
export function articleCountsOf(state: CaseState): ReadonlyMap<string, number> {
  return counted(state.opened?.draft?.outline ?? [], findingsOf(state), decisionsOf(state), placedOf(state));
}
