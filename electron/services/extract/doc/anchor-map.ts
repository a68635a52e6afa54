import type { XmlElement } from '../xml.ts';

/** Gathers the elements that stand at character positions, in the order in which they are added. */
export class AnchorMap extends Map<number, XmlElement[]> {
  add(position: number, element: XmlElement): void {
    const known = this.get(position);
    if (known) known.push(element);
    else this.set(position, [element]);
  }
}
