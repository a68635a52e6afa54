import type { ReactNode } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { text } from '../../app/text.ts';

/** Folders that look like cases and could not be read, each with its reason. */
export function BrokenCases(props: { readonly broken: CallOutput<'cases.list'>['broken'] }): ReactNode {
  const { broken } = props;
  if (broken.length === 0) return null;
  return (
    <section className="cases-broken" aria-labelledby="cases-broken">
      <h3 id="cases-broken">
        <span aria-hidden="true">▲ </span>
        {text.cases.broken.title(broken.length)}
      </h3>
      <p>{text.cases.broken.advice}</p>
      <ul>
        {broken.map((folder) => (
          <li key={folder.case}>
            <span className="mono">{folder.case}</span> {folder.message}
          </li>
        ))}
      </ul>
    </section>
  );
}
