import { useCallback, type DragEvent, type ReactNode } from 'react';
import { invoke, pathsOf } from '../../api.ts';
import { useDesk } from '../../app/desk-store.ts';
import { text } from '../../app/text.ts';
import { CallFailure } from '../../ui/call-failure.tsx';
import { ProgressBar } from '../../ui/progress.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useVerify } from './use-verify.ts';
import { draftOutcome, fileName, Verdict } from './verdict.tsx';
import './verify-room.css';

/** 验签: who signed a file, whether a byte of it changed, and whether a draft is the one it speaks of. */
export function VerifyRoom(): ReactNode {
  const words = text.verify;
  const toast = useDesk((desk) => desk.toast);
  const { file, draft, chooseFile, chooseDraft, run, isRunning } = useVerify();
  const choose = useCallback(
    async (kind: 'signed-file' | 'draft-file', take: (path: string) => void) => {
      const chosen = await invoke('desk.choose', { kind });
      if (!chosen.ok) {
        toast('failed', chosen.error.message);
        return;
      }
      const [path] = chosen.value.paths;
      if (path !== undefined) take(path);
    },
    [toast],
  );
  const over = (event: DragEvent): void => {
    if (event.dataTransfer.types.includes('Files')) event.preventDefault();
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    const [first, second] = pathsOf([...event.dataTransfer.files]);
    if (first === undefined) {
      toast('failed', words.noPath);
      return;
    }
    if (file === null || second !== undefined || useVerify.getState().result !== null) chooseFile(first);
    else chooseDraft(first);
    if (second !== undefined) chooseDraft(second);
    void run();
  };
  return (
    <div className="verify" onDragOver={over} onDrop={drop}>
      <section className="verify-choose" data-pane="verify-choose" aria-label={words.pane}>
        <h2>{words.title}</h2>
        <p className="verify-lead">{words.lead}</p>
        <Choice
          title={words.file}
          note={words.fileNote}
          path={file}
          choose={() => void choose('signed-file', chooseFile)}
        />
        <Choice
          title={words.draft}
          note={words.draftNote}
          path={draft}
          choose={() => void choose('draft-file', chooseDraft)}
          remove={() => chooseDraft(null)}
        />
        <button type="button" className="button" disabled={file === null || isRunning} onClick={() => void run()}>
          {words.run}
        </button>
        <p className="verify-note">{words.drop}</p>
        <History />
      </section>
      <section className="verify-result" data-pane="verify-result" aria-label={words.result}>
        <Result />
      </section>
    </div>
  );
}

function Choice(props: {
  readonly title: string;
  readonly note: string;
  readonly path: string | null;
  readonly choose: () => void;
  readonly remove?: () => void;
}): ReactNode {
  const words = text.verify;
  const { title, note, path, choose, remove } = props;
  return (
    <div className="verify-choice" role="group" aria-label={title}>
      <h3>{title}</h3>
      {path === null ? <p className="verify-note">{note}</p> : <p className="verify-path">{fileName(path)}</p>}
      <button type="button" className="quiet-button" onClick={choose}>
        {path === null ? words.choose : words.change}
      </button>
      {remove !== undefined && path !== null && (
        <button type="button" className="quiet-button" onClick={remove}>
          {words.remove}
        </button>
      )}
    </div>
  );
}

function Result(): ReactNode {
  const words = text.verify;
  const { result, error, isRunning, progress, run, cancel } = useVerify();
  if (isRunning) {
    return (
      <>
        <ProgressBar progress={progress} label={words.verifying} cancel={cancel} />
        <Skeleton lines={8} label={words.verifying} />
      </>
    );
  }
  if (error !== null) {
    return (
      <div className="verify-problems">
        <CallFailure title={words.failed} {...error} retry={() => void run()} retryLabel={words.retry} />
      </div>
    );
  }
  return result === null ? <Nothing /> : <Verdict verified={result} />;
}

/** What will stand here: the three questions that a signature answers. */
function Nothing(): ReactNode {
  const words = text.verify;
  return (
    <div className="verify-empty">
      <p>{words.empty}</p>
      <ol>
        {words.questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ol>
    </div>
  );
}

function History(): ReactNode {
  const words = text.verify;
  const { history, result, showAgain } = useVerify();
  if (history.length === 0) return null;
  return (
    <div className="verify-history">
      <h3>{words.history}</h3>
      <ul>
        {history.map((verified, index) => {
          const { verdict } = verified.report;
          const outcome = draftOutcome(verified.report);
          return (
            <li key={history.length - index}>
              <button
                type="button"
                className="verify-again"
                aria-current={verified === result ? 'true' : undefined}
                onClick={() => showAgain(verified)}
              >
                <span className={`verify-verdict-${verdict}`} aria-hidden="true">
                  {words.marks[verdict]}
                </span>
                <span className="verify-again-name">{fileName(verified.file)}</span>
                <small>
                  {words.verdicts[verdict]}
                  {outcome !== null && words.draftOutcomes[outcome]}
                </small>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
