import { useState, type ReactNode } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { useCase } from '../../app/case-store.ts';
import { issueText } from '../../text/issue.ts';
import { IssuedView } from './issued-view.tsx';
import { ToIssue } from './to-issue.tsx';
import '../opinion/opinion-room.css';
import './issue-room.css';

/** 签发: before it, who signs and what; after it, the files and whether they hold. */
export function IssueRoom(): ReactNode {
  const isIssued = useCase((open) => open.work !== null && open.work.issued !== null);
  const [output, setOutput] = useState<CallOutput<'cases.issue'> | null>(null);
  return (
    <>
      <h2 className="visually-hidden">{issueText.title}</h2>
      {isIssued ? <IssuedView output={output} /> : <ToIssue onIssued={setOutput} />}
    </>
  );
}
