import { useCallback, useEffect, type ReactNode } from 'react';
import { useState } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { WireError } from '../../../shared/contract/errors.ts';
import { useCase } from '../../app/case-store.ts';
import { useDesk } from '../../app/desk-store.ts';
import { text } from '../../app/text.ts';
import { issueText } from '../../text/issue.ts';
import { useProgressCall } from '../../ui/progress-call.ts';
import { ProgressBar } from '../../ui/progress.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { GateList } from '../opinion/gate-list.tsx';
import { PreviewPages } from '../opinion/preview-pages.tsx';
import { entriesOf, useGate, type GateState } from '../opinion/use-gate.ts';
import { usePreview } from '../opinion/use-preview.ts';
import { usePrimaryKey } from '../opinion/use-primary-key.ts';
import { CertificateChoice } from './certificate-choice.tsx';
import { Statements } from './statements.tsx';
import { useSigner } from './use-signer.ts';
import { WillSign } from './will-sign.tsx';

/** Before signing: the pages, who signs, exactly what is signed, and one button. */
export function ToIssue(props: { readonly onIssued: (output: CallOutput<'cases.issue'>) => void }): ReactNode {
  const preview = usePreview(true);
  const gate = useGate();
  const conclusion = useCase((open) => open.work?.conclusion ?? null);
  const isBlocked = entriesOf(gate.value, 'blocks').length > 0;
  const name = gate.value?.conclusions.find(({ id }) => id === conclusion)?.name ?? null;
  return (
    <div className="issue">
      <PreviewPages preview={preview} />
      <aside className="issue-side" data-pane="signing" aria-label={issueText.title}>
        {isBlocked && gate.value !== null ? (
          <Blocked gate={gate} />
        ) : gate.value === null && gate.error === null ? (
          <div className="issue-side-scroll">
            <Skeleton lines={8} label={issueText.sign.waitingGate} />
          </div>
        ) : (
          <Signing
            gate={gate}
            conclusion={name}
            pages={preview.value?.pages ?? null}
            arePagesCurrent={preview.isCurrent}
            onIssued={props.onIssued}
          />
        )}
      </aside>
    </div>
  );
}

function Blocked(props: { readonly gate: GateState }): ReactNode {
  const navigate = useDesk((desk) => desk.navigate);
  const { value } = props.gate;
  const words = issueText.blocked;
  const back = useCallback(() => navigate('opinion'), [navigate]);
  usePrimaryKey(back);
  return (
    <>
      <div className="issue-side-scroll">
        <h3 className="issue-blocked">{words.title}</h3>
        <p className="issue-note">{words.advice}</p>
        {value !== null && <GateList gate={value} levels={['blocks']} />}
      </div>
      <div className="issue-sign">
        <button type="button" className="button" onClick={back}>
          {words.back}
          <kbd>Ctrl+Enter</kbd>
        </button>
      </div>
    </>
  );
}

function Signing(props: {
  readonly gate: GateState;
  readonly conclusion: string | null;
  readonly pages: number | null;
  readonly arePagesCurrent: boolean;
  readonly onIssued: (output: CallOutput<'cases.issue'>) => void;
}): ReactNode {
  const { gate, conclusion, pages, arePagesCurrent, onIssued } = props;
  const signer = useSigner();
  const caseId = useCase((open) => open.opened?.case ?? null);
  const isEditable = useCase((open) => open.isEditable);
  const reload = useCase((open) => open.reload);
  const toast = useDesk((desk) => desk.toast);
  const registerCommands = useDesk((desk) => desk.registerCommands);
  const [failure, setFailure] = useState<WireError | null>(null);
  const { run, progress, isRunning, cancel } = useProgressCall('cases.issue');
  const words = issueText.sign;

  const hindrance = !isEditable
    ? words.readOnly
    : !gate.isCurrent
      ? words.waitingGate
      : signer.signer === null
        ? words.waitingSigner
        : !arePagesCurrent
          ? words.waitingPages
          : null;
  const isReady = hindrance === null && gate.error === null && !isRunning;

  const { choice, password, forget } = signer;
  const sign = useCallback(async () => {
    if (caseId === null) return;
    setFailure(null);
    const file = choice.kind === 'file' && choice.path !== null ? { p12: choice.path, password } : {};
    const result = await run({ case: caseId, ...file });
    forget();
    if (!result.ok) {
      setFailure(result.error);
      return;
    }
    onIssued(result.value);
    toast('done', words.done);
    await reload();
  }, [caseId, choice, password, forget, run, onIssued, toast, reload, words.done]);
  const start = useCallback(() => void sign(), [sign]);
  usePrimaryKey(isReady ? start : null);
  useEffect(() => {
    if (!isReady) return undefined;
    const { group, sign: title } = issueText.command;
    return registerCommands([{ id: 'issue.sign', group, title, keys: 'Ctrl+Enter', run: start }]);
  }, [isReady, start, registerCommands]);

  const shown = failure ?? gate.error;
  return (
    <>
      <div className="issue-side-scroll" inert={isRunning}>
        <WillSign conclusion={conclusion} pages={pages} />
        <CertificateChoice state={signer} />
        <Statements />
      </div>
      <div className="issue-sign">
        {shown !== null && (
          <p className="issue-failure" role="alert">
            <span aria-hidden="true">■ </span>
            <b>{failure === null ? '' : words.failed}</b>
            {shown.message}
            <small>{text.app.code(shown.code)}</small>
          </p>
        )}
        <ProgressBar progress={progress} label={words.signing} cancel={cancel} />
        <div className="issue-sign-row">
          <button type="button" className="button" disabled={!isReady} onClick={start}>
            {words.label}
            <kbd>Ctrl+Enter</kbd>
          </button>
          <p role="status">{isRunning ? words.signing : (hindrance ?? words.meaning)}</p>
        </div>
      </div>
    </>
  );
}
