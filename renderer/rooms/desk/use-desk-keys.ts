import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { useDesk } from '../../app/desk-store.ts';
import {
  annotateSelection,
  answerByKey,
  beginDismissing,
  convertFinding,
  editIssue,
  selectedFinding,
  stepSelection,
} from './desk-actions.ts';
import { decisionsOf } from './desk-derived.ts';
import { show, useDeskView } from './desk-view.ts';
import { stateOfFinding } from './finding-states.ts';
import { useCase } from '../../app/case-store.ts';

/** Fields into which keys write; a radio button or a tick box is none. */
const typingSelector =
  'textarea, select, input:not([type="radio"]):not([type="checkbox"]), [contenteditable="true"], [role="combobox"]';
/** What answers Enter by itself. */
const enterSelector = 'button, a, summary, input, [role="tab"], [role="button"]';

/** Whether a key belongs to the desk, and not to a field, a dialog or an open menu. */
function isForDesk(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || useDesk.getState().overlay !== null) return false;
  const { target } = event;
  if (!(target instanceof Element)) return true;
  if (target.closest(typingSelector) || target.closest('[role="dialog"], .ant-select-dropdown')) return false;
  return document.querySelector('[aria-modal="true"]') === null;
}

function ofDesk(run: (event: KeyboardEvent) => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (!isForDesk(event)) return;
    event.preventDefault();
    run(event);
  };
}

/** Goes on in the list, and gives Enter back to what is selected where a button has the keyboard. */
function step(way: 1 | -1): (event: KeyboardEvent) => void {
  return ofDesk(({ target }) => {
    stepSelection(way);
    if (target instanceof Element && target.closest(enterSelector)) useDeskView.getState().pane?.focus();
  });
}

/** Enter means the selected finding, unless what has the keyboard answers Enter by itself. */
function pressEnter(event: KeyboardEvent): void {
  if (!isForDesk(event) || useDeskView.getState().right !== 'finding') return;
  if (event.target instanceof Element && event.target.closest(enterSelector)) return;
  event.preventDefault();
  convertFinding();
}

/** Puts the keyboard into the selected issue, or into the one that the selected finding became. */
function editSelected(): void {
  const { right, issue } = useDeskView.getState();
  if (right === 'issues' && issue !== null) {
    editIssue(issue);
    return;
  }
  const finding = selectedFinding();
  const decision = finding ? stateOfFinding(decisionsOf(useCase.getState()), finding.key) : null;
  if (decision?.kind === 'issue') editIssue(decision.issue);
}

function editNote(): void {
  const { item } = useDeskView.getState();
  if (item !== null) show({ right: 'item', wanted: 'note' });
}

function stepArticle(step: 1 | -1): void {
  useDeskView.getState().pane?.nextArticle(step);
}

/** The keys of the desk, while it is shown. */
export function useDeskKeys(): void {
  useEffect(
    () =>
      tinykeys(window, {
        j: step(1),
        k: step(-1),
        Enter: pressEnter,
        x: ofDesk(beginDismissing),
        a: ofDesk(annotateSelection),
        e: ofDesk(editSelected),
        n: ofDesk(editNote),
        '1': ofDesk(() => answerByKey('meets')),
        '2': ofDesk(() => answerByKey('fails')),
        '3': ofDesk(() => answerByKey('not-applicable')),
        '4': ofDesk(() => answerByKey('to-supplement')),
        '[': ofDesk(() => stepArticle(-1)),
        ']': ofDesk(() => stepArticle(1)),
        '$mod+f': (event: KeyboardEvent) => {
          // Also out of a field: there is nothing else to find on the desk.
          if (event.defaultPrevented || useDesk.getState().overlay !== null) return;
          event.preventDefault();
          useDeskView.getState().pane?.find();
        },
      }),
    [],
  );
}
