import { useCallback, useEffect, useState, type ReactNode } from 'react';
import type { WireError } from '../../../shared/contract/errors.ts';
import { useCase } from '../../app/case-store.ts';
import { useDesk } from '../../app/desk-store.ts';
import { text } from '../../app/text.ts';
import { invoke } from '../../api.ts';
import { issueText } from '../../text/issue.ts';
import { useProgressCall } from '../../ui/progress-call.ts';
import { ProgressBar } from '../../ui/progress.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { IssuedState } from './use-issued.ts';

const words = issueText.issued;

/** What came of copying the files: where each copy lies, or why there are none. */
type Delivery = { readonly written: readonly string[] } | { readonly error: WireError };

/** The issued files with their hashes, and what can be done with them. */
export function IssuedFiles(props: { readonly issued: IssuedState }): ReactNode {
  const { files, error } = props.issued;
  const caseId = useCase((open) => open.opened?.case ?? null);
  const toast = useDesk((desk) => desk.toast);
  const registerCommands = useDesk((desk) => desk.registerCommands);
  const { run, progress, isRunning, cancel } = useProgressCall('cases.deliver');
  const [delivery, setDelivery] = useState<Delivery | null>(null);

  const reveal = useCallback(() => {
    if (caseId === null) return;
    void invoke('desk.reveal', { case: caseId }).then((result) => {
      if (!result.ok) toast('failed', result.error.message);
    });
  }, [caseId, toast]);
  const deliver = useCallback(async () => {
    if (caseId === null) return;
    const chosen = await invoke('desk.choose', { kind: 'target-folder' });
    if (!chosen.ok) {
      setDelivery({ error: chosen.error });
      return;
    }
    const into = chosen.value.paths[0];
    if (into === undefined) return;
    const result = await run({ case: caseId, into });
    setDelivery(result.ok ? { written: result.value.written } : { error: result.error });
  }, [caseId, run]);

  useEffect(() => {
    const { group, deliver: title, reveal: show } = issueText.command;
    return registerCommands([
      { id: 'issue.deliver', group, title, run: () => void deliver() },
      { id: 'issue.reveal', group, title: show, run: reveal },
    ]);
  }, [deliver, reveal, registerCommands]);

  return (
    <section className="issue-files" aria-label={words.files}>
      <h3>{words.files}</h3>
      {files === null && error === null && <Skeleton lines={4} />}
      <ul>
        {files?.files.map(({ kind, name, sha256 }) => (
          <li key={name}>
            <b>{name}</b>
            <span className="issue-note">{issueText.kinds[kind].note}</span>
            <code className="facts-code">{sha256}</code>
          </li>
        ))}
      </ul>
      <div className="issue-actions">
        <button
          type="button"
          className="quiet-button"
          disabled={files === null || isRunning}
          onClick={() => void deliver()}
        >
          {words.deliver}
        </button>
        <button type="button" className="quiet-button" onClick={reveal}>
          {words.reveal}
        </button>
      </div>
      <ProgressBar progress={progress} label={words.delivering} cancel={cancel} />
      {delivery !== null && <DeliveryResult delivery={delivery} />}
    </section>
  );
}

function DeliveryResult(props: { readonly delivery: Delivery }): ReactNode {
  const { delivery } = props;
  if ('error' in delivery) {
    return (
      <p className="issue-failure" role="alert">
        <span aria-hidden="true">■ </span>
        <b>{words.deliverFailed}</b>
        {delivery.error.message}
        <small>{text.app.code(delivery.error.code)}</small>
      </p>
    );
  }
  return (
    <div className="issue-delivered" role="status">
      <p>
        <span aria-hidden="true">✓ </span>
        {words.delivered(delivery.written.length)}
      </p>
      <ul>
        {delivery.written.map((path) => (
          <li key={path} className="facts-code">
            {path}
          </li>
        ))}
      </ul>
    </div>
  );
}
