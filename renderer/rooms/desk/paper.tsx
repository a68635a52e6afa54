import { memo, useMemo, type ReactNode } from 'react';
import { useCase } from '../../app/case-store.ts';
import { useDesk } from '../../app/desk-store.ts';
import { deskText } from '../../text/desk.ts';
import { DocumentPane } from '../../ui/document-pane/document-pane.tsx';
import type { DocumentPaneHandle } from '../../ui/document-pane/types.ts';
import { annotate, selectMark } from './desk-actions.ts';
import { articleCountsOf, decisionsOf, findingsOf, itemsOf, placedOf } from './desk-derived.ts';
import { deskMarks, evidenceMarks, markedArticles, markId, markOfFinding, type MarkWords } from './desk-marks.ts';
import { show, useDeskView } from './desk-view.ts';
import type { DeskDraft } from './desk-types.ts';
import { visibleText } from '../../ui/visible-text.ts';

const words: MarkWords = {
  finding: (finding, state) =>
    [
      deskText.severities[finding.severity],
      finding.title,
      ...(state === 'open' ? [] : [deskText.decisions[state]]),
    ].join(' '),
  issue: (number, issue) => `${deskText.issues.number(number)} ${deskText.weights[issue.weight]}`,
};

function showArticle(articleInView: string): void {
  show({ articleInView });
}

function keepPane(pane: DocumentPaneHandle | null): void {
  show({ pane });
}

/** The draft with all that is marked in it. A letter typed into an issue draws nothing of this anew. */
export const Paper = memo(function Paper(props: { readonly draft: DeskDraft }): ReactNode {
  const { draft } = props;
  const findings = useCase(findingsOf);
  const decisions = useCase(decisionsOf);
  const placed = useCase(placedOf);
  const counts = useCase(articleCountsOf);
  const items = useCase(itemsOf);
  const isEditable = useCase((state) => state.isEditable);
  const fontSize = useDesk((desk) => desk.settings.paperSize);
  const itemId = useDeskView((view) => (view.right === 'item' ? view.item : null));
  const selected = useDeskView((view) => {
    if (view.right === 'issues') return view.issue === null ? null : markId({ kind: 'issue', id: view.issue });
    return view.right !== 'finding' || view.finding === null ? null : markOfFinding(decisions, view.finding);
  });
  const marks = useMemo(() => deskMarks(findings, decisions, placed, words), [findings, decisions, placed]);
  const highlights = useMemo(() => {
    const item = items.find((each) => each.id === itemId);
    return item ? [...marks, ...evidenceMarks(item, findings, placed)] : marks;
  }, [marks, items, itemId, findings, placed]);
  const marked = useMemo(() => markedArticles(counts), [counts]);
  return (
    <DocumentPane
      ref={keepPane}
      blocks={draft.blocks}
      text={draft.text}
      caption={deskText.toolbar.caption(visibleText(draft.name.split('/').at(-1) ?? draft.name), draft.sha256)}
      highlights={highlights}
      selected={selected}
      references={draft.references}
      marked={marked}
      fontSize={fontSize}
      canAnnotate={isEditable}
      onSelectHighlight={selectMark}
      onAnnotate={annotate}
      onArticleInView={showArticle}
    />
  );
});
