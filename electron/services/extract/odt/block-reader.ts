import { childElements, type XmlElement, type XmlNode } from '../xml.ts';
import type { ParagraphFormat } from '../wordml/paragraph-draft.ts';
import { hidesParagraph, InlineReader, ParagraphWriter } from './inline.ts';
import { wholeNumber } from './list-levels.ts';
import { isExternal, showAddress } from './references.ts';
import { readRows } from './tables.ts';
import type { ListSurroundings, Surroundings, Translation } from './translation.ts';

/** Blocks that hold no text of the document. */
const passedOver: ReadonlySet<string> = new Set([
  'office:change-info',
  'office:forms',
  'office:event-listeners',
  'text:tracked-changes',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'text:dde-connection-decls',
  'text:soft-page-break',
  'text:table-of-content-source',
  'text:alphabetical-index-source',
  'text:illustration-index-source',
  'text:table-index-source',
  'text:object-index-source',
  'text:user-index-source',
  'text:bibliography-source',
  'table:shapes',
  'dc:creator',
  'dc:date',
  'meta:date-string',
  'meta:creator-initials',
  'loext:sender-initials',
  'loext:creator-initials',
]);

/** A paragraph of deleted text and the list around it, or a table. */
interface DeletedBlock {
  readonly element: XmlElement;
  readonly around: Surroundings;
  /** `text:start-value` of its list item. */
  readonly restart: number | null;
  readonly isNumbered: boolean;
}

/** Translates the blocks of a story: paragraphs, headings, lists, sections, tables (ODF 1.3, part 3, 5 and 9). */
export class BlockReader {
  readonly #translation: Translation;
  readonly #inline: InlineReader;
  /** Lists that took their style from a paragraph, by their element. */
  readonly #begun = new Map<XmlElement, string>();

  constructor(translation: Translation) {
    this.#translation = translation;
    this.#inline = new InlineReader(translation, {
      blocks: (container, into, around) => {
        this.blocks(container, into, around);
      },
      deletion: (id, writer, around) => {
        this.#readDeletion(id, writer, around);
      },
    });
  }

  /** Reads a story with its changes. */
  story(container: XmlElement, into: XmlNode[], around: Surroundings): void {
    this.blocks(container, into, around);
    this.#translation.endStory();
  }

  /** Reads the blocks in a container into another. */
  blocks(container: XmlElement, into: XmlNode[], around: Surroundings): void {
    for (const node of container.children) {
      if (typeof node !== 'string') this.#readBlock(node, into, around);
    }
  }

  #readBlock(node: XmlElement, into: XmlNode[], around: Surroundings): void {
    const { name, attributes } = node;
    if (passedOver.has(name)) return;
    if (name.startsWith('draw:')) {
      const writer = new ParagraphWriter(this.#translation, into);
      this.#inline.drawing(node, writer, around, around.isHidden);
      if (!writer.draft.isEmpty) writer.end(this.#bareFormat(around));
      return;
    }
    switch (name) {
      case 'text:p':
      case 'text:h':
        this.#readParagraph(node, into, around, null, around.list !== null);
        break;
      case 'text:list':
        this.#readList(node, into, around, null);
        break;
      case 'text:numbered-paragraph':
        this.#readNumberedParagraph(node, into, around);
        break;
      case 'text:section':
        this.blocks(node, into, { ...around, isHidden: around.isHidden || isSectionHidden(node) });
        break;
      case 'text:section-source':
      case 'table:table-source': {
        const address = attributes['xlink:href'] ?? '';
        if (isExternal(address) || name === 'text:section-source') {
          this.#translation.note('external-link', `外部链接（链接的内容）：${showAddress(address)}`);
        }
        break;
      }
      case 'table:table':
        into.push(this.#readTable(node, around));
        break;
      case 'text:change-start':
        this.#translation.beginChange(attributes['text:change-id'] ?? '');
        break;
      case 'text:change-end':
        this.#translation.endChange(attributes['text:change-id'] ?? '');
        break;
      case 'text:change':
        this.#readDeletedBlocks(attributes['text:change-id'] ?? '', into, around);
        break;
      default:
        this.blocks(node, into, around);
        break;
    }
  }

  #readList(node: XmlElement, into: XmlNode[], around: Surroundings, restart: number | null): void {
    const all = this.#enterList(node, around);
    let first = restart;
    for (const item of childElements(node)) {
      const isItem = item.name === 'text:list-item';
      if (!isItem && item.name !== 'text:list-header') continue;
      const ownStyle = item.attributes['text:style-override'];
      const items = ownStyle !== undefined && all.list ? { ...all, list: { ...all.list, style: ownStyle } } : all;
      let start = wholeNumber(item.attributes['text:start-value']) ?? first;
      first = null;
      let isNumbered = isItem;
      for (const block of childElements(item)) {
        if (block.name === 'text:p' || block.name === 'text:h') {
          this.#readParagraph(block, into, items, start, isNumbered);
          isNumbered = false;
          start = null;
        } else if (block.name === 'text:list') {
          this.#readList(block, into, items, null);
          isNumbered = false;
        } else {
          this.#readBlock(block, into, items);
        }
      }
    }
  }

  /** What the items of a list stand in. */
  #enterList(node: XmlElement, around: Surroundings): Surroundings {
    const outer = around.list;
    const style = node.attributes['text:style-name'] ?? outer?.style ?? null;
    const level = outer ? outer.level + 1 : 0;
    const outermost = outer?.outermost ?? node;
    const list = outer?.list ?? (style === null ? null : this.#beginList(outermost, style));
    return { ...around, list: { list, style, level, outermost } };
  }

  #beginList(element: XmlElement, style: string): string {
    const { lists, isDeleting } = this.#translation;
    return isDeleting ? lists.current(style) : lists.begin(element, style);
  }

  #readNumberedParagraph(node: XmlElement, into: XmlNode[], around: Surroundings): void {
    const { attributes } = node;
    const style = attributes['text:style-name'] ?? null;
    const level = Math.max(1, wholeNumber(attributes['text:level']) ?? 1) - 1;
    const list = `numbered ${attributes['text:list-id'] ?? style ?? ''}`;
    const inList: Surroundings = { ...around, list: { list, style, level, outermost: node } };
    for (const block of childElements(node)) {
      if (block.name === 'text:p' || block.name === 'text:h') {
        this.#readParagraph(block, into, inList, wholeNumber(attributes['text:start-value']), true);
      }
    }
  }

  #readParagraph(
    element: XmlElement,
    into: XmlNode[],
    around: Surroundings,
    restart: number | null,
    isNumbered: boolean,
  ): void {
    const writer = new ParagraphWriter(this.#translation, into);
    const isHidden = this.#isHidden(element, around);
    this.#inline.read(element, writer, around, isHidden);
    writer.end(this.#formatOf(element, around, restart, isNumbered, isHidden));
  }

  #isHidden(element: XmlElement, around: Surroundings): boolean {
    if (around.isHidden || hidesParagraph(element)) return true;
    return around.styles.hides('paragraph', element.attributes['text:style-name'] ?? null) === true;
  }

  #formatOf(
    element: XmlElement,
    around: Surroundings,
    restart: number | null,
    isNumbered: boolean,
    isHidden: boolean,
  ): ParagraphFormat {
    const style = element.attributes['text:style-name'] ?? null;
    const outline = element.name === 'text:h' ? (wholeNumber(element.attributes['text:outline-level']) ?? 1) - 1 : null;
    return {
      style: around.styles.idOf(style),
      number: isNumbered || !around.list ? this.#numberOf(element, style, around, restart) : null,
      outline: outline !== null && outline >= 0 && outline <= 8 ? outline : null,
      alignment: null,
      mark: this.#translation.look(isHidden),
    };
  }

  #bareFormat(around: Surroundings): ParagraphFormat {
    const mark = this.#translation.look(around.isHidden);
    return { style: around.styles.idOf(null), number: null, outline: null, alignment: null, mark };
  }

  #numberOf(
    element: XmlElement,
    style: string | null,
    around: Surroundings,
    restart: number | null,
  ): ParagraphFormat['number'] {
    if (around.list) return this.#numberInList(around.list, style, around, restart);
    if (element.name !== 'text:h' || element.attributes['text:is-list-header'] === 'true') return null;
    const level = (wholeNumber(element.attributes['text:outline-level']) ?? 1) - 1;
    const ownStyle = around.styles.listStyleOf(style);
    const levels = ownStyle === null ? around.styles.outlineLevels() : around.styles.listLevels(ownStyle);
    if (!levels?.[level]) return null;
    const isRestarted = element.attributes['text:restart-numbering'] === 'true';
    const start = wholeNumber(element.attributes['text:start-value']) ?? (isRestarted ? levels[level].start : null);
    const list = ownStyle === null ? 'outline' : this.#translation.lists.current(ownStyle);
    const override = isRestarted && start !== null ? { level, value: start } : null;
    const id = this.#translation.lists.instance(list, { key: ownStyle ?? 'outline', levels }, override);
    return { id, level };
  }

  #numberInList(
    place: ListSurroundings,
    paragraphStyle: string | null,
    around: Surroundings,
    restart: number | null,
  ): ParagraphFormat['number'] {
    const { level } = place;
    // What the list leaves open, the style of the paragraph says (ODF 1.3, part 3, 19.501).
    const style = place.style ?? around.styles.listStyleOf(paragraphStyle);
    const levels = style === null ? null : around.styles.listLevels(style);
    if (style === null || !levels?.[level]) return null;
    const list = place.list ?? this.#listOf(place.outermost, style);
    const override = restart === null ? null : { level, value: restart };
    return { id: this.#translation.lists.instance(list, { key: style, levels }, override), level };
  }

  /** The list that an element without a style of its own begins, once for all its items. */
  #listOf(outermost: XmlElement, style: string): string {
    const known = this.#begun.get(outermost) ?? this.#beginList(outermost, style);
    this.#begun.set(outermost, known);
    return known;
  }

  #readTable(table: XmlElement, around: Surroundings): XmlElement {
    const { maker } = this.#translation;
    const rows = readRows(table).map((cells) =>
      maker.make(
        'w:tr',
        {},
        cells.map((cell) => {
          const content = maker.make('w:tc');
          if (cell) this.blocks(cell, content.children, { ...around, list: null });
          return content;
        }),
      ),
    );
    return maker.make('w:tbl', {}, rows);
  }

  /** Deleted paragraphs whose first goes on from the text before and whose last goes on in the text after. */
  #readDeletion(id: string, writer: ParagraphWriter, around: Surroundings): void {
    const change = this.#translation.changes.get(id);
    const { deleted, revision } = change ?? {};
    if (!deleted || !revision || this.#translation.isDeleting) return;
    const hadText = writer.draft.hasText;
    this.#translation.inDeletion(revision, () => {
      const blocks = this.#listDeleted(deleted, { ...around, list: null });
      blocks.forEach(({ element, around: own, restart, isNumbered }, index) => {
        if (element.name === 'table:table') {
          writer.block(this.#deletedBlock(revision, this.#readTable(element, own)));
          return;
        }
        const isHidden = this.#isHidden(element, own);
        this.#inline.read(element, writer, own, isHidden);
        if (index === blocks.length - 1) return;
        const goesOn = index === 0 && hadText && around.list !== null;
        const format = this.#formatOf(element, goesOn ? around : own, restart, isNumbered, isHidden);
        writer.end(format);
      });
    });
  }

  /** Deleted blocks that stand for themselves. */
  #readDeletedBlocks(id: string, into: XmlNode[], around: Surroundings): void {
    const { deleted, revision } = this.#translation.changes.get(id) ?? {};
    if (!deleted || !revision || this.#translation.isDeleting) return;
    this.#translation.inDeletion(revision, () => {
      const content: XmlNode[] = [];
      this.blocks(deleted, content, around);
      for (const node of content) if (typeof node !== 'string') into.push(this.#deletedBlock(revision, node));
    });
  }

  #deletedBlock({ author, date }: { author: string | null; date: string | null }, block: XmlElement): XmlElement {
    const attributes = { 'w:author': author ?? undefined, 'w:date': date ?? undefined };
    return this.#translation.maker.make('w:del', attributes, [block]);
  }

  /** The paragraphs and tables of deleted text, with the lists around them. */
  #listDeleted(container: XmlElement, around: Surroundings): readonly DeletedBlock[] {
    const blocks: DeletedBlock[] = [];
    const visit = (node: XmlElement, within: Surroundings, restart: number | null, isNumbered: boolean): void => {
      if (passedOver.has(node.name)) return;
      if (['text:p', 'text:h', 'table:table'].includes(node.name)) {
        blocks.push({ element: node, around: within, restart, isNumbered });
      } else if (node.name === 'text:list') {
        const items = this.#enterList(node, within);
        for (const item of childElements(node)) {
          let isFirst = item.name === 'text:list-item';
          for (const block of childElements(item)) {
            visit(block, items, isFirst ? wholeNumber(item.attributes['text:start-value']) : null, isFirst);
            isFirst = false;
          }
        }
      } else {
        for (const block of childElements(node)) visit(block, within, null, within.list !== null);
      }
    };
    for (const node of childElements(container)) visit(node, around, null, true);
    return blocks;
  }
}

function isSectionHidden({ attributes }: XmlElement): boolean {
  return attributes['text:display'] === 'none' || attributes['text:is-hidden'] === 'true';
}
