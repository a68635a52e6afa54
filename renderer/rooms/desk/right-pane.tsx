import type { ReactNode } from 'react';
import { assertNever } from '../../../shared/contract/errors.ts';
import { useCase } from '../../app/case-store.ts';
import { deskText } from '../../text/desk.ts';
import { findingsOf, issuesOf, materialsOf } from './desk-derived.ts';
import { show, useDeskView, type RightTab } from './desk-view.ts';
import { FindingView } from './finding-view.tsx';
import { IssueView } from './issue-view.tsx';
import { ItemView } from './item-view.tsx';
import { missingMaterials } from './material-state.ts';
import { MaterialsView } from './materials-view.tsx';
import { TabBar } from './tab-bar.tsx';

function selectTab(right: RightTab): void {
  show({ right, dismissing: null });
}

/** Right: the selected thing as a card. */
export function RightPane(): ReactNode {
  const current = useDeskView((view) => view.right);
  const selected = useDeskView((view) => view.finding);
  const findings = useCase(findingsOf);
  // No number before the checks have answered: 0 would say that they found nothing.
  const isChecked = useCase((state) => state.checks.value !== null);
  const issues = useCase((state) => issuesOf(state).length);
  const missing = useCase((state) => missingMaterials(materialsOf(state)).length);
  const place = findings.findIndex((finding) => finding.key === selected) + 1;
  const words = deskText.tabs;
  return (
    <>
      <TabBar
        name="desk-right"
        label={words.right}
        current={current}
        onSelect={selectTab}
        tabs={[
          {
            id: 'finding',
            name: words.finding,
            ...(isChecked ? { count: place > 0 ? `${place}/${findings.length}` : String(findings.length) } : {}),
          },
          { id: 'issues', name: words.issues, count: String(issues) },
          { id: 'item', name: words.item },
          { id: 'materials', name: words.materials, ...(missing > 0 ? { count: words.missing(missing) } : {}) },
        ]}
      />
      <div id="desk-right-panel" className="desk-panel" role="tabpanel" aria-labelledby={`desk-right-${current}`}>
        {rightPanel(current)}
      </div>
    </>
  );
}

function rightPanel(tab: RightTab): ReactNode {
  switch (tab) {
    case 'finding':
      return <FindingView />;
    case 'issues':
      return <IssueView />;
    case 'item':
      return <ItemView />;
    case 'materials':
      return <MaterialsView />;
    default:
      return assertNever(tab);
  }
}
