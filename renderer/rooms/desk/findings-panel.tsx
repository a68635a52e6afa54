import type { ReactNode } from 'react';
import { useCase } from '../../app/case-store.ts';
import { deskText } from '../../text/desk.ts';
import { CheckStatus } from './check-status.tsx';
import { selectFinding } from './desk-actions.ts';
import { decisionsOf, findingsOf, shownFindingsOf } from './desk-derived.ts';
import { show, useDeskView } from './desk-view.ts';
import { FindingFilters } from './finding-filters.tsx';
import { findingId, FindingRow } from './finding-row.tsx';
import { stateOfFinding } from './finding-states.ts';
import { leaveConverted } from './leave-converted.ts';
import { OptionList } from './option-list.tsx';
import { ReasonForm } from './reason-form.tsx';

function select(key: string): void {
  selectFinding(key, 'scroll');
}

/** 检查: the findings by severity, what is listed of them, and setting aside all that are listed at once. */
export function FindingsPanel(): ReactNode {
  const filter = useDeskView((view) => view.filter);
  const all = useCase(findingsOf);
  const shown = useCase((state) => shownFindingsOf(state, filter));
  const openCount = useCase(
    (state) =>
      shownFindingsOf(state, filter).filter(
        (finding) => stateOfFinding(decisionsOf(state), finding.key).kind === 'open',
      ).length,
  );
  const isEditable = useCase((state) => state.isEditable);
  const selected = useDeskView((view) => view.finding);
  const isDismissing = useDeskView((view) => view.dismissing?.kind === 'shown');
  const words = deskText.findings;
  if (all.length === 0) return <CheckStatus />;
  return (
    <>
      <FindingFilters />
      <div className="desk-shown">
        <span role="status">{words.shown(shown.length, all.length)}</span>
        {isEditable && openCount > 0 && !isDismissing && (
          <button type="button" className="desk-link" onClick={() => show({ dismissing: { kind: 'shown' } })}>
            {words.dismissShown(openCount)}
          </button>
        )}
      </div>
      {isDismissing && <ReasonForm label={deskText.reason.many(openCount)} />}
      {shown.length === 0 ? (
        <p className="desk-empty">{words.noneMatch}</p>
      ) : (
        <OptionList
          name="desk-findings"
          label={words.label}
          groups={[{ title: null, entries: shown }]}
          idOf={findingId}
          selected={selected}
          onSelect={select}
          row={FindingRow}
          onKeyDown={leaveConverted}
        />
      )}
    </>
  );
}
