import type { ReactNode } from 'react';
import { text } from '../app/text.ts';

/** That a part of the screen could not be read, why, and a button to try again. */
export function CallFailure(props: {
  readonly title: string;
  readonly message: string;
  /** For the maintainer; null says nothing. */
  readonly code: string | null;
  readonly retry: () => void;
  readonly retryLabel?: string;
}): ReactNode {
  const { title, message, code, retry, retryLabel = text.app.retry } = props;
  return (
    <div className="failure" role="alert">
      <h3>{title}</h3>
      <p>{message}</p>
      {code !== null && <p className="failure-code">{text.app.code(code)}</p>}
      <button type="button" className="quiet-button" onClick={retry}>
        {retryLabel}
      </button>
    </div>
  );
}
