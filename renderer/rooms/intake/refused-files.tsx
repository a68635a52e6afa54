import type { ReactNode } from 'react';
import type { OpenedCase } from '../../app/case-store.ts';
import { text } from '../../app/text.ts';
import { visibleText } from '../../ui/visible-text.ts';

/** The files that were not taken, each with its reason. */
export function RefusedFiles(props: { readonly refused: OpenedCase['refused'] }): ReactNode {
  if (props.refused.length === 0) return null;
  return (
    <section className="intake-card intake-refused" aria-labelledby="intake-refused">
      <h3 id="intake-refused">
        <span aria-hidden="true">▲ </span>
        {text.intake.refused.title}
        <span className="intake-count">{props.refused.length}</span>
      </h3>
      <ul>
        {props.refused.map(({ name, reason }, index) => (
          <li key={index}>
            <b>{visibleText(name)}</b>
            <p>{visibleText(reason)}</p>
          </li>
        ))}
      </ul>
      <p className="intake-note">{text.intake.refused.advice}</p>
    </section>
  );
}
