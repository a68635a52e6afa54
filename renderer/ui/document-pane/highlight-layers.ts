import type { Span } from '../../../shared/document/document.ts';
import type { Sheet } from './sheet.ts';

interface Layer {
  readonly highlight: Highlight;
  /** Spans by the section in which they show. */
  readonly spans: ReadonlyMap<number, readonly Span[]>;
  /** What is registered now, by section. */
  readonly shown: Map<number, readonly StaticRange[]>;
}

/**
 * Marks text with the browser's custom highlights, so that no element is made and no text node is split. Only what lies
 * in or near the view is registered: the browser goes through every registered range whenever one changes.
 */
export class HighlightLayers {
  readonly #layers = new Map<string, Layer>();
  readonly #sheet: Sheet;
  #sections: ReadonlySet<number> = new Set();

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  /**
   * Replaces all that a layer marks.
   * @param name as in the style sheet's `::highlight(name)`
   * @param priority of two layers that overlap, the higher one's ground is seen
   */
  set(name: string, priority: number, spans: readonly Span[]): void {
    const old = this.#layers.get(name);
    if (!old && spans.length === 0) return;
    if (old) for (const section of [...old.shown.keys()]) hide(old, section);
    const layer: Layer = { highlight: shared(name, priority), spans: this.#bySection(spans), shown: new Map() };
    this.#layers.set(name, layer);
    for (const section of this.#sections) this.#show(layer, section);
  }

  /** Says which sections are in or near the view. */
  showSections(sections: ReadonlySet<number>): void {
    for (const layer of this.#layers.values()) {
      for (const section of [...layer.shown.keys()]) if (!sections.has(section)) hide(layer, section);
      for (const section of sections) this.#show(layer, section);
    }
    this.#sections = sections;
  }

  dispose(): void {
    for (const layer of this.#layers.values()) for (const section of [...layer.shown.keys()]) hide(layer, section);
    this.#layers.clear();
  }

  #show(layer: Layer, section: number): void {
    const spans = layer.spans.get(section);
    if (!spans || layer.shown.has(section)) return;
    this.#sheet.fill(section);
    const ranges = spans.flatMap((span) => this.#toRange(section, span) ?? []);
    for (const range of ranges) layer.highlight.add(range);
    layer.shown.set(section, ranges);
  }

  #toRange(section: number, span: Span): StaticRange | null {
    const { start = 0, end = 0 } = this.#sheet.sections[section] ?? {};
    const from = this.#sheet.map.toPoint(section, Math.max(start, span.start), 'start');
    const to = this.#sheet.map.toPoint(section, Math.min(end, span.end), 'end');
    if (!from || !to) return null;
    return new StaticRange({
      startContainer: from.node,
      startOffset: from.at,
      endContainer: to.node,
      endOffset: to.at,
    });
  }

  #bySection(spans: readonly Span[]): ReadonlyMap<number, readonly Span[]> {
    const bySection = new Map<number, Span[]>();
    for (const span of spans) {
      const last = this.#sheet.sectionAt(Math.max(span.start, span.end - 1));
      for (let section = this.#sheet.sectionAt(span.start); section <= last; section += 1) {
        const list = bySection.get(section);
        if (list) list.push(span);
        else bySection.set(section, [span]);
      }
    }
    return bySection;
  }
}

function hide(layer: Layer, section: number): void {
  for (const range of layer.shown.get(section) ?? []) layer.highlight.delete(range);
  layer.shown.delete(section);
}

/** The page's highlight of a name; two panes beside each other share it. */
function shared(name: string, priority: number): Highlight {
  const known = CSS.highlights.get(name);
  if (known) return known;
  const highlight = new Highlight();
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
  return highlight;
}
