import type { ReactNode } from 'react';
import { assertNever } from '../../../shared/contract/errors.ts';
import { useCase } from '../../app/case-store.ts';
import { deskText } from '../../text/desk.ts';
import { ChecklistPanel } from './checklist-panel.tsx';
import { progressOf } from './checklist-groups.ts';
import { findingsOf, itemsOf } from './desk-derived.ts';
import { show, useDeskView, type LeftTab } from './desk-view.ts';
import { FindingsPanel } from './findings-panel.tsx';
import { OutlinePanel } from './outline-panel.tsx';
import { TabBar } from './tab-bar.tsx';

function selectTab(left: LeftTab): void {
  show({ left });
}

/** Left: where one is, what is to be answered, what the checks found. */
export function LeftPane(): ReactNode {
  const current = useDeskView((view) => view.left);
  const findings = useCase((state) => (state.checks.value === null ? null : findingsOf(state).length));
  const answered = useCase((state) => progressOf(itemsOf(state), state.work?.answers ?? {}).answered);
  const total = useCase((state) => itemsOf(state).length);
  const words = deskText.tabs;
  return (
    <>
      <TabBar
        name="desk-left"
        label={words.left}
        current={current}
        onSelect={selectTab}
        tabs={[
          { id: 'outline', name: words.outline },
          { id: 'checklist', name: words.checklist, count: `${answered}/${total}` },
          { id: 'findings', name: words.findings, ...(findings === null ? {} : { count: String(findings) }) },
        ]}
      />
      <div id="desk-left-panel" className="desk-panel" role="tabpanel" aria-labelledby={`desk-left-${current}`}>
        {leftPanel(current)}
      </div>
    </>
  );
}

function leftPanel(tab: LeftTab): ReactNode {
  switch (tab) {
    case 'outline':
      return <OutlinePanel />;
    case 'checklist':
      return <ChecklistPanel />;
    case 'findings':
      return <FindingsPanel />;
    default:
      return assertNever(tab);
  }
}
