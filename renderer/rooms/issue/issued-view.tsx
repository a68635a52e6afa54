import { useState, type ReactNode } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { signatureStatement } from '../../../shared/sign/statement.ts';
import { useCase } from '../../app/case-store.ts';
import { useDesk } from '../../app/desk-store.ts';
import { invoke } from '../../api.ts';
import { issueText } from '../../text/issue.ts';
import { opinionText } from '../../text/opinion.ts';
import { IssuedFiles } from './issued-files.tsx';
import { IssuedPages } from './issued-pages.tsx';
import { Statements } from './statements.tsx';
import { useIssued } from './use-issued.ts';
import { VerificationCard } from './verification-card.tsx';

/**
 * After signing: the pages as signed, verified there and then, the files, and the way into the archive.
 * @param props.output what signing said, where it was done just now
 */
export function IssuedView(props: { readonly output: CallOutput<'cases.issue'> | null }): ReactNode {
  const { output } = props;
  const issued = useIssued(true);
  const words = issueText.issued;
  const substituted = output?.fontsSubstituted ?? [];
  // What is always said of a signature stands below for good.
  const said: readonly string[] = Object.values(signatureStatement);
  const notices = (output?.notices ?? []).filter((notice) => !said.includes(notice));
  return (
    <div className="issue">
      <IssuedPages issued={issued} />
      <aside className="issue-side" data-pane="signing" aria-label={issueText.title}>
        <div className="issue-side-scroll">
          <VerificationCard issued={issued} />
          <IssuedFiles issued={issued} />
          {(substituted.length > 0 || notices.length > 0) && (
            <section className="issue-notices">
              <h3>{words.notices}</h3>
              <ul>
                {substituted.length > 0 && <li>{opinionText.substituted(substituted)}</li>}
                {notices.map((notice) => (
                  <li key={notice}>{notice}</li>
                ))}
              </ul>
            </section>
          )}
          <Statements />
        </div>
        <Closing />
      </aside>
    </div>
  );
}

function Closing(): ReactNode {
  const caseId = useCase((open) => open.opened?.case ?? null);
  const isClosed = useCase((open) => open.work !== null && open.work.closedAt !== null);
  const isReadOnly = useCase((open) => open.opened?.mode !== 'edit');
  const reload = useCase((open) => open.reload);
  const toast = useDesk((desk) => desk.toast);
  const [isRunning, setRunning] = useState(false);
  const words = issueText.issued;
  const close = async (): Promise<void> => {
    if (caseId === null) return;
    setRunning(true);
    const result = await invoke('cases.close', { case: caseId });
    if (result.ok) {
      await reload();
      toast('done', words.closeDone);
    } else toast('failed', result.error.message);
    setRunning(false);
  };
  return (
    <div className="issue-sign">
      <div className="issue-sign-row">
        {!isClosed && (
          <button
            type="button"
            className="quiet-button"
            disabled={isRunning || isReadOnly}
            onClick={() => void close()}
          >
            {words.close}
          </button>
        )}
        <p>{isClosed ? words.closed : words.closeMeaning}</p>
      </div>
    </div>
  );
}
