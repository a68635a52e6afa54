import type { ReactNode } from 'react';
import { useCase } from '../../app/case-store.ts';
import { deskText } from '../../text/desk.ts';
import { CheckStatus } from './check-status.tsx';
import { selectFinding } from './desk-actions.ts';
import { findingsOf, shownFindingsOf } from './desk-derived.ts';
import { useDeskView } from './desk-view.ts';
import { FindingCard } from './finding-card.tsx';
import { findingId, FindingRow } from './finding-row.tsx';
import { leaveConverted } from './leave-converted.ts';
import { OptionList } from './option-list.tsx';

function select(key: string): void {
  selectFinding(key, 'scroll');
}

/** 检查结果: the selected finding, and what comes after it. */
export function FindingView(): ReactNode {
  const all = useCase(findingsOf);
  const filter = useDeskView((view) => view.filter);
  const shown = useCase((state) => shownFindingsOf(state, filter));
  const selected = useDeskView((view) => view.finding);
  const index = all.findIndex((finding) => finding.key === selected);
  const finding = all[index];
  if (all.length === 0) return <CheckStatus />;
  // What the filter shows, in the order of all findings, after the selected one.
  const rank = new Map(all.map((each, place) => [each.key, place]));
  const following = shown.filter((each) => (rank.get(each.key) ?? 0) > index);
  return (
    <>
      {finding ? (
        <FindingCard key={finding.key} finding={finding} />
      ) : (
        <p className="desk-empty">{deskText.finding.select}</p>
      )}
      {following.length > 0 ? (
        <OptionList
          name="desk-following"
          label={deskText.finding.following}
          groups={[{ title: null, entries: following }]}
          idOf={findingId}
          selected={null}
          onSelect={select}
          row={FindingRow}
          onKeyDown={leaveConverted}
        />
      ) : (
        <p className="desk-empty">{deskText.finding.last}</p>
      )}
    </>
  );
}
