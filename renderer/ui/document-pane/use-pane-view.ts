import { useCallback, useEffect, useLayoutEffect, useState, type RefCallback } from 'react';
import type { Block } from '../../../shared/document/document.ts';
import { highlightGroups, ownGroups } from './highlight-groups.ts';
import { PaneView } from './pane-view.ts';
import { lastAtOrBefore } from './sorted-search.ts';
import type { DocumentPaneProps } from './types.ts';

/** A view of a document, and where it is to be put into the page; the view is null until it is there. */
export function usePaneView(
  blocks: readonly Block[],
  text: string,
): readonly [PaneView | null, RefCallback<HTMLDivElement>] {
  const [view, setView] = useState<PaneView | null>(null);
  const attach = useCallback(
    (scroller: HTMLDivElement) => {
      const made = new PaneView(scroller, blocks, text);
      setView(made);
      return () => {
        made.dispose();
      };
    },
    [blocks, text],
  );
  return [view, attach];
}

/** Keeps what a view shows as the properties say; each part changes for itself, and none builds the text again. */
export function useShown(view: PaneView | null, props: DocumentPaneProps): void {
  const { caption, fontSize, marked, highlights, references, selected } = props;
  useLayoutEffect(() => view?.sheet.setCaption(caption), [view, caption]);
  useLayoutEffect(() => view?.setFontSize(fontSize), [view, fontSize]);
  useLayoutEffect(() => view?.sheet.setMarked(marked), [view, marked]);
  useLayoutEffect(() => {
    for (const group of highlightGroups(highlights)) view?.layers.set(group.name, group.priority, group.spans);
  }, [view, highlights]);
  useLayoutEffect(() => {
    view?.layers.set(ownGroups.reference.name, ownGroups.reference.priority, references);
  }, [view, references]);
  useLayoutEffect(() => {
    view?.select(highlights.find((highlight) => highlight.id === selected) ?? null);
  }, [view, highlights, selected]);
}

/** Tells which article or heading is at the reading line, whenever it is another one. */
export function useArticleInView(view: PaneView | null, tell: DocumentPaneProps['onArticleInView']): void {
  useEffect(() => {
    if (!view || !tell) return undefined;
    const outline = view.sheet.blocks.flatMap((block, index) =>
      block.kind === 'article' || block.kind === 'heading' ? index : [],
    );
    let told: string | undefined;
    return view.watch((visible) => {
      const entry = Math.max(
        0,
        lastAtOrBefore(outline.length, visible.block, (index) => outline[index] ?? 0),
      );
      const id = view.sheet.blocks[outline[entry] ?? -1]?.id;
      if (id === undefined || id === told) return;
      told = id;
      tell(id);
    });
  }, [view, tell]);
}
