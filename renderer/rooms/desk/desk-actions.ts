import { makeAnchor } from '../../../shared/annotate/anchor.ts';
import type { Issue } from '../../../shared/cases/case-work.ts';
import type { Span } from '../../../shared/document/document.ts';
import { useCase } from '../../app/case-store.ts';
import { useDesk } from '../../app/desk-store.ts';
import { deskText } from '../../text/desk.ts';
import { clickedMark, markId, markOfFinding } from './desk-marks.ts';
import { nextUnanswered } from './checklist-groups.ts';
import { decisionsOf, findingsOf, groupsOf, itemsOf, placedOf, shownFindingsOf } from './desk-derived.ts';
import { show, useDeskView, type RightTab } from './desk-view.ts';
import type { DeskFinding, DeskItem, Verdict } from './desk-types.ts';
import { evidenceOfItem } from './item-evidence.ts';
import { stateOfFinding } from './finding-states.ts';
import { issueFromFinding, issueFromSelection } from './new-issue.ts';
import { isExact, type PlacedIssue } from './resolve-issues.ts';
import { stepThrough } from './step-through.ts';

/** Whether a selection also brings its place into view; a click in the text itself moves nothing. */
export type Follow = 'scroll' | 'stay';

function scrollTo(offset: number | undefined, follow: Follow): void {
  if (follow === 'scroll' && offset !== undefined) useDeskView.getState().pane?.scrollTo(offset, 'nearest');
}

/** Shows a finding as the card. */
export function selectFinding(key: string, follow: Follow): void {
  show({ finding: key, right: 'finding', dismissing: null });
  scrollTo(findingsOf(useCase.getState()).find((finding) => finding.key === key)?.start, follow);
}

/** Shows an issue in the editor. */
export function selectIssue(id: string, follow: Follow): void {
  show({ issue: id, right: 'issues', dismissing: null });
  const placed = placedOf(useCase.getState()).find(({ issue }) => issue.id === id);
  if (placed && isExact(placed)) scrollTo(placed.place.start, follow);
}

/** Shows an issue in the editor with the keyboard in its text. */
export function editIssue(id: string): void {
  selectIssue(id, 'scroll');
  show({ wanted: 'problem', converted: null });
}

/** The first place of the text that bears on a question. */
function firstEvidence(item: DeskItem): number | undefined {
  const state = useCase.getState();
  const placed = placedOf(state);
  const { findings, issues } = evidenceOfItem(
    item,
    findingsOf(state),
    placed.map((each) => each.issue),
    [],
  );
  const linked = new Set(issues);
  const starts = [
    ...findings.map((finding) => finding.start),
    ...placed.filter(isExact).flatMap(({ issue, place }) => (linked.has(issue) ? place.start : [])),
  ];
  return starts.length === 0 ? undefined : Math.min(...starts);
}

/** Shows a question of the checklist and what bears on it. */
export function selectItem(id: string): void {
  show({ item: id, right: 'item', dismissing: null });
  const item = itemsOf(useCase.getState()).find((each) => each.id === id);
  if (item) scrollTo(firstEvidence(item), 'scroll');
}

/** The selected finding; null where none is. */
export function selectedFinding(): DeskFinding | null {
  const { finding } = useDeskView.getState();
  return findingsOf(useCase.getState()).find((each) => each.key === finding) ?? null;
}

function stepFinding(step: 1 | -1): void {
  const state = useCase.getState();
  const { finding, filter } = useDeskView.getState();
  const all = findingsOf(state).map((each) => each.key);
  const shown = new Set(shownFindingsOf(state, filter).map((each) => each.key));
  const next = stepThrough(all, shown, finding, step);
  if (next !== null) selectFinding(next, 'scroll');
  else if (finding !== null) show({ right: 'finding' });
}

function stepIssue(step: 1 | -1): void {
  const all = placedOf(useCase.getState()).map(({ issue }) => issue.id);
  const next = stepThrough(all, new Set(all), useDeskView.getState().issue, step);
  if (next !== null) selectIssue(next, 'scroll');
}

/** The questions in the order in which the checklist shows them. */
function shownItems(): readonly DeskItem[] {
  return groupsOf(useCase.getState()).flatMap((group) => group.items);
}

function stepItem(step: 1 | -1): void {
  const all = shownItems().map((item) => item.id);
  const next = stepThrough(all, new Set(all), useDeskView.getState().item, step);
  if (next !== null) selectItem(next);
}

/** Goes on or back in the list whose card is shown. */
export function stepSelection(step: 1 | -1): void {
  const byTab: Readonly<Record<RightTab, (step: 1 | -1) => void>> = {
    finding: stepFinding,
    issues: stepIssue,
    item: stepItem,
    materials: stepFinding,
  };
  byTab[useDeskView.getState().right](step);
}

/** Turns the selected finding into an issue; one that is an issue already is opened for writing. */
export function convertFinding(): void {
  const state = useCase.getState();
  const draft = state.opened?.draft;
  const finding = selectedFinding();
  if (!draft || !finding) return;
  const decision = stateOfFinding(decisionsOf(state), finding.key);
  if (decision.kind === 'issue') {
    editIssue(decision.issue);
    return;
  }
  if (!state.isEditable) return;
  const issue = issueFromFinding(draft, finding, itemsOf(state), crypto.randomUUID());
  if (!issue) return;
  state.edit({ kind: 'issue.add', issue });
  show({ issue: issue.id, converted: finding.key, dismissing: null });
}

/** Asks for the reason why the selected finding is none. */
export function beginDismissing(): void {
  const state = useCase.getState();
  const finding = selectedFinding();
  if (!finding || !state.isEditable) return;
  if (stateOfFinding(decisionsOf(state), finding.key).kind === 'open') {
    show({ right: 'finding', dismissing: { kind: 'one', finding: finding.key } });
  }
}

/** The findings that the reason being written is for. */
export function findingsToDismiss(): readonly DeskFinding[] {
  const state = useCase.getState();
  const { dismissing, filter } = useDeskView.getState();
  if (dismissing === null) return [];
  const decided = decisionsOf(state);
  const candidates =
    dismissing.kind === 'one'
      ? findingsOf(state).filter((finding) => finding.key === dismissing.finding)
      : shownFindingsOf(state, filter);
  return candidates.filter((finding) => stateOfFinding(decided, finding.key).kind === 'open');
}

/** How many dismissals one edit may hold. */
const batch = 2000;

/** Sets aside what the reason was written for. */
export function dismiss(reason: string): void {
  const dismissals = findingsToDismiss().map(({ key, check, quote }) => ({ finding: key, check, quote, reason }));
  show({ dismissing: null });
  for (let start = 0; start < dismissals.length; start += batch) {
    useCase.getState().edit({ kind: 'findings.dismiss', dismissals: dismissals.slice(start, start + batch) });
  }
  if (dismissals.length > 1) useDesk.getState().toast('done', deskText.reason.done(dismissals.length));
}

/** Takes back what was decided about a finding. */
export function restoreFinding(key: string): void {
  const state = useCase.getState();
  const decision = stateOfFinding(decisionsOf(state), key);
  if (decision.kind === 'dismissed') state.edit({ kind: 'finding.restore', finding: key });
  else if (decision.kind === 'issue') removeIssue(decision.issue);
}

/** Changes fields of an issue; the group says which letters are one step of undo. */
export function changeIssue(id: string, change: Partial<Omit<Issue, 'id'>>, group: string | null): void {
  useCase.getState().edit({ kind: 'issue.change', id, change, group });
}

/** Deletes an issue; it can be undone, so nobody is asked. */
export function removeIssue(id: string): void {
  const state = useCase.getState();
  const all = placedOf(state).map(({ issue }) => issue.id);
  const rest = new Set(all.filter((each) => each !== id));
  const next = stepThrough(all, rest, id, 1) ?? stepThrough(all, rest, id, -1);
  state.edit({ kind: 'issue.remove', id });
  if (useDeskView.getState().issue === id) show({ issue: next });
  useDesk.getState().toast('done', deskText.issues.removed);
}

/** Makes an issue about a range of the text and puts the keyboard into it. */
export function annotate(range: Span): void {
  const state = useCase.getState();
  const draft = state.opened?.draft;
  if (!draft || !state.isEditable) return;
  const issue = issueFromSelection(draft, range, crypto.randomUUID());
  if (!issue) return;
  state.edit({ kind: 'issue.add', issue });
  show({ issue: issue.id, right: 'issues', wanted: 'problem', dismissing: null, narrow: 'right' });
}

/** Makes an issue about what is selected in the text, where something is. */
export function annotateSelection(): void {
  const range = useDeskView.getState().pane?.selection();
  if (range) annotate(range);
}

/** Ties an issue to another place, which a person has chosen. */
export function reanchorIssue(placed: PlacedIssue, range: Span): void {
  const state = useCase.getState();
  const draft = state.opened?.draft;
  const anchor = draft ? makeAnchor(draft, range) : null;
  if (!anchor) return;
  state.edit({ kind: 'issue.change', id: placed.issue.id, change: { anchor }, group: null });
  selectIssue(placed.issue.id, 'scroll');
}

/** Answers a question of the checklist; the note that is there stays. */
export function answerItem(id: string, verdict: Verdict | null): void {
  const { work, edit } = useCase.getState();
  edit({ kind: 'item.answer', item: id, verdict, note: work?.answers[id]?.note ?? '', group: null });
}

/** Goes to the next question without an answer; says so where there is none left. */
export function goToNextUnanswered(): void {
  const { work } = useCase.getState();
  const next = nextUnanswered(shownItems(), work?.answers ?? {}, useDeskView.getState().item);
  if (next === null) useDesk.getState().toast('done', deskText.checklist.allAnswered);
  else selectItem(next);
}

/** Answers the selected question by key: 符合 leads on at once, everything else first to the note where none is written. */
export function answerByKey(verdict: Verdict): void {
  const state = useCase.getState();
  const { item, right } = useDeskView.getState();
  if (item === null || right !== 'item' || !state.isEditable) return;
  answerItem(item, verdict);
  if (verdict === 'meets' || (state.work?.answers[item]?.note ?? '') !== '') goToNextUnanswered();
  else show({ wanted: 'note' });
}

/** Selects what a click in the text means; a second click on overlapping marks means the next of them. */
export function selectMark(ids: readonly string[]): void {
  const { right, finding, issue } = useDeskView.getState();
  const selected =
    right === 'finding' && finding !== null
      ? markOfFinding(decisionsOf(useCase.getState()), finding)
      : right === 'issues' && issue !== null
        ? markId({ kind: 'issue', id: issue })
        : null;
  const target = clickedMark(ids, selected);
  if (target?.kind === 'finding') selectFinding(target.id, 'stay');
  else if (target?.kind === 'issue') selectIssue(target.id, 'stay');
}
