import type { ReactNode } from 'react';
import { useCase } from '../../app/case-store.ts';
import { deskText } from '../../text/desk.ts';
import { placedOf } from './desk-derived.ts';
import { useDeskView } from './desk-view.ts';
import { IssueEditor } from './issue-editor.tsx';
import { IssueList } from './issue-list.tsx';

/** 问题: the selected issue as it is written, and all of them. */
export function IssueView(): ReactNode {
  const selected = useDeskView((view) => view.issue);
  const issue = useCase((state) => state.work?.issues.find((each) => each.id === selected));
  const placed = useCase(placedOf);
  if (placed.length === 0) {
    return (
      <div className="desk-blank">
        <h3>{deskText.issues.empty.title}</h3>
        <p>{deskText.issues.empty.advice}</p>
      </div>
    );
  }
  return (
    <>
      {issue && (
        <IssueEditor key={issue.id} issue={issue} number={placed.findIndex((each) => each.issue.id === issue.id) + 1} />
      )}
      <IssueList />
    </>
  );
}
