import type { ReactNode } from 'react';
import { text } from '../app/text.ts';
import type { Progress } from './progress-call.ts';
import './progress.css';

/**
 * What a long call is doing, how far it is, and 取消; nothing while there is nothing to show.
 * @param props.label what it is called by a screen reader; what it does, where the services have said nothing yet
 */
export function ProgressBar(props: {
  readonly progress: Progress | null;
  readonly label: string;
  readonly cancel: () => void;
}): ReactNode {
  const { progress, label, cancel } = props;
  if (progress === null) return null;
  const { message, done, total, isCancelling } = progress;
  const isCounted = done !== null && total !== null && total > 0;
  return (
    <div className="progress" role="group" aria-label={label}>
      <p className="progress-message" role="status">
        {isCancelling ? text.app.progress.cancelling : message === '' ? label : message}
      </p>
      {isCounted && <span className="progress-count">{text.app.progress.of(done, total)}</span>}
      <button type="button" className="plain-button" onClick={cancel} disabled={isCancelling}>
        {text.app.cancel}
      </button>
      <progress
        className="progress-bar"
        aria-label={text.app.progress.label}
        {...(isCounted ? { value: done, max: total } : {})}
      />
    </div>
  );
}
