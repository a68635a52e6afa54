import type { SourceParagraph } from '../../../../shared/document/source.ts';
import { child, childElements, type XmlElement } from '../xml.ts';
import { numberOf, toggleOf, valueOf } from './vocabulary.ts';

/** What a paragraph has from its style and the styles that one is based on; null where none of them says. */
export interface ParagraphStyle {
  /** Lower case. */
  readonly name: string | null;
  /** The style's id and those it is based on, nearest first. */
  readonly chain: readonly string[];
  /** As stated, 0–9 where 9 is body text. */
  readonly outline: number | null;
  readonly alignment: SourceParagraph['alignment'];
  /** `w:numId` of the nearest style that has one; 0 cancels numbering. */
  readonly numId: number | null;
  readonly ilvl: number | null;
  /** Whether its text is hidden (`w:vanish`). */
  readonly isHidden: boolean;
}

/** The style of a paragraph that names none. */
export const namelessStyle: ParagraphStyle = {
  name: null,
  chain: [],
  outline: null,
  alignment: null,
  numId: null,
  ilvl: null,
  isHidden: false,
};

/** The styles of a document (`word/styles.xml`), resolved through `w:basedOn`. */
export interface StyleSheet {
  /** The style of that id, the default paragraph style for null or an unknown id. */
  readonly paragraph: (id: string | null) => ParagraphStyle;
  /** Whether a character style hides its text. */
  readonly isCharacterHidden: (id: string) => boolean;
  /** The `w:numId` that a numbering style stands for; null where there is no such style. */
  readonly numberingOf: (id: string) => number | null;
}

/** Word stops far earlier; a longer chain is a loop or an attack. */
const maxChain = 64;

const alignments: Readonly<Record<string, SourceParagraph['alignment'] | undefined>> = {
  left: 'left',
  start: 'left',
  right: 'right',
  end: 'right',
  center: 'center',
  both: 'justify',
  distribute: 'justify',
};

/** Alignment by `w:jc` (ISO/IEC 29500-1, 17.18.44); null where absent or unknown. */
export function readAlignment(properties: XmlElement | null): SourceParagraph['alignment'] {
  return alignments[valueOf(properties, 'w:jc') ?? ''] ?? null;
}

/** The first value along the chain that is not null. */
function nearest<T>(chain: readonly XmlElement[], read: (properties: XmlElement | null) => T | null): T | null {
  for (const style of chain) {
    const value = read(child(style, 'w:pPr'));
    if (value !== null) return value;
  }
  return null;
}

/** Reads the style part; without one, every paragraph is without a style. */
export function readStyles(root: XmlElement | null): StyleSheet {
  const byId = new Map<string, XmlElement>();
  let defaultId: string | null = null;
  for (const style of childElements(root, 'w:style')) {
    const id = style.attributes['w:styleId'];
    if (id === undefined || byId.has(id)) continue;
    byId.set(id, style);
    const isDefault = ['1', 'true', 'on'].includes(style.attributes['w:default'] ?? '');
    if (isDefault && style.attributes['w:type'] === 'paragraph') defaultId ??= id;
  }
  const hiddenByDefault =
    toggleOf(child(child(child(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr'), 'w:vanish') ?? false;

  const chainOf = (id: string): readonly XmlElement[] => {
    const chain: XmlElement[] = [];
    for (let next: string | null = id; next !== null && chain.length < maxChain;) {
      const style = byId.get(next);
      if (!style) break;
      chain.push(style);
      next = valueOf(style, 'w:basedOn');
    }
    return chain;
  };
  const isHidden = (chain: readonly XmlElement[]) => {
    for (const style of chain) {
      const vanish = toggleOf(child(style, 'w:rPr'), 'w:vanish');
      if (vanish !== null) return vanish;
    }
    return false;
  };

  const paragraphs = new Map<string | null, ParagraphStyle>();
  const resolve = (id: string | null): ParagraphStyle => {
    const chain = id === null ? [] : chainOf(id);
    const numPr = (properties: XmlElement | null) => child(properties, 'w:numPr');
    return {
      name: valueOf(chain[0] ?? null, 'w:name')?.toLowerCase() ?? null,
      chain: chain.map((style) => style.attributes['w:styleId'] ?? ''),
      outline: nearest(chain, (properties) => numberOf(properties, 'w:outlineLvl')),
      alignment: nearest(chain, readAlignment),
      numId: nearest(chain, (properties) => numberOf(numPr(properties), 'w:numId')),
      ilvl: nearest(chain, (properties) => numberOf(numPr(properties), 'w:ilvl')),
      isHidden: isHidden(chain) || hiddenByDefault,
    };
  };
  const characters = new Map<string, boolean>();
  return {
    paragraph(id) {
      const known = id !== null && byId.has(id) ? id : defaultId;
      let style = paragraphs.get(known);
      if (!style) {
        style = resolve(known);
        paragraphs.set(known, style);
      }
      return style;
    },
    isCharacterHidden(id) {
      let hidden = characters.get(id);
      if (hidden === undefined) {
        hidden = isHidden(chainOf(id));
        characters.set(id, hidden);
      }
      return hidden;
    },
    numberingOf: (id) => nearest(chainOf(id), (properties) => numberOf(child(properties, 'w:numPr'), 'w:numId')),
  };
}
