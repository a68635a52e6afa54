import { AppError } from '../../../../shared/contract/errors.ts';
import type { XmlElement, XmlNode } from '../xml.ts';

/** An element under construction; finished, it is an {@link XmlElement} like any that was parsed. */
export interface OpenElement extends XmlElement {
  readonly children: XmlNode[];
}

/** As many as the reader of XML keeps of one part. */
const maxElements = 1_000_000;

/**
 * Makes the elements into which another format is translated. It counts them, for a few bytes of a file can stand for
 * many of them.
 */
export class ElementMaker {
  #made = 0;

  /** @throws AppError `limit-exceeded` */
  make(name: string, attributes: XmlElement['attributes'] = {}, children: XmlNode[] = []): OpenElement {
    this.#made += 1;
    if (this.#made > maxElements) {
      throw new AppError(
        'limit-exceeded',
        `文件的段落、表格和修订等要素超过 ${maxElements} 个，已停止读取。请确认文件来源，或拆分后提交。`,
      );
    }
    return { name, attributes, children };
  }
}
