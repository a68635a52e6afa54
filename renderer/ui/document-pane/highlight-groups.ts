import type { Span } from '../../../shared/document/document.ts';
import { assignLanes, laneCount } from './assign-lanes.ts';
import { shownSpan } from './hit-test.ts';
import { lookRank, paneLooks } from './looks.ts';
import type { PaneHighlight } from './types.ts';

/** What one `::highlight(name)` of the style sheet marks. */
export interface HighlightGroup {
  readonly name: string;
  readonly priority: number;
  readonly spans: readonly Span[];
}

/** Names and priorities of what is marked beside the highlights; theirs lie between. */
export const ownGroups = {
  reference: { name: 'pane-reference', priority: 1 },
  match: { name: 'pane-match', priority: 1000 },
  currentMatch: { name: 'pane-current-match', priority: 1001 },
} as const;

/** The highlights by look and lane, every group even where it is empty, so that setting all of them replaces the last. */
export function highlightGroups(highlights: readonly PaneHighlight[]): readonly HighlightGroup[] {
  const laned = assignLanes(highlights);
  return paneLooks.flatMap((look) =>
    Array.from({ length: laneCount }, (_, lane) => ({
      name: `pane-${look}-${lane}`,
      priority: 10 * (paneLooks.length - lookRank(look)) - lane + laneCount,
      spans: laned
        .filter((each) => each.lane === lane && each.highlight.look === look)
        .map(({ highlight }) => shownSpan(highlight)),
    })),
  );
}
