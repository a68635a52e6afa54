import type { NumberingLevel } from '../docx/numbering.ts';
import { namelessStyle, type ParagraphStyle, type StyleSheet } from '../docx/styles.ts';
import { child, type XmlElement } from '../xml.ts';
import { readListLevels } from './list-levels.ts';

/** Stands for the numbering of headings; no list style has a space in its name. */
const outlineKey = 'the outline';
/** Longest chain of styles that is followed; a longer one is a loop or an attack. */
const maxChain = 64;

const alignments: Readonly<Record<string, ParagraphStyle['alignment'] | undefined>> = {
  start: 'left',
  left: 'left',
  end: 'right',
  right: 'right',
  center: 'center',
  justify: 'justify',
};

/** A style's name without the escapes of characters that names in XML may not have: `Heading_20_1`. */
function decodeName(name: string): string {
  return name.replaceAll(/_([0-9a-f]{2,4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The styles that hold in one part of the file: its automatic ones, then the common ones. */
export class OdfStyles {
  readonly #part: string;
  readonly #automatic = new Map<string, XmlElement>();
  readonly #common: ReadonlyMap<string, XmlElement>;
  readonly #levels = new Map<string, readonly (NumberingLevel | null)[] | null>();
  readonly #textProperties = new Map<string, string | null>();
  readonly #resolved = new Map<string, ParagraphStyle>();

  /** @param part tells the styles of one part from those of another that have the same name */
  constructor(part: string, automatic: readonly XmlElement[], common: ReadonlyMap<string, XmlElement>) {
    this.#part = part;
    this.#common = common;
    for (const style of automatic) this.#automatic.set(styleKey(style), style);
  }

  /** The id by which {@link joinStyles} finds a paragraph style of this part. */
  idOf(name: string | null): string {
    return `${this.#part}/${name ?? ''}`;
  }

  /** The style of that name and those it is based on, nearest first. */
  #chain(family: string, name: string | null): readonly XmlElement[] {
    const chain: XmlElement[] = [];
    for (let next = name; next !== null && chain.length < maxChain;) {
      const style: XmlElement | undefined =
        this.#automatic.get(`${family}/${next}`) ?? this.#common.get(`${family}/${next}`);
      if (!style) break;
      chain.push(style);
      next = style.attributes['style:parent-style-name'] ?? null;
    }
    const standard = this.#common.get(`default ${family}`);
    return standard ? [...chain, standard] : chain;
  }

  paragraph(name: string): ParagraphStyle {
    let style = this.#resolved.get(name);
    if (!style) {
      const chain = this.#chain('paragraph', name);
      const named = chain.find(
        (element) => element.attributes['style:name'] !== undefined && !this.#automatic.has(styleKey(element)),
      );
      const shown = named?.attributes['style:display-name'] ?? decodeName(named?.attributes['style:name'] ?? '');
      style = {
        name: shown === '' ? null : shown.toLowerCase(),
        chain: [],
        outline: null,
        alignment: nearest(chain, 'style:paragraph-properties', (at) => alignments[at['fo:text-align'] ?? ''] ?? null),
        numId: null,
        ilvl: null,
        isHidden: false,
      };
      this.#resolved.set(name, style);
    }
    return style;
  }

  /** Whether text in a style is hidden. @returns null where neither the style nor its parents say */
  hides(family: 'paragraph' | 'text', name: string | null): boolean | null {
    const display = this.#textProperty(family, name, 'text:display');
    return display === null ? null : display === 'none';
  }

  #textProperty(family: 'paragraph' | 'text', name: string | null, property: string): string | null {
    if (name === null) return null;
    const key = `${property} ${family}/${name}`;
    let value = this.#textProperties.get(key);
    if (value === undefined) {
      value = nearest(this.#chain(family, name), 'style:text-properties', (at) => at[property] ?? null);
      this.#textProperties.set(key, value);
    }
    return value;
  }

  /** Name of the font of a text style; null where neither it nor its parents say. */
  fontOf(name: string | null): string | null {
    const font = this.#textProperty('text', name, 'style:font-name');
    // Of two fonts that are declared alike the second gets a number after its name.
    return font?.replace(/(?<=[A-Za-z])[0-9]{1,3}$/u, '') ?? null;
  }

  /** The list style of a paragraph style: its name, '' where it takes numbering away, null where none says. */
  listStyleOf(name: string | null): string | null {
    for (const style of this.#chain('paragraph', name)) {
      const list = style.attributes['style:list-style-name'];
      if (list !== undefined) return list;
    }
    return null;
  }

  /** The levels of a list style; null where there is no such style. */
  listLevels(name: string): readonly (NumberingLevel | null)[] | null {
    let levels = this.#levels.get(name);
    if (levels === undefined) {
      const style = this.#automatic.get(`list/${name}`) ?? this.#common.get(`list/${name}`);
      levels = style ? readListLevels(style) : null;
      this.#levels.set(name, levels);
    }
    return levels;
  }

  /** How headings that stand in no list are numbered; null where they are not. */
  outlineLevels(): readonly (NumberingLevel | null)[] | null {
    let levels = this.#levels.get(outlineKey);
    if (levels === undefined) {
      const style = this.#common.get(outlineKey);
      levels = style ? readListLevels(style) : null;
      this.#levels.set(outlineKey, levels);
    }
    return levels;
  }
}

/** What a style is found by: family and name; the standard of a family, list styles and the outline by what they are. */
function styleKey(style: XmlElement): string {
  const { attributes, name } = style;
  if (name === 'text:outline-style') return outlineKey;
  if (name === 'text:list-style') return `list/${attributes['style:name'] ?? ''}`;
  if (name === 'style:default-style') return `default ${attributes['style:family'] ?? ''}`;
  return `${attributes['style:family'] ?? ''}/${attributes['style:name'] ?? ''}`;
}

function nearest<T>(
  chain: readonly XmlElement[],
  properties: string,
  read: (attributes: XmlElement['attributes']) => T | null,
): T | null {
  for (const style of chain) {
    const found = child(style, properties);
    const value = found ? read(found.attributes) : null;
    if (value !== null) return value;
  }
  return null;
}

/** Common styles by family and name. */
export function readCommonStyles(styles: readonly XmlElement[]): ReadonlyMap<string, XmlElement> {
  return new Map(styles.map((style) => [styleKey(style), style]));
}

/** One style sheet for all parts. */
export function joinStyles(parts: Readonly<Record<string, OdfStyles>>): StyleSheet {
  return {
    paragraph: (id) => {
      const slash = id?.indexOf('/') ?? -1;
      const part = id === null || slash < 0 ? undefined : parts[id.slice(0, slash)];
      return part && id !== null ? part.paragraph(id.slice(slash + 1)) : namelessStyle;
    },
    isCharacterHidden: () => false,
    numberingOf: () => null,
  };
}
