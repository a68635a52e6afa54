import type { ReactNode } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { text } from '../../app/text.ts';
import { groupChecks } from './group-checks.ts';

/** The checks that are built in, by the kind of document they are for. */
export function CheckCatalogue(props: { readonly checks: CallOutput<'system.about'>['checks'] }): ReactNode {
  if (props.checks.length === 0) return <p className="empty">{text.about.checks.empty}</p>;
  return groupChecks(props.checks).map(({ group, checks }) => (
    <section key={group} className="check-group">
      <h4>{text.about.checks.groups[group]}</h4>
      <ul className="check-list">
        {checks.map((check) => (
          <li key={check.id}>
            <span className="chip">{check.id}</span> {check.title}
          </li>
        ))}
      </ul>
    </section>
  ));
}
