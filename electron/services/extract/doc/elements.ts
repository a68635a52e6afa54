import { AppError } from '../../../../shared/contract/errors.ts';
import type { XmlElement, XmlNode } from '../xml.ts';

/** Attributes of an element. */
export type Attributes = XmlElement['attributes'];

const noAttributes: Attributes = {};
const noChildren: readonly XmlNode[] = [];
/** As many as the reader of .docx takes in one part; each costs some hundred bytes of memory. */
const maxElements = 1_000_000;

/**
 * Makes the elements of WordprocessingML (ISO/IEC 29500-1) in which a binary document is told: from there on the reader
 * of .docx does the rest, and both formats follow the same rules. Counts what it makes.
 */
export class ElementMaker {
  #made = 0;

  /** @throws AppError `limit-exceeded` */
  make(name: string, attributes: Attributes = noAttributes, children: readonly XmlNode[] = noChildren): XmlElement {
    this.#made += 1;
    if (this.#made > maxElements) {
      throw new AppError('limit-exceeded', '文件的段落和格式过多，已停止读取。请拆分后分别提交。');
    }
    return { name, attributes, children };
  }

  /** An element that is nothing but its `w:val`. */
  value(name: string, value: string | number): XmlElement {
    return this.make(name, { 'w:val': String(value) });
  }
}
