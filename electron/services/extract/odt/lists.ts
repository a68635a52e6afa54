import {
  levelCount,
  type NumberingDefinitions,
  type NumberingInstance,
  type NumberingLevel,
} from '../docx/numbering.ts';
import type { XmlElement } from '../xml.ts';

/** The levels of a list and what tells them from those of another style. */
export interface ListStyle {
  readonly key: string;
  readonly levels: readonly (NumberingLevel | null)[];
}

/**
 * The lists of a document: which of them go on counting where another stopped (`text:continue-list`,
 * `text:continue-numbering`; ODF 1.3, part 3, 19.780 and 19.781), and the instances that stand for them.
 */
export class OdfLists {
  readonly #instances: NumberingInstance[] = [];
  readonly #ids = new Map<string, number>();
  readonly #byXmlId = new Map<string, string>();
  /** The list that was last begun, by its style. */
  readonly #byStyle = new Map<string, string>();
  #last: { readonly list: string; readonly style: string } | null = null;
  #count = 0;

  /** The list that a `text:list` outside of any other belongs to. @param style key of its style */
  begin(element: XmlElement, style: string): string {
    const { attributes } = element;
    const continued = attributes['text:continue-list'];
    let list: string | null = null;
    // A list that is named and not there stood in deleted text; the one before it in the same style went on there.
    if (continued !== undefined) list = this.#byXmlId.get(continued) ?? this.#byStyle.get(style) ?? null;
    else if (attributes['text:continue-numbering'] === 'true' && this.#last?.style === style) list = this.#last.list;
    list ??= this.#newList();
    const id = attributes['xml:id'] ?? attributes['text:id'];
    if (id !== undefined) this.#byXmlId.set(id, list);
    this.#byStyle.set(style, list);
    this.#last = { list, style };
    return list;
  }

  /** The list that deleted text in a style belonged to: the one that is being counted there. */
  current(style: string): string {
    return this.#byStyle.get(style) ?? this.#newList();
  }

  /** The id of the instance that counts in a list. @param restart makes an instance for one paragraph alone */
  instance(list: string, style: ListStyle, restart: { readonly level: number; readonly value: number } | null): number {
    const key = `${list} ${style.key}`;
    const known = restart ? undefined : this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#instances.length + 1;
    this.#instances.push({
      numId: id,
      listId: list,
      levels: style.levels,
      startOverrides: Array.from({ length: levelCount }, (_, level) =>
        restart?.level === level ? restart.value : null,
      ),
      isSingleLevel: false,
    });
    if (!restart) this.#ids.set(key, id);
    return id;
  }

  /** The numbering as the reader of paragraphs wants it. */
  get definitions(): NumberingDefinitions {
    return { instance: (id) => this.#instances[id - 1] ?? null };
  }

  #newList(): string {
    this.#count += 1;
    return `list ${this.#count}`;
  }
}
