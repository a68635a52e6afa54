import type { ReactNode } from 'react';
import { formatChineseNumeral } from '../../../shared/text/chinese-numeral.ts';
import { useCase } from '../../app/case-store.ts';
import { deskText } from '../../text/desk.ts';
import { articleRange } from './article-range.ts';
import { progressOf } from './checklist-groups.ts';
import { selectItem } from './desk-actions.ts';
import { findingsOf, decisionsOf, groupsOf, issuesOf, itemsOf, materialsOf } from './desk-derived.ts';
import { show, useDeskView } from './desk-view.ts';
import type { DeskItem, Verdict } from './desk-types.ts';
import { stateOfFinding } from './finding-states.ts';
import { evidenceOfItem } from './item-evidence.ts';
import { memoRow, OptionList } from './option-list.tsx';

const glyphs: Readonly<Record<Verdict, string>> = {
  meets: '✓',
  fails: '✕',
  'not-applicable': '—',
  'to-supplement': '○',
};

/** What a row says beside its question. */
function useHints(item: DeskItem): readonly string[] {
  const issues = useCase(issuesOf);
  const findings = useCase(findingsOf);
  const decisions = useCase(decisionsOf);
  const materials = useCase(materialsOf);
  const evidence = evidenceOfItem(item, findings, issues, materials);
  const open = evidence.findings.filter((finding) => stateOfFinding(decisions, finding.key).kind === 'open');
  const missing = evidence.materials.filter(({ state }) => state === 'missing' || state === null);
  const words = deskText.checklist;
  return [
    words.article(formatChineseNumeral(item.article)),
    ...(evidence.issues.length > 0 ? [words.linked(evidence.issues.length)] : []),
    ...(open.length > 0 ? [words.hinted(open.length)] : []),
    ...(missing.length > 0 ? [words.missing(missing.map(({ material }) => material.role))] : []),
  ];
}

const ItemRow = memoRow<DeskItem>(({ entry }) => {
  const verdict = useCase((state) => state.work?.answers[entry.id]?.verdict ?? null);
  const hints = useHints(entry);
  return (
    <div className="desk-item" data-verdict={verdict ?? 'open'}>
      <span className="desk-item-glyph" aria-hidden="true">
        {verdict === null ? '○' : glyphs[verdict]}
      </span>
      <span className="desk-item-question">{entry.question}</span>
      <span className="desk-item-verdict">{verdict === null ? deskText.unanswered : deskText.verdicts[verdict]}</span>
      <span className="desk-item-hint">{hints.join(' · ')}</span>
    </div>
  );
});

const idOf = (item: DeskItem): string => item.id;

/** 清单: the questions by group, and how far they are answered. */
export function ChecklistPanel(): ReactNode {
  const items = useCase(itemsOf);
  const groups = useCase(groupsOf);
  const answers = useCase((state) => state.work?.answers);
  const selected = useDeskView((view) => view.item);
  const onlyOpen = useDeskView((view) => view.onlyOpenItems);
  const words = deskText.checklist;
  const progress = progressOf(items, answers ?? {});
  if (items.length === 0) return <p className="desk-empty">{words.empty}</p>;
  const shown = groups
    .map((group) => ({
      title: words.group(group.title, articleRange(group.items.map((item) => item.article))),
      entries: onlyOpen
        ? group.items.filter((item) => answers?.[item.id] === undefined || item.id === selected)
        : group.items,
    }))
    .filter((group) => group.entries.length > 0);
  return (
    <>
      <div className="desk-progress">
        <progress aria-label={words.progress} max={progress.total} value={progress.answered} />
        <div className="desk-progress-words">
          <span>{words.answered(progress.answered, progress.total - progress.answered)}</span>
          <label className="desk-check">
            <input
              type="checkbox"
              checked={onlyOpen}
              onChange={(event) => show({ onlyOpenItems: event.target.checked })}
            />
            {words.onlyOpen}
          </label>
          <span>{words.notApplicable(progress.notApplicable)}</span>
        </div>
      </div>
      {shown.length === 0 ? (
        <p className="desk-empty">{words.allAnswered}</p>
      ) : (
        <OptionList
          name="desk-items"
          label={words.label}
          groups={shown}
          idOf={idOf}
          selected={selected}
          onSelect={selectItem}
          row={ItemRow}
        />
      )}
    </>
  );
}
