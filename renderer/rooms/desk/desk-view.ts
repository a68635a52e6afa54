import { create } from 'zustand';
import { useCase } from '../../app/case-store.ts';
import { useDesk } from '../../app/desk-store.ts';
import type { DocumentPaneHandle } from '../../ui/document-pane/types.ts';
import { noFilter, type FindingFilter } from './filter-findings.ts';

/** Tabs of the left pane. */
export type LeftTab = 'outline' | 'checklist' | 'findings';
/** Tabs of the right pane. */
export type RightTab = 'finding' | 'issues' | 'item' | 'materials';
/** What the reason that is being written is for: one finding, or all open ones that the filter shows. */
export type Dismissing = { readonly kind: 'one'; readonly finding: string } | { readonly kind: 'shown' };

/** What is selected and shown on the desk; nothing of it is the case's. */
export interface DeskView {
  /** The case that this is about. */
  readonly caseId: string | null;
  readonly left: LeftTab;
  readonly right: RightTab;
  /** Which pane is shown where there is room for one only. */
  readonly narrow: 'left' | 'centre' | 'right';
  readonly finding: string | null;
  readonly issue: string | null;
  readonly item: string | null;
  readonly filter: FindingFilter;
  readonly onlyOpenItems: boolean;
  readonly dismissing: Dismissing | null;
  /** The finding that was turned into an issue last, from whose list Tab leads into the editor. */
  readonly converted: string | null;
  /** A field that wants the keyboard as soon as it is there. */
  readonly wanted: 'problem' | 'note' | null;
  /** Id of the article block at the upper edge of the text. */
  readonly articleInView: string | null;
  /** The document, while it is shown. */
  readonly pane: DocumentPaneHandle | null;
}

const atFirst: Omit<DeskView, 'caseId' | 'pane'> = {
  left: 'checklist',
  right: 'finding',
  narrow: 'centre',
  finding: null,
  issue: null,
  item: null,
  filter: noFilter,
  onlyOpenItems: false,
  dismissing: null,
  converted: null,
  wanted: null,
  articleInView: null,
};

/** What the desk shows now. */
export const useDeskView = create<DeskView>()(() => ({ ...atFirst, caseId: null, pane: null }));

/** Changes what the desk shows. */
export function show(change: Partial<DeskView>): void {
  useDeskView.setState(change);
}

/** Begins anew where another case is on the desk than the last time. */
export function showCase(caseId: string): void {
  if (useDeskView.getState().caseId !== caseId) show({ ...atFirst, caseId });
}

/** Something that other rooms lead to. */
export type DeskTarget =
  { readonly kind: 'finding' | 'issue' | 'item'; readonly id: string } | { readonly kind: 'materials' };

/** Goes to the desk and selects something there, as the lines of the gate do. */
export function revealAtDesk(target: DeskTarget): void {
  const caseId = useCase.getState().opened?.case;
  if (caseId === undefined) return;
  showCase(caseId);
  switch (target.kind) {
    case 'finding':
      show({ left: 'findings', right: 'finding', finding: target.id, filter: noFilter });
      break;
    case 'issue':
      show({ right: 'issues', issue: target.id });
      break;
    case 'item':
      show({ left: 'checklist', right: 'item', item: target.id, onlyOpenItems: false });
      break;
    case 'materials':
      show({ right: 'materials' });
      break;
  }
  useDesk.getState().navigate('desk');
}
