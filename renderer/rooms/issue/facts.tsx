import type { ReactNode } from 'react';

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
    <dl className="issue-facts">
      {props.facts.map(({ name, value, isCode = false }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={isCode ? 'issue-code' : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
