import { blockTop } from './sheet-geometry.ts';
import type { Sheet } from './sheet.ts';

/**
 * Has sections laid out that are not near the view yet, so that a jump to them meets true heights and not estimates.
 * The browser takes over again in the frame after next, when it has seen that they are near.
 */
export class ForcedLayout {
  readonly #sheet: Sheet;
  readonly #forced = new Set<number>();

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  /**
   * Lays out all sections around a block.
   * @param reach pixels above and below the block
   */
  around(block: number, reach: number): void {
    const middle = this.#sheet.sectionAt(this.#sheet.blocks[block]?.start ?? 0);
    this.#force(middle);
    const top = blockTop(this.#sheet, block);
    for (const step of [-1, 1]) {
      for (let section = middle + step; this.#sheet.elements[section]; section += step) {
        const beside = this.#sheet.elements[section - step]?.getBoundingClientRect();
        if (beside && (step < 0 ? top - beside.top : beside.bottom - top) > reach) break;
        this.#force(section);
      }
    }
    requestAnimationFrame(() => requestAnimationFrame(() => this.#release()));
  }

  #force(section: number): void {
    const element = this.#sheet.elements[section];
    if (!element || this.#forced.has(section)) return;
    this.#sheet.fill(section);
    element.style.contentVisibility = 'visible';
    this.#forced.add(section);
  }

  #release(): void {
    const sections = [...this.#forced];
    this.#forced.clear();
    const heights = sections.map((section) => this.#sheet.elements[section]?.getBoundingClientRect().height ?? 0);
    sections.forEach((section, index) => {
      this.#sheet.noteHeight(section, heights[index] ?? 0);
      this.#sheet.elements[section]?.style.removeProperty('content-visibility');
    });
  }
}
