import { useEffect } from 'react';
import { useCase } from '../../app/case-store.ts';
import { useDesk, type Command } from '../../app/desk-store.ts';
import { deskText } from '../../text/desk.ts';
import {
  annotateSelection,
  beginDismissing,
  convertFinding,
  goToNextUnanswered,
  selectItem,
  stepSelection,
} from './desk-actions.ts';
import { itemsOf } from './desk-derived.ts';
import { show, useDeskView, type LeftTab } from './desk-view.ts';
import type { DeskItem, OutlineEntry } from './desk-types.ts';

const words = deskText.commands;

function onDesk(id: string, title: string, run: () => void, keys?: string): Command {
  return { id: `desk.${id}`, title, group: words.groups.desk, run, ...(keys === undefined ? {} : { keys }) };
}

function showLeft(left: LeftTab): () => void {
  return () => show({ left });
}

const always: readonly Command[] = [
  onDesk('next', words.nextFinding, () => stepSelection(1), 'J'),
  onDesk('previous', words.previousFinding, () => stepSelection(-1), 'K'),
  onDesk('convert', words.convert, convertFinding, 'Enter'),
  onDesk('dismiss', words.dismiss, beginDismissing, 'X'),
  onDesk('annotate', words.annotate, annotateSelection, 'A'),
  onDesk('next-article', words.nextArticle, () => useDeskView.getState().pane?.nextArticle(1), ']'),
  onDesk('previous-article', words.previousArticle, () => useDeskView.getState().pane?.nextArticle(-1), '['),
  onDesk('next-item', words.nextItem, goToNextUnanswered),
  onDesk('outline', words.outline, showLeft('outline')),
  onDesk('checklist', words.checklist, showLeft('checklist')),
  onDesk('findings', words.findings, showLeft('findings')),
  // The menu's 查找… runs the command of this name.
  {
    id: 'find',
    title: words.find,
    group: words.groups.desk,
    keys: 'Ctrl+F',
    run: () => useDeskView.getState().pane?.find(),
  },
];

function articleCommand(entry: OutlineEntry): Command {
  return {
    id: `desk.article:${entry.block}`,
    title: `${entry.label} ${entry.text.slice(0, 40)}`,
    group: words.groups.articles,
    run: () => useDeskView.getState().pane?.scrollTo(entry.start, 'centre'),
  };
}

function itemCommand(item: DeskItem): Command {
  return {
    id: `desk.item:${item.id}`,
    title: `${item.id} ${item.question}`,
    group: words.groups.items,
    run: () => {
      show({ left: 'checklist' });
      selectItem(item.id);
    },
  };
}

const noOutline: readonly OutlineEntry[] = [];

/** What the palette offers while the desk is shown. */
export function useDeskCommands(): void {
  const outline = useCase((state) => state.opened?.draft?.outline ?? noOutline);
  const items = useCase(itemsOf);
  useEffect(
    () => useDesk.getState().registerCommands([...always, ...outline.map(articleCommand), ...items.map(itemCommand)]),
    [outline, items],
  );
}
