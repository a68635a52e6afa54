import { makeAnchor, type Anchor } from '../../../shared/annotate/anchor.ts';
import type { Issue } from '../../../shared/cases/case-work.ts';
import type { Span } from '../../../shared/document/document.ts';
import { categoryOfCheck } from './issue-category.ts';
import type { DeskDraft, DeskFinding, DeskItem } from './desk-types.ts';

/** What an anchor may quote at most, as the schema of anchors says. */
const longestQuote = 20_000;

/** The draft as far as an issue is tied to it. */
type Anchored = Pick<DeskDraft, 'text' | 'blocks'>;

function anchorOf(draft: Anchored, span: Span): Anchor | null {
  return makeAnchor(draft, { start: span.start, end: Math.min(span.end, span.start + longestQuote) });
}

/**
 * The anchor of a finding. One about something that is missing quotes nothing: it is tied to the paragraph where it was
 * missed, else to the first one that says anything.
 */
function anchorOfFinding(draft: Anchored, finding: DeskFinding): Anchor | null {
  const own = anchorOf(draft, finding);
  if (own) return own;
  const block =
    draft.blocks.find((each) => each.start <= finding.start && finding.start <= each.end && each.end > each.start) ??
    draft.blocks.find((each) => each.end > each.start);
  return block ? anchorOf(draft, block) : null;
}

/** An issue that says what a finding says, for the reviewer to go on from; null where the draft holds no text at all. */
export function issueFromFinding(
  draft: Anchored,
  finding: DeskFinding,
  checklist: readonly DeskItem[],
  id: string,
): Issue | null {
  const anchor = anchorOfFinding(draft, finding);
  if (!anchor) return null;
  const isGrave = finding.severity === 'blocking' || finding.severity === 'major';
  return {
    id,
    anchor,
    check: finding.check,
    finding: finding.key,
    category: categoryOfCheck(finding.check),
    problem: finding.message,
    basis: finding.basis.map(({ source, article }) => ({ source, article })),
    suggestion: finding.suggestion ?? '',
    weight: isGrave ? 'must' : 'advice',
    items: checklist.filter((item) => item.checks.includes(finding.check)).map((item) => item.id),
  };
}

/** An empty issue about a selected range; null where the range is empty. */
export function issueFromSelection(draft: Anchored, range: Span, id: string): Issue | null {
  const anchor = anchorOf(draft, range);
  if (!anchor) return null;
  return {
    id,
    anchor,
    check: null,
    finding: null,
    category: 'content',
    problem: '',
    basis: [],
    suggestion: '',
    weight: 'advice',
    items: [],
  };
}
