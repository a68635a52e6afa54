import type { ReactNode } from 'react';
import { text } from './text.ts';
import './frame.css';

/** The frame of the desk: its mark and title above, the rooms on the left, what always holds below. */
export function Frame(props: { readonly children: ReactNode }): ReactNode {
  return (
    <div className="frame">
      <header className="frame-head">
        <span className="frame-mark" aria-hidden="true">
          {text.app.mark}
        </span>
        <h1 className="frame-title">{text.app.name}</h1>
      </header>
      <div className="frame-body">{props.children}</div>
    </div>
  );
}
