import type { ReactNode } from 'react';
import { useCase } from '../../app/case-store.ts';
import { deskText } from '../../text/desk.ts';
import { decisionsOf } from './desk-derived.ts';
import type { DeskFinding } from './desk-types.ts';
import { stateOfFinding } from './finding-states.ts';
import { memoRow } from './option-list.tsx';
import { SeverityMark } from './severity-mark.tsx';
import { visibleText } from '../../ui/visible-text.ts';

/** A finding's first basis in short; empty where it has none. */
function firstBasis(finding: DeskFinding): string {
  const [basis] = finding.basis;
  return basis ? `《${basis.source}》${basis.article}` : '';
}

function FindingLine(props: { readonly entry: DeskFinding; readonly isSelected: boolean }): ReactNode {
  const { entry } = props;
  const kind = useCase((state) => stateOfFinding(decisionsOf(state), entry.key).kind);
  const basis = firstBasis(entry);
  return (
    <div className="desk-finding" data-state={kind}>
      <SeverityMark severity={entry.severity} />
      <span className="desk-finding-title">
        {entry.title}
        {entry.quote !== '' && <span className="desk-finding-quote">{visibleText(entry.quote.slice(0, 40))}</span>}
      </span>
      <span className="desk-chip">{entry.path === '' ? deskText.findings.elsewhere : entry.path}</span>
      <span className="desk-finding-note">
        {[
          ...(basis === '' ? [] : [basis]),
          entry.check,
          deskText.certainties[entry.certainty],
          ...(kind === 'open' ? [] : [deskText.decisions[kind]]),
        ].join(' · ')}
      </span>
    </div>
  );
}

/** One finding in a list. */
export const FindingRow = memoRow<DeskFinding>(FindingLine);

/** The id of a finding in a list. */
export function findingId(finding: DeskFinding): string {
  return finding.key;
}
