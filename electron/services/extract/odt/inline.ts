import { child, textContent, type XmlElement, type XmlNode } from '../xml.ts';
import { readSymbol, unknownSymbol } from '../docx/symbols.ts';
import type { OpenElement } from '../wordml/element.ts';
import { ParagraphDraft, type RunLook } from '../wordml/paragraph-draft.ts';
import { wholeNumber } from './list-levels.ts';
import { isExternal, referenceInstruction, showAddress } from './references.ts';
import type { Surroundings, Translation } from './translation.ts';

/** What the reader of paragraphs needs of the reader of blocks. */
export interface BlockReader {
  /** Reads the blocks inside a container into another. */
  readonly blocks: (container: XmlElement, into: XmlNode[], around: Surroundings) => void;
  /** Reads deleted paragraphs into the paragraph that is being written. */
  readonly deletion: (id: string, writer: ParagraphWriter, around: Surroundings) => void;
}

/** A paragraph that is being written; a deletion in it may end it and begin the next. */
export class ParagraphWriter {
  draft: ParagraphDraft;
  /** Whether white space here is the first of the paragraph or follows other white space, and so is none. */
  isAfterSpace = true;
  readonly #into: XmlNode[];
  readonly #translation: Translation;

  constructor(translation: Translation, into: XmlNode[]) {
    this.#translation = translation;
    this.#into = into;
    this.draft = new ParagraphDraft(translation.maker);
  }

  text(value: string, look: RunLook): void {
    let text = value.replaceAll(/[ \t\r\n]{1,}/gu, ' ');
    if (this.isAfterSpace && text.startsWith(' ')) text = text.slice(1);
    if (text === '') return;
    this.isAfterSpace = text.endsWith(' ');
    this.draft.text(text, look);
  }

  /** Adds what white space after it counts after. */
  element(name: 'w:tab' | 'w:br', look: RunLook): void {
    this.draft.inline(this.#translation.maker.make(name), look);
    this.isAfterSpace = false;
  }

  /** Adds a block beside the paragraphs. */
  block(element: XmlElement): void {
    this.#into.push(element);
  }

  /** Ends the paragraph and begins the next one. */
  end(format: Parameters<ParagraphDraft['finish']>[0]): void {
    this.#into.push(this.draft.finish(format));
    this.draft = new ParagraphDraft(this.#translation.maker);
    this.isAfterSpace = true;
  }
}

/** Elements in a paragraph that are not printed where they stand. */
const silent: ReadonlySet<string> = new Set([
  'text:soft-page-break',
  'office:annotation-end',
  'text:bookmark-end',
  'text:reference-mark',
  'text:reference-mark-start',
  'text:reference-mark-end',
  'text:hidden-paragraph',
  'text:ruby-text',
  'text:note-citation',
  'text:tracked-changes',
  'office:event-listeners',
]);

/** Where programs put the signs of symbol fonts. */
const symbolPlaces = /[\uf020-\uf0ff]/gu;

/** Whether a condition's last result, which the file keeps, hides what depends on it. */
const isHiddenNow = (element: XmlElement) => element.attributes['text:is-hidden'] === 'true';

/** Whether a field in the paragraph hides all of it (`text:hidden-paragraph`). */
export function hidesParagraph(element: XmlElement): boolean {
  return element.children.some(
    (node) =>
      typeof node !== 'string' &&
      (node.name === 'text:hidden-paragraph' ? isHiddenNow(node) : node.name === 'text:span' && hidesParagraph(node)),
  );
}

/** Reads the content of a paragraph (ODF 1.3, part 3, 6) into one that is being written. */
export class InlineReader {
  readonly #translation: Translation;
  readonly #blocks: BlockReader;

  constructor(translation: Translation, blocks: BlockReader) {
    this.#translation = translation;
    this.#blocks = blocks;
  }

  /** @param isHidden whether a style around hides the text */
  read(element: XmlElement, writer: ParagraphWriter, around: Surroundings, isHidden: boolean): void {
    for (const node of element.children) {
      if (typeof node === 'string') writer.text(this.#shown(node, element, around), this.#translation.look(isHidden));
      else this.#readElement(node, writer, around, isHidden);
    }
  }

  /** Text in a symbol font as the signs it shows. */
  #shown(text: string, { name, attributes }: XmlElement, { styles }: Surroundings): string {
    if (name !== 'text:span' || text.search(symbolPlaces) < 0) return text;
    const font = styles.fontOf(attributes['text:style-name'] ?? null);
    if (font === null || !/^(?:wingdings|webdings|symbol)/iu.test(font)) return text;
    return text.replace(symbolPlaces, (place) => {
      const sign = readSymbol(font, place.charCodeAt(0).toString(16));
      if (sign === unknownSymbol) this.#translation.unknownSymbols += 1;
      return sign;
    });
  }

  #readElement(node: XmlElement, writer: ParagraphWriter, around: Surroundings, isHidden: boolean): void {
    const { name, attributes } = node;
    const translation = this.#translation;
    if (silent.has(name)) return;
    if (name.startsWith('draw:')) {
      this.drawing(node, writer, around, isHidden);
      return;
    }
    switch (name) {
      case 'text:span': {
        const hides = around.styles.hides('text', attributes['text:style-name'] ?? null);
        this.read(node, writer, around, around.isHidden || (hides ?? isHidden));
        break;
      }
      case 'text:s': {
        const count = wholeNumber(attributes['text:c']) ?? 1;
        translation.count(count);
        writer.draft.text(' '.repeat(count), translation.look(isHidden));
        writer.isAfterSpace = false;
        break;
      }
      case 'text:tab':
        writer.element('w:tab', translation.look(isHidden));
        break;
      case 'text:line-break':
        writer.element('w:br', translation.look(isHidden));
        break;
      case 'text:a':
        this.#readLink(node, writer, around, isHidden);
        break;
      case 'text:bookmark':
      case 'text:bookmark-start':
        writer.draft.between(translation.maker.make('w:bookmarkStart', { 'w:name': attributes['text:name'] ?? '' }));
        break;
      case 'text:bookmark-ref':
      case 'text:reference-ref': {
        const instruction = referenceInstruction(attributes['text:ref-name'], attributes['text:reference-format']);
        this.#readField(name === 'text:bookmark-ref' ? instruction : null, node, writer, around, isHidden);
        break;
      }
      case 'text:note':
        this.#readNote(node, writer, around, isHidden);
        break;
      case 'office:annotation':
        this.#readComment(node, writer, around, isHidden);
        break;
      case 'text:change-start':
        translation.beginChange(attributes['text:change-id'] ?? '');
        break;
      case 'text:change-end':
        translation.endChange(attributes['text:change-id'] ?? '');
        break;
      case 'text:change':
        this.#blocks.deletion(attributes['text:change-id'] ?? '', writer, around);
        break;
      case 'text:hidden-text':
        if (isHiddenNow(node)) {
          writer.text(attributes['text:string-value'] ?? textContent(node), translation.look(true));
        } else if (node.children.length > 0) this.read(node, writer, around, isHidden);
        else writer.text(attributes['text:string-value'] ?? '', translation.look(isHidden));
        break;
      case 'text:script':
        translation.note('macro', '文件的正文里含有脚本，本程序不会运行它');
        break;
      case 'text:dde-connection':
        translation.note('external-link', '从外部取内容的域（DDE）');
        this.read(node, writer, around, isHidden);
        break;
      case 'text:execute-macro':
        translation.note('macro', '文件的正文里含有运行宏的域，本程序不会运行它');
        this.read(node, writer, around, isHidden);
        break;
      default:
        this.read(node, writer, around, isHidden);
        break;
    }
  }

  #readField(
    instruction: string | null,
    node: XmlElement,
    writer: ParagraphWriter,
    around: Surroundings,
    isHidden: boolean,
  ): void {
    const look = this.#translation.look(isHidden);
    if (instruction !== null) {
      writer.draft.field('begin', look);
      writer.draft.instruction(instruction, look);
      writer.draft.field('separate', look);
    }
    this.read(node, writer, around, isHidden);
    if (instruction !== null) writer.draft.field('end', look);
  }

  #readLink(node: XmlElement, writer: ParagraphWriter, around: Surroundings, isHidden: boolean): void {
    const address = node.attributes['xlink:href'] ?? '';
    const instruction = isExternal(address) ? ` HYPERLINK "${showAddress(address)}" ` : null;
    this.#readField(instruction, node, writer, around, isHidden);
    if (child(node, 'office:event-listeners')) {
      this.#translation.note('macro', '文件的超链接上挂有脚本，本程序不会运行它');
    }
  }

  #readNote(node: XmlElement, writer: ParagraphWriter, around: Surroundings, isHidden: boolean): void {
    const { maker, footnotes, endnotes } = this.#translation;
    const kind = node.attributes['text:note-class'] === 'endnote' ? 'endnote' : 'footnote';
    const notes = kind === 'endnote' ? endnotes : footnotes;
    const id = `${kind} ${notes.children.length + 1}`;
    const note: OpenElement = maker.make(`w:${kind}`, { 'w:id': id });
    notes.children.push(note);
    const body = child(node, 'text:note-body');
    if (body) this.#blocks.blocks(body, note.children, { ...around, list: null });
    writer.draft.inline(maker.make(`w:${kind}Reference`, { 'w:id': id }), this.#translation.look(isHidden));
    writer.isAfterSpace = false;
  }

  #readComment(node: XmlElement, writer: ParagraphWriter, around: Surroundings, isHidden: boolean): void {
    const { maker, comments } = this.#translation;
    const id = `comment ${comments.children.length + 1}`;
    const author = textContent(child(node, 'dc:creator')).trim();
    const date = textContent(child(node, 'dc:date')).trim();
    const comment = maker.make('w:comment', {
      'w:id': id,
      'w:author': author === '' ? undefined : author,
      'w:date': date === '' ? undefined : date,
    });
    comments.children.push(comment);
    this.#blocks.blocks(node, comment.children, { ...around, list: null, isHidden: false });
    writer.draft.inline(maker.make('w:commentReference', { 'w:id': id }), this.#translation.look(isHidden));
  }

  /** A frame or shape (ODF 1.3, part 3, 10): its text is a text box, a picture or an object is only counted. */
  drawing(element: XmlElement, writer: ParagraphWriter, around: Surroundings, isHidden: boolean): void {
    const { maker } = this.#translation;
    const address = element.attributes['xlink:href'] ?? '';
    const isText = (node: XmlNode) => typeof node !== 'string' && /^(?:text|table):/u.test(node.name);
    switch (element.name) {
      case 'draw:image':
        if (isExternal(address)) this.#translation.note('external-link', `外部链接（图片）：${showAddress(address)}`);
        this.#inShape(writer, maker.make('a:blip'), isHidden);
        return;
      case 'draw:object':
      case 'draw:object-ole':
      case 'draw:applet':
      case 'draw:plugin':
      case 'draw:floating-frame':
        this.#readObject(address);
        this.#inShape(writer, maker.make('a:graphicData', { uri: '/chart' }), isHidden);
        return;
      case 'draw:control':
        this.#inShape(writer, maker.make('a:graphicData', { uri: '/chart' }), isHidden);
        return;
      case 'draw:a':
        if (isExternal(address)) this.#translation.note('external-link', `外部链接（超链接）：${showAddress(address)}`);
        break;
      default:
        break;
    }
    if (element.children.some(isText)) {
      const content = maker.make('w:txbxContent');
      this.#blocks.blocks(element, content.children, { ...around, list: null });
      if (content.children.length > 0) this.#inShape(writer, content, isHidden);
      return;
    }
    for (const node of element.children) {
      if (typeof node === 'string' || !node.name.startsWith('draw:')) continue;
      this.drawing(node, writer, around, isHidden);
      // The content of a frame is the same thing in several ways; the first is the best.
      if (element.name === 'draw:frame') return;
    }
  }

  #inShape(writer: ParagraphWriter, content: XmlElement, isHidden: boolean): void {
    writer.draft.inline(this.#translation.maker.make('w:pict', {}, [content]), this.#translation.look(isHidden));
  }

  #readObject(address: string): void {
    if (isExternal(address)) {
      this.#translation.note('external-link', `外部链接（链接的对象）：${showAddress(address)}`);
      return;
    }
    const name = showAddress(address.replace(/^\.\//u, ''));
    this.#translation.note('embedded-object', `嵌入的对象${name === '' ? '' : `：${name}`}，其内容未读取`);
  }
}
