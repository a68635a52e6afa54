import { useState } from 'react';
import { blockTextStart } from '../../../shared/document/document.ts';
import { lastAtOrBefore } from './sorted-search.ts';
import { select } from './pane-selection.ts';
import type { PanePlace, PaneView } from './pane-view.ts';
import type { PaneReference } from './types.ts';

/** A place that a reference was followed from. */
interface Stop {
  readonly view: PaneView;
  readonly place: PanePlace;
  /** Label of the article there; empty where there is none. */
  readonly name: string;
}

/** Going to another place of the document and back. */
export interface Following {
  /** The article to which 返回 leads, empty where it has no label; null where there is nothing to return to. */
  readonly backTo: string | null;
  readonly follow: (reference: PaneReference) => void;
  readonly back: () => void;
  readonly forget: () => void;
}

/** Follows references within a view, and keeps where they were followed from. */
export function useFollowing(view: PaneView | null): Following {
  const [all, setStops] = useState<readonly Stop[]>([]);
  const stops = all.filter((stop) => stop.view === view);
  return {
    backTo: stops.at(-1)?.name ?? null,
    follow: (reference) => {
      if (!view) return;
      setStops([...stops, { view, place: view.place(), name: articleName(view, reference.start) }]);
      const target = view.sheet.blockAt(reference.target);
      view.scrollTo(reference.target, 'centre');
      view.flash(target);
    },
    back: () => {
      const stop = stops.at(-1);
      if (!stop) return;
      setStops(stops.slice(0, -1));
      stop.view.restore(stop.place);
    },
    forget: () => {
      setStops([]);
    },
  };
}

function articleName(view: PaneView, offset: number): string {
  for (let index = view.sheet.blockAt(offset); index >= 0; index -= 1) {
    const block = view.sheet.blocks[index];
    if (block?.kind === 'article') return block.label ?? '';
    if (block?.kind === 'heading' || block?.kind === 'title') return '';
  }
  return '';
}

/** Remembers to which block one stepped last and where the view then stood. */
interface Step {
  readonly block: number;
  readonly scrollTop: number;
}

const steps = new WeakMap<PaneView, Step>();

/**
 * Goes to the next or the previous article of a view: from the one stepped to last if the view has not moved since, else
 * from the one at the reading line. A document without articles is stepped through by its headings, else by its blocks.
 */
export function stepArticle(view: PaneView, step: 1 | -1): void {
  const { blocks } = view.sheet;
  const indexes = (kind: 'article' | 'heading'): readonly number[] =>
    blocks.flatMap((block, index) => (block.kind === kind ? index : []));
  const stops = [indexes('article'), indexes('heading')].find((list) => list.length > 0) ?? [...blocks.keys()];
  const last = steps.get(view);
  const isUnmoved = last !== undefined && Math.abs(last.scrollTop - view.scroller.scrollTop) < 2;
  const from = isUnmoved ? last.block : view.visible().block;
  const here = lastAtOrBefore(stops.length, from, (index) => stops[index] ?? 0);
  const block = stops[here + step];
  if (block === undefined) return;
  view.scrollToBlock(block);
  view.flash(block);
  steps.set(view, { block, scrollTop: view.scroller.scrollTop });
  placeCaret(view, block);
}

/** Puts the caret where the keyboard can select from it, unless the keyboard is at work elsewhere. */
function placeCaret(view: PaneView, index: number): void {
  const { activeElement } = document;
  if (activeElement && activeElement !== document.body && !view.scroller.contains(activeElement)) return;
  const block = view.sheet.blocks[index];
  if (!block) return;
  const start = block.text === '' ? block.start : blockTextStart(block);
  select(view.sheet, { start, end: start });
}
