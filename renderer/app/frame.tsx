import type { ReactNode } from 'react';
import { text } from './text.ts';
import './frame.css';

/** The frame of the desk: its mark and title above, what always holds below. */
export function Frame(props: { readonly version: string | null; readonly children: ReactNode }): ReactNode {
  return (
    <div className="frame">
      <header className="frame-head">
        <span className="frame-mark" aria-hidden="true">
          {text.mark}
        </span>
        <div>
          <h1 className="frame-title">{text.name}</h1>
          <p className="frame-tagline">{text.tagline}</p>
        </div>
        <span className="badge frame-badge">
          <span className="dot" aria-hidden="true" /> {text.offline}
        </span>
      </header>
      <div className="frame-body">{props.children}</div>
      <footer className="frame-foot">
        <span>{text.about.status.offline}</span>
        <span>{text.about.status.human}</span>
        <span className="frame-version">{props.version === null ? '' : text.about.version(props.version)}</span>
      </footer>
    </div>
  );
}
