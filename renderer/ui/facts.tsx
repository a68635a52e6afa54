import type { ReactNode } from 'react';
import { text } from '../app/text.ts';
import './facts.css';

/** One line of what is known: its name and its value. */
export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
  /** Set in a fixed width, and broken anywhere: hashes and fingerprints. */
  readonly isCode?: boolean;
}

/** Names and values, one a line. */
export function Facts(props: { readonly facts: readonly Fact[] }): ReactNode {
  return (
    <dl className="facts">
      {props.facts.map(({ name, value, isCode = false }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={isCode ? 'facts-code' : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Whether something is so, by word, shape and colour. */
export function YesNo(props: { readonly isSo: boolean }): ReactNode {
  return (
    <span className={props.isSo ? 'facts-yes' : 'facts-no'}>
      <span aria-hidden="true">{props.isSo ? '✓ ' : '■ '}</span>
      {props.isSo ? text.app.yes : text.app.no}
    </span>
  );
}
