import { ElementMaker, type OpenElement } from '../wordml/element.ts';
import type { XmlElement, XmlNode } from '../xml.ts';

/** Makes the elements of WordprocessingML (ISO/IEC 29500-1) in which a binary document is told. */
export class WordElements {
  readonly #maker = new ElementMaker();

  /** @throws AppError `limit-exceeded` */
  make(name: string, attributes?: XmlElement['attributes'], children: readonly XmlNode[] = []): OpenElement {
    return this.#maker.make(name, attributes, [...children]);
  }

  /** An element that is nothing but its `w:val`. */
  value(name: string, value: string | number): OpenElement {
    return this.make(name, { 'w:val': String(value) });
  }
}
