import type { ReactNode } from 'react';

/** A whole-pane message: what happened, what to do next, and one button for it. */
export function Notice(props: {
  readonly title: string;
  readonly message: string;
  /** For the maintainer: a code or the bare error. */
  readonly detail: string;
  readonly action: { readonly label: string; readonly run: () => void };
}): ReactNode {
  return (
    <section className="notice" role="alert">
      <h2>{props.title}</h2>
      <p>{props.message}</p>
      <p className="notice-detail">{props.detail}</p>
      <button type="button" className="button" onClick={props.action.run}>
        {props.action.label}
      </button>
    </section>
  );
}
