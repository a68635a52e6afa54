import type { SourceParagraph } from '../../../../shared/document/source.ts';
import { child, childElements, type XmlElement } from '../xml.ts';
import { readOriginalLabel } from './numbering-change.ts';
import { levelCount, type NumberingDefinitions, type NumberingInstance } from './numbering.ts';
import { readRevision, type Revision } from './revision.ts';
import { readAlignment, type ParagraphStyle, type StyleSheet } from './styles.ts';
import { numberOf, toggleOf, valueOf } from './vocabulary.ts';

/** A place in a list. */
export interface NumberingPlace {
  readonly instance: NumberingInstance;
  /** 0–8. */
  readonly level: number;
}

/** Properties of a paragraph in one view. */
export interface PropertyView {
  readonly style: ParagraphStyle;
  readonly numbering: NumberingPlace | null;
  /** 0–8; null for body text. */
  readonly outline: number | null;
  readonly alignment: SourceParagraph['alignment'];
}

/** What `w:pPr` and the styles say of a paragraph. */
export interface ParagraphProperties {
  readonly final: PropertyView;
  readonly original: PropertyView;
  /** Tracked insertion, deletion or move of the paragraph mark: without it the text joins the next paragraph. */
  readonly markRevisions: readonly Revision[];
  /** A tracked change of the numbering. */
  readonly numberingRevision: Revision | null;
  /** The label before a change of numbering, as older versions of Word note it; null where none is noted. */
  readonly notedLabel: string | null;
  readonly isMarkHidden: boolean;
  /** The end of a section, which Word does not number while it is empty. */
  readonly section: XmlElement | null;
}

/**
 * Where a paragraph stands in a list: its own `w:numPr` first, what that leaves out from its style. A list level bound
 * to the style (`w:pStyle`) goes before the level that the style states (17.9.23).
 */
function resolveNumbering(
  numPr: XmlElement | null,
  style: ParagraphStyle,
  definitions: NumberingDefinitions,
): NumberingPlace | null {
  const numId = numberOf(numPr, 'w:numId') ?? style.numId;
  if (numId === null || numId === 0) return null;
  const instance = definitions.instance(numId);
  if (!instance) return null;
  if (instance.isSingleLevel) return { instance, level: 0 };
  const level = numberOf(numPr, 'w:ilvl') ?? boundLevel(instance, style) ?? style.ilvl ?? 0;
  return level >= 0 && level < levelCount ? { instance, level } : null;
}

function boundLevel(instance: NumberingInstance, style: ParagraphStyle): number | null {
  for (const id of style.chain) {
    const level = instance.levels.findIndex((candidate) => candidate?.style === id);
    if (level >= 0) return level;
  }
  return null;
}

function readView(
  properties: XmlElement | null,
  numPr: XmlElement | null,
  styles: StyleSheet,
  definitions: NumberingDefinitions,
): PropertyView {
  const style = styles.paragraph(valueOf(properties, 'w:pStyle'));
  const outline = numberOf(properties, 'w:outlineLvl') ?? style.outline;
  return {
    style,
    numbering: resolveNumbering(numPr, style, definitions),
    outline: outline !== null && outline >= 0 && outline <= 8 ? outline : null,
    alignment: readAlignment(properties) ?? style.alignment,
  };
}

/** Reads the properties of a paragraph in both views. */
export function readParagraphProperties(
  paragraph: XmlElement,
  styles: StyleSheet,
  definitions: NumberingDefinitions,
): ParagraphProperties {
  const properties = child(paragraph, 'w:pPr');
  const numPr = child(properties, 'w:numPr');
  const mark = child(properties, 'w:rPr');
  const change = child(properties, 'w:pPrChange');
  const numberingInserted = child(numPr, 'w:ins');
  const final = readView(properties, numPr, styles, definitions);
  let original = final;
  if (change) {
    const before = child(change, 'w:pPr');
    original = readView(before, child(before, 'w:numPr'), styles, definitions);
  } else if (numberingInserted) {
    original = readView(properties, null, styles, definitions);
  }
  const isRenumbered =
    final.numbering?.instance !== original.numbering?.instance || final.numbering?.level !== original.numbering?.level;
  const changeElement = change ?? numberingInserted;
  const numberingRevision = isRenumbered && changeElement ? readRevision(changeElement) : null;
  const noted = child(numPr, 'w:numberingChange')?.attributes['w:original'];
  return {
    final,
    original,
    markRevisions: childElements(mark)
      .map(readRevision)
      .filter((revision) => revision !== null),
    numberingRevision: numberingRevision ? { ...numberingRevision, kind: 'numbering' } : null,
    notedLabel: noted === undefined ? null : readOriginalLabel(noted),
    isMarkHidden: toggleOf(mark, 'w:vanish') ?? false,
    section: child(properties, 'w:sectPr'),
  };
}
