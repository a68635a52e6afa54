import type { Block, Span } from '../../../shared/document/document.ts';
import { buildSection, type BuiltSection } from './build-section.ts';
import { estimateHeight } from './estimate-height.ts';
import { lastAtOrBefore } from './sorted-search.ts';
import { splitSections, type PaneSection } from './split-sections.ts';
import { TextMap, type Side, type TextPoint } from './text-map.ts';

/**
 * The document's text in the page: section elements that the browser lays out only near the view, filled when they are
 * first needed. Knows where every offset is; knows nothing of scrolling.
 */
export class Sheet {
  readonly root: HTMLElement;
  readonly blocks: readonly Block[];
  readonly text: string;
  readonly map = new TextMap();
  readonly sections: readonly PaneSection[];
  readonly elements: readonly HTMLElement[];
  readonly #built: (BuiltSection | undefined)[] = [];
  readonly #caption = document.createElement('div');
  readonly #marked = new Set<string>();
  #nextToFill = 0;
  #indexes: ReadonlyMap<string, number> | undefined;

  /** @param root empty; the sheet's own */
  constructor(root: HTMLElement, blocks: readonly Block[], text: string) {
    this.root = root;
    this.blocks = blocks;
    this.text = text;
    this.#caption.className = 'sheet-caption';
    this.sections = splitSections(blocks);
    this.elements = this.sections.map(() => {
      const element = document.createElement('section');
      element.className = 'sheet-section';
      return element;
    });
    root.replaceChildren(...this.elements);
    this.fill(0);
  }

  /** Puts a section's text into the page, if it is not there yet. */
  fill(section: number): void {
    const content = this.sections[section];
    const element = this.elements[section];
    if (!content || !element || this.#built[section]) return;
    const built = buildSection(content, this.text);
    this.#built[section] = built;
    this.map.add(section, built.runs);
    element.append(built.content);
    if (section === 0) this.#placeCaption(built);
    for (const block of content.blocks) if (this.#marked.has(block.id)) this.#showMark(block.id, true);
  }

  /** Fills the next section that is still empty; false when none is. */
  fillNext(): boolean {
    while (this.#nextToFill < this.sections.length && this.#built[this.#nextToFill]) this.#nextToFill += 1;
    this.fill(this.#nextToFill);
    return this.#nextToFill < this.sections.length;
  }

  fillAll(): void {
    while (this.fillNext());
  }

  setCaption(caption: string): void {
    this.#caption.textContent = caption;
  }

  /** Ids of the blocks whose label is shown as having a finding. */
  setMarked(ids: ReadonlySet<string>): void {
    for (const id of this.#marked) {
      if (ids.has(id)) continue;
      this.#marked.delete(id);
      this.#showMark(id, false);
    }
    for (const id of ids) {
      if (this.#marked.has(id)) continue;
      this.#marked.add(id);
      this.#showMark(id, true);
    }
  }

  /** The section that holds an offset; the break after a section belongs to it. */
  sectionAt(offset: number): number {
    return Math.max(
      0,
      lastAtOrBefore(this.sections.length, offset, (index) => this.sections[index]?.start ?? 0),
    );
  }

  /** The block that holds an offset; the break after a block belongs to it. */
  blockAt(offset: number): number {
    return Math.max(
      0,
      lastAtOrBefore(this.blocks.length, offset, (index) => this.blocks[index]?.start ?? 0),
    );
  }

  /** The element of a block, with its section filled. */
  blockElement(block: number): HTMLElement | null {
    const section = lastAtOrBefore(this.sections.length, block, (index) => this.sections[index]?.first ?? 0);
    this.fill(section);
    return this.#built[section]?.elements[block - (this.sections[section]?.first ?? 0)] ?? null;
  }

  /** The place of an offset in the page, with its section filled. */
  point(offset: number, side: Side): TextPoint | null {
    const section = this.sectionAt(side === 'end' ? offset - 1 : offset);
    this.fill(section);
    return this.map.toPoint(section, offset, side);
  }

  /** The range of a span in the page, with the sections at its ends filled; null where it shows nothing. */
  range(span: Span): Range | null {
    const start = this.point(span.start, 'start');
    const end = this.point(span.end, 'end');
    if (!start || !end) return null;
    const range = document.createRange();
    range.setStart(start.node, start.at);
    range.setEnd(end.node, end.at);
    return range;
  }

  /** Where a span is drawn, line by line, in client coordinates; only the parts in the given sections. */
  rects(span: Span, sections: Iterable<number>): readonly DOMRect[] {
    const rects: DOMRect[] = [];
    const range = document.createRange();
    for (const section of sections) {
      for (const run of this.map.runsWithin(section, span)) {
        range.setStart(run.node, Math.max(0, span.start - run.start));
        range.setEnd(run.node, Math.min(run.node.length, span.end - run.start));
        rects.push(...range.getClientRects());
      }
    }
    return rects;
  }

  /** Sets the height that each section is taken to have until it is laid out. */
  estimate(fontSize: number): void {
    const first = this.elements[0];
    if (!first) return;
    const style = getComputedStyle(first);
    const width = first.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    this.sections.forEach((section, index) => {
      this.noteHeight(index, estimateHeight(section.blocks, { width, fontSize }));
    });
  }

  /** Remembers how high a section is, for the time when it is out of view. */
  noteHeight(section: number, height: number): void {
    const element = this.elements[section];
    if (element) element.style.containIntrinsicBlockSize = `${height}px`;
  }

  #placeCaption(built: BuiltSection): void {
    let last = -1;
    while (this.blocks[last + 1]?.kind === 'title') last += 1;
    const title = built.elements[last];
    if (title) title.after(this.#caption);
    else this.elements[0]?.prepend(this.#caption);
  }

  #showMark(id: string, isMarked: boolean): void {
    const index = this.#indexOf(id);
    const section = lastAtOrBefore(this.sections.length, index, (each) => this.sections[each]?.first ?? 0);
    const element = this.#built[section]?.elements[index - (this.sections[section]?.first ?? 0)];
    element?.toggleAttribute('data-marked', isMarked);
  }

  #indexOf(id: string): number {
    this.#indexes ??= new Map(this.blocks.map((block, index) => [block.id, index]));
    return this.#indexes.get(id) ?? -1;
  }
}
