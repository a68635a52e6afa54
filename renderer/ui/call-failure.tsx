import type { ReactNode } from 'react';
import { text } from '../app/text.ts';

/** That a part of the screen could not be read, why, and a button to try again. */
export function CallFailure(props: {
  readonly title: string;
  readonly message: string;
  readonly retry: () => void;
}): ReactNode {
  return (
    <div role="alert">
      <h3>{props.title}</h3>
      <p>{props.message}</p>
      <p>
        <button type="button" className="quiet-button" onClick={props.retry}>
          {text.app.retry}
        </button>
      </p>
    </div>
  );
}
