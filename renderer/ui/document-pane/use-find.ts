import { useEffect, useMemo, useRef, useState } from 'react';
import type { Span } from '../../../shared/document/document.ts';
import { findMatches, firstMatchFrom, foldForFind } from './find-matches.ts';
import { ownGroups } from './highlight-groups.ts';
import { readSelection, select } from './pane-selection.ts';
import type { PaneView } from './pane-view.ts';

/** Finding words in the document. */
export interface PaneFind {
  /** Counts the times it was asked for since it was closed; 0 while it is closed. */
  readonly asked: number;
  readonly query: string;
  readonly matches: readonly Span[];
  /** Index of the match that is shown; -1 where there is none. */
  readonly current: number;
  readonly open: () => void;
  readonly change: (query: string) => void;
  readonly step: (step: 1 | -1) => void;
  /** Closes it, and gives the keyboard back to whoever had it. */
  readonly close: () => void;
}

/** A longer selection is not taken for the words to find. */
const longestQuery = 40;

/** Finding in a view's document: state and what it shows in the text. */
export function useFind(view: PaneView | null, text: string): PaneFind {
  const [asked, setAsked] = useState(0);
  const [query, setQuery] = useState('');
  const [current, setCurrent] = useState(-1);
  const opener = useRef<Element | null>(null);
  const isOpen = asked > 0;
  const folded = useMemo(() => (isOpen ? foldForFind(text) : ''), [isOpen, text]);
  const matches = useMemo(() => findMatches(folded, query), [folded, query]);

  useEffect(() => {
    view?.layers.set(ownGroups.match.name, ownGroups.match.priority, matches);
  }, [view, matches]);
  useEffect(() => {
    const match = matches[current];
    view?.layers.set(ownGroups.currentMatch.name, ownGroups.currentMatch.priority, match ? [match] : []);
  }, [view, matches, current]);

  const show = (wanted: string, from: number): void => {
    const found = findMatches(folded === '' ? foldForFind(text) : folded, wanted);
    const index = firstMatchFrom(found, from);
    const match = found[index];
    setQuery(wanted);
    setCurrent(index);
    if (match) view?.scrollTo(match.start, 'nearest');
  };

  return {
    asked,
    query,
    matches,
    current,
    open: () => {
      if (!view) return;
      if (!isOpen) opener.current = document.activeElement;
      const span = readSelection(view.sheet);
      const words = span ? text.slice(span.start, span.end) : '';
      setAsked(asked + 1);
      if (words !== '' && words.length <= longestQuery && !words.includes('\n')) show(words, span?.start ?? 0);
      else if (!isOpen && query !== '')
        setCurrent(firstMatchFrom(findMatches(foldForFind(text), query), view.visible().top));
    },
    change: (wanted) => {
      show(wanted, matches[current]?.start ?? view?.visible().top ?? 0);
    },
    step: (step) => {
      if (matches.length === 0) return;
      const next = (current + step + matches.length) % matches.length;
      const match = matches[next];
      setCurrent(next);
      if (match) view?.scrollTo(match.start, 'nearest');
    },
    close: () => {
      const match = matches[current];
      setAsked(0);
      setCurrent(-1);
      const back = opener.current;
      const isElsewhere = back instanceof HTMLElement && back !== document.body && back.isConnected;
      if (isElsewhere && !view?.scroller.contains(back)) {
        back.focus();
      } else if (view) {
        view.scroller.focus({ preventScroll: true });
        // What was found can be annotated at once.
        if (match) select(view.sheet, match);
      }
    },
  };
}
