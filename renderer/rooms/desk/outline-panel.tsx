import { useEffect, type ReactNode } from 'react';
import { useCase } from '../../app/case-store.ts';
import { deskText } from '../../text/desk.ts';
import { articleCountsOf } from './desk-derived.ts';
import { useDeskView } from './desk-view.ts';
import type { OutlineEntry } from './desk-types.ts';

function scrollToEntry(entry: OutlineEntry): void {
  const { pane } = useDeskView.getState();
  pane?.scrollTo(entry.start, 'centre');
  useDeskView.setState({ narrow: 'centre' });
}

const noOutline: readonly OutlineEntry[] = [];

/** 目录: chapters and articles, with a mark where something is, following the article in view. */
export function OutlinePanel(): ReactNode {
  const outline = useCase((state) => state.opened?.draft?.outline ?? noOutline);
  const counts = useCase(articleCountsOf);
  const inView = useDeskView((view) => view.articleInView);
  useEffect(() => {
    if (inView !== null) document.getElementById(`desk-outline:${inView}`)?.scrollIntoView({ block: 'nearest' });
  }, [inView]);

  if (outline.length === 0) return <p className="desk-empty">{deskText.outline.empty}</p>;
  return (
    <nav className="desk-outline" aria-label={deskText.outline.label}>
      <ul>
        {outline.map((entry) => {
          const count = counts.get(entry.block) ?? 0;
          return (
            <li key={`${entry.kind}:${entry.block}`}>
              <button
                type="button"
                {...(entry.kind === 'part' ? {} : { id: `desk-outline:${entry.block}` })}
                className={`desk-outline-entry desk-outline-${entry.kind}`}
                data-level={entry.level ?? 'part'}
                {...(entry.kind !== 'part' && entry.block === inView ? { 'aria-current': 'location' as const } : {})}
                onClick={() => scrollToEntry(entry)}
              >
                <span className="desk-outline-label">{entry.label}</span>
                <span className="desk-outline-text">{entry.text}</span>
                {count > 0 && (
                  <span className="desk-count" title={deskText.outline.mark(count)}>
                    <span aria-hidden="true">{count}</span>
                    <span className="desk-unseen">{deskText.outline.mark(count)}</span>
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
