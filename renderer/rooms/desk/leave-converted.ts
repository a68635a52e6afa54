import type { KeyboardEvent } from 'react';
import { useCase } from '../../app/case-store.ts';
import { editIssue } from './desk-actions.ts';
import { decisionsOf } from './desk-derived.ts';
import { useDeskView } from './desk-view.ts';
import { stateOfFinding } from './finding-states.ts';

/** Right after a finding became an issue, Tab leads from its list into the issue's text, once. */
export function leaveConverted(event: KeyboardEvent): void {
  const { finding, converted } = useDeskView.getState();
  if (event.key !== 'Tab' || event.shiftKey || converted === null || finding !== converted) return;
  const decision = stateOfFinding(decisionsOf(useCase.getState()), converted);
  if (decision.kind !== 'issue') return;
  event.preventDefault();
  editIssue(decision.issue);
}
