import type { Block } from '../../../shared/document/document.ts';
import { ForcedLayout } from './forced-layout.ts';
import { HighlightLayers } from './highlight-layers.ts';
import { shownSpan } from './hit-test.ts';
import { joinLines, Overlay, type OverlayBox } from './overlay.ts';
import { blockAtY, blockTop, offsetAtY, sectionAtY } from './sheet-geometry.ts';
import { Sheet } from './sheet.ts';
import type { PaneHighlight } from './types.ts';

/** What the view shows, by offsets. */
export interface PaneVisible {
  readonly top: number;
  readonly bottom: number;
  /** Index of the block at the reading line. */
  readonly block: number;
}

/** A place of the view that holds whatever happens to the heights above it. */
export interface PanePlace {
  readonly block: number;
  /** Pixels from the view's upper edge to the block's. */
  readonly distance: number;
}

/** Where a line is brought when the view has to move, as a part of the view's height from the top. */
const landing = 0.4;
/** The reading line: which article is "in view", and where an article lands that one steps to. */
const readingLine = (height: number): number => Math.min(96, height * 0.2);
/** Room that must remain around a line that counts as visible already. */
const margin = 56;

/** The paper in its scroller: lays out what is near the view, lands exactly, tells what is seen. */
export class PaneView {
  readonly scroller: HTMLElement;
  readonly paper = document.createElement('div');
  readonly sheet: Sheet;
  readonly layers: HighlightLayers;
  readonly #overlay: Overlay;
  readonly #observer = new ResizeObserver(() => {
    this.#resized();
  });
  readonly #listeners = new Set<(visible: PaneVisible) => void>();
  readonly #forced: ForcedLayout;
  #near: ReadonlySet<number> = new Set();
  #selected: PaneHighlight | null = null;
  #fontSize = 0;
  #width = 0;
  #place: PanePlace = { block: 0, distance: Infinity };
  #visible: PaneVisible | null = null;
  #idle = 0;

  /** @param scroller empty; the view's own */
  constructor(scroller: HTMLElement, blocks: readonly Block[], text: string) {
    this.scroller = scroller;
    const root = document.createElement('div');
    const overlay = document.createElement('div');
    this.paper.className = 'document-pane-paper';
    root.className = 'document-pane-sheet';
    overlay.className = 'document-pane-overlay';
    overlay.ariaHidden = 'true';
    this.paper.append(root, overlay);
    scroller.replaceChildren(this.paper);
    this.sheet = new Sheet(root, blocks, text);
    this.layers = new HighlightLayers(this.sheet);
    this.#forced = new ForcedLayout(this.sheet);
    this.#overlay = new Overlay(overlay);
    scroller.addEventListener('scroll', this.#scrolled, { passive: true });
    window.addEventListener('beforeprint', this.#print);
    this.#observer.observe(scroller);
    this.#observer.observe(this.paper);
    this.#fillLater();
  }

  dispose(): void {
    this.#observer.disconnect();
    cancelIdleCallback(this.#idle);
    window.removeEventListener('beforeprint', this.#print);
    this.scroller.removeEventListener('scroll', this.#scrolled);
    this.layers.dispose();
    this.#listeners.clear();
    this.paper.remove();
  }

  /** Tells what is seen, as soon as it is known and whenever it changes. */
  watch(listener: (visible: PaneVisible) => void): () => void {
    this.#listeners.add(listener);
    if (this.#visible) listener(this.#visible);
    return () => this.#listeners.delete(listener);
  }

  setFontSize(fontSize: number): void {
    if (fontSize === this.#fontSize) return;
    const isFirst = this.#fontSize === 0;
    this.#fontSize = fontSize;
    this.paper.style.setProperty('--paper-size', `${fontSize}px`);
    // At first all else waits for the observer, so that opening a document costs one layout and not several.
    if (isFirst) return;
    this.sheet.estimate(fontSize);
    this.restore(this.#place);
  }

  select(highlight: PaneHighlight | null): void {
    this.#selected = highlight;
    this.#frame();
  }

  /** Brings the line of an offset into view; `nearest` leaves the view alone where the line is in it. */
  scrollTo(offset: number, how: 'centre' | 'nearest'): void {
    const line = this.#lineOf(offset);
    if (!line) return;
    const view = this.scroller.getBoundingClientRect();
    const isVisible = line.top >= view.top + margin && line.bottom <= view.bottom - margin;
    if (how === 'nearest' && isVisible) return;
    this.#scrollBy(line.top + line.height / 2 - (view.top + view.height * landing));
  }

  /** Brings a block to the reading line, as far as the paper reaches. */
  scrollToBlock(block: number): void {
    this.restore({ block, distance: readingLine(this.scroller.clientHeight) - 8 });
  }

  /** Goes to the very top or the very bottom of the paper. */
  scrollToEnd(end: 'Home' | 'End'): void {
    this.#forced.around(end === 'Home' ? 0 : this.sheet.blocks.length - 1, 2 * this.scroller.clientHeight);
    this.#scrollBy(end === 'Home' ? -this.scroller.scrollTop : this.scroller.scrollHeight);
  }

  /** Where the view is, to come back to. */
  place(): PanePlace {
    const block = blockAtY(this.sheet, this.scroller.getBoundingClientRect().top + 1);
    return { block, distance: blockTop(this.sheet, block) - this.scroller.getBoundingClientRect().top };
  }

  restore(place: PanePlace): void {
    if (place.distance === Infinity) {
      this.#scrollBy(-this.scroller.scrollTop);
      return;
    }
    this.#forced.around(place.block, 2 * this.scroller.clientHeight);
    this.#scrollBy(blockTop(this.sheet, place.block) - this.scroller.getBoundingClientRect().top - place.distance);
  }

  /** What the view shows now. */
  visible(): PaneVisible {
    const view = this.scroller.getBoundingClientRect();
    return {
      top: offsetAtY(this.sheet, view.top),
      bottom: offsetAtY(this.sheet, view.bottom),
      block: blockAtY(this.sheet, view.top + readingLine(view.height)),
    };
  }

  flash(block: number): void {
    const rect = this.sheet.blockElement(block)?.getBoundingClientRect();
    if (rect) this.#overlay.flash(this.toPaper(rect));
  }

  /** Where a character is drawn, in the paper's coordinates; null where it is not near the view. */
  boxOf(offset: number): OverlayBox | null {
    const section = this.sheet.sectionAt(offset);
    if (!this.#near.has(section)) return null;
    const rect = this.sheet.rects({ start: offset, end: offset + 1 }, [section]).at(-1);
    return rect ? this.toPaper(rect) : null;
  }

  /** From the window's coordinates to the paper's. */
  toPaper(rect: DOMRect): OverlayBox {
    const paper = this.paper.getBoundingClientRect();
    const left = rect.left - paper.left - this.paper.clientLeft;
    return { left, top: rect.top - paper.top - this.paper.clientTop, width: rect.width, height: rect.height };
  }

  readonly #scrolled = (): void => {
    this.#refresh();
  };

  readonly #print = (): void => {
    this.sheet.fillAll();
  };

  #fillLater(): void {
    this.#idle = requestIdleCallback(
      () => {
        if (this.sheet.fillNext()) this.#fillLater();
      },
      { timeout: 500 },
    );
  }

  #resized(): void {
    const width = this.paper.clientWidth;
    if (this.#fontSize !== 0 && width !== this.#width && width > 0) {
      this.#width = width;
      this.sheet.estimate(this.#fontSize);
      this.restore(this.#place);
    } else {
      this.#refresh();
    }
  }

  /** Brings everything that depends on the view up to date with it. */
  #refresh(): void {
    const view = this.scroller.getBoundingClientRect();
    if (view.height === 0) return;
    const near = new Set<number>();
    const first = sectionAtY(this.sheet, view.top - view.height);
    const last = sectionAtY(this.sheet, view.bottom + view.height);
    for (let section = first; section <= last; section += 1) {
      this.sheet.fill(section);
      near.add(section);
    }
    if (near.size !== this.#near.size || [...near].some((section) => !this.#near.has(section))) {
      this.#noteHeights();
      this.#near = near;
      this.layers.showSections(near);
    }
    this.#place = this.scroller.scrollTop <= 0 ? { block: 0, distance: Infinity } : this.place();
    this.#frame();
    this.#visible = this.visible();
    for (const listener of this.#listeners) listener(this.#visible);
  }

  /** Sections that go out of view keep the height they had in it. */
  #noteHeights(): void {
    for (const section of this.#near) {
      const element = this.sheet.elements[section];
      const isLaidOut = element?.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) === true;
      if (element && isLaidOut) this.sheet.noteHeight(section, element.getBoundingClientRect().height);
    }
  }

  #frame(): void {
    if (!this.#selected) {
      this.#overlay.showFrame([], null);
      return;
    }
    const rects = this.sheet.rects(shownSpan(this.#selected), this.#near);
    this.#overlay.showFrame(joinLines(rects.map((rect) => this.toPaper(rect))), this.#selected.look);
  }

  #scrollBy(distance: number): void {
    this.scroller.scrollTop += distance;
    this.#refresh();
  }

  /** The line of an offset, laid out together with what will be in view around it. */
  #lineOf(offset: number): DOMRect | null {
    const within = Math.min(Math.max(offset, 0), Math.max(0, this.sheet.text.length - 1));
    this.#forced.around(this.sheet.blockAt(within), 2 * this.scroller.clientHeight);
    const start = this.sheet.point(within, 'start');
    if (!start) return null;
    const range = document.createRange();
    range.setStart(start.node, start.at);
    range.setEnd(start.node, Math.min(start.node.length, start.at + 1));
    return range.getBoundingClientRect();
  }
}
