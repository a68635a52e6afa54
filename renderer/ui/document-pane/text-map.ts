import type { Span } from '../../../shared/document/document.ts';
import { lastAtOrBefore } from './sorted-search.ts';

/** A text node of the paper and the stretch of the document's text that it shows. */
export interface TextRun extends Span {
  readonly node: Text;
}

/** A place in the page. */
export interface TextPoint {
  readonly node: Text;
  readonly at: number;
}

/** Which way a place that lies between two text nodes belongs: to the one after it or to the one before it. */
export type Side = 'start' | 'end';

/**
 * The one mapping between places in the page and offsets into the document's text. It holds because text nodes, once
 * made, are never split, joined or changed.
 */
export class TextMap {
  readonly #sections: (readonly TextRun[] | undefined)[] = [];
  readonly #runs = new WeakMap<Node, TextRun>();

  /** @param runs in the order of the text, none empty */
  add(section: number, runs: readonly TextRun[]): void {
    this.#sections[section] = runs;
    for (const run of runs) this.#runs.set(run.node, run);
  }

  /**
   * The place of an offset in a section that has been added. An offset between two text nodes, such as a line feed, is
   * the start of the later node or the end of the earlier one, as `side` says.
   * @returns null where the section shows no text
   */
  toPoint(section: number, offset: number, side: Side): TextPoint | null {
    const runs = this.#sections[section] ?? [];
    const last = lastAtOrBefore(
      runs.length,
      side === 'start' ? offset : offset - 1,
      (index) => runs[index]?.start ?? 0,
    );
    const before = runs[last];
    if (before && (offset < before.end || (side === 'end' && offset <= before.end))) {
      return { node: before.node, at: offset - before.start };
    }
    const after = runs[last + 1];
    if (after && (side === 'start' || !before)) return { node: after.node, at: 0 };
    return before ? { node: before.node, at: before.node.length } : null;
  }

  /** The runs of a section that show something of a span. */
  runsWithin(section: number, span: Span): readonly TextRun[] {
    return (this.#sections[section] ?? []).filter((run) => run.start < span.end && span.start < run.end);
  }

  /** The offset of a place in a text node of the paper; null for every other node. */
  offsetInRun(node: Node, at: number): number | null {
    const run = this.#runs.get(node);
    return run ? run.start + Math.min(at, run.node.length) : null;
  }

  /**
   * The offset of any place in the page, in the way of a selection's end: a place that is not in the document's text
   * counts as the nearest text after it (`start`) or before it (`end`).
   * @param root the element that holds the text
   * @returns null where there is no text on that side
   */
  toOffset(root: Element, node: Node, at: number, side: Side): number | null {
    const exact = this.offsetInRun(node, at);
    if (exact !== null) return exact;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const begin = placeInside(root, node, at, side);
    if (begin === null) return null;
    walker.currentNode = begin.node;
    let next: Node | null = begin.isCandidate ? begin.node : step(walker, side);
    while (next && !this.#runs.has(next)) next = step(walker, side);
    const run = next ? this.#runs.get(next) : undefined;
    if (!run) return null;
    return side === 'start' ? run.start : run.end;
  }
}

function step(walker: TreeWalker, side: Side): Node | null {
  return side === 'start' ? walker.nextNode() : walker.previousNode();
}

/** Where a walk for text begins, and whether that node itself may be what is looked for. */
function placeInside(
  root: Element,
  node: Node,
  at: number,
  side: Side,
): { readonly node: Node; readonly isCandidate: boolean } | null {
  const whole = document.createRange();
  whole.selectNodeContents(root);
  const position = whole.comparePoint(node, at);
  if (position !== 0) {
    const isOnThisSide = position < 0 === (side === 'start');
    const edge = side === 'start' ? root.firstChild : deepestLast(root);
    return isOnThisSide && edge ? { node: edge, isCandidate: true } : null;
  }
  if (side === 'start') {
    const child = node.childNodes[at];
    return child ? { node: child, isCandidate: true } : { node: deepestLast(node), isCandidate: false };
  }
  const child = node.childNodes[at - 1];
  return child ? { node: deepestLast(child), isCandidate: true } : { node, isCandidate: false };
}

function deepestLast(node: Node): Node {
  let last = node;
  while (last.lastChild) last = last.lastChild;
  return last;
}
