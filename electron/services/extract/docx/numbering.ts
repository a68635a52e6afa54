import { child, childElements, type XmlElement } from '../xml.ts';
import { shownAlternative, numberOf, toggleOf, valueOf } from './vocabulary.ts';
import type { StyleSheet } from './styles.ts';

/** One level of a list (`w:lvl`, ISO/IEC 29500-1, 17.9.6). */
export interface NumberingLevel {
  readonly start: number;
  /** `w:numFmt`; for a custom format its sample. */
  readonly format: string;
  /** `w:lvlText`: %1 to %9 stand for the levels' numbers. */
  readonly text: string;
  /** `w:lvlRestart`: 0 never restarts; n restarts after level n (1-based) or a shallower one; null after any. */
  readonly restart: number | null;
  /** `w:isLgl`: the numbers in the label are decimal whatever their format. */
  readonly isLegal: boolean;
  /** Id of the paragraph style bound to this level. */
  readonly style: string | null;
  /** Whether the label is formatted as hidden text. */
  readonly isHidden: boolean;
}

/** A `w:num` with its overrides worked in. */
export interface NumberingInstance {
  readonly numId: number;
  /** The `w:abstractNum` it names: all instances of one share their counters. */
  readonly listId: string;
  /** By level, 0–8. */
  readonly levels: readonly (NumberingLevel | null)[];
  /** `w:startOverride` by level. */
  readonly startOverrides: readonly (number | null)[];
  readonly isSingleLevel: boolean;
}

/** The numbering of a document (`word/numbering.xml`). */
export interface NumberingDefinitions {
  /** Null where there is no such instance or its list has no levels. */
  readonly instance: (numId: number) => NumberingInstance | null;
}

/** Levels of a list (17.9.6). */
export const levelCount = 9;
/** Word's own bound; a label is repeated for every paragraph. */
const maxLabelText = 255;

function readLevel(level: XmlElement): NumberingLevel {
  const alternatives = childElements(level, 'mc:AlternateContent').map((element) => shownAlternative(element));
  const format =
    child(level, 'w:numFmt') ?? alternatives.map((branch) => child(branch, 'w:numFmt')).find((found) => found !== null);
  const name = valueOf(format ?? null) ?? 'decimal';
  return {
    start: numberOf(level, 'w:start') ?? 0,
    format: name === 'custom' ? (format?.attributes['w:format'] ?? 'decimal') : name,
    text: (valueOf(level, 'w:lvlText') ?? '').slice(0, maxLabelText),
    restart: numberOf(level, 'w:lvlRestart'),
    isLegal: toggleOf(level, 'w:isLgl') ?? false,
    style: valueOf(level, 'w:pStyle'),
    isHidden: toggleOf(child(level, 'w:rPr'), 'w:vanish') ?? false,
  };
}

function readLevels(holder: XmlElement | null): readonly (NumberingLevel | null)[] {
  const levels: (NumberingLevel | null)[] = Array.from({ length: levelCount }, () => null);
  for (const element of childElements(holder, 'w:lvl')) {
    const index = levelIndex(element);
    if (index !== null) levels[index] = readLevel(element);
  }
  return levels;
}

function levelIndex(element: XmlElement): number | null {
  const index = Number(element.attributes['w:ilvl'] ?? 'none');
  return Number.isInteger(index) && index >= 0 && index < levelCount ? index : null;
}

/** Reads the numbering part; without one, nothing is numbered. */
export function readNumbering(root: XmlElement | null, styles: StyleSheet): NumberingDefinitions {
  const lists = new Map<string, XmlElement>();
  const listsByStyle = new Map<string, XmlElement>();
  for (const list of childElements(root, 'w:abstractNum')) {
    const id = list.attributes['w:abstractNumId'];
    if (id !== undefined && !lists.has(id)) lists.set(id, list);
    const style = valueOf(list, 'w:styleLink');
    if (style !== null && !listsByStyle.has(style)) listsByStyle.set(style, list);
  }
  const numbers = new Map<number, XmlElement>();
  for (const number of childElements(root, 'w:num')) {
    const id = Number(number.attributes['w:numId'] ?? 'none');
    if (Number.isInteger(id) && !numbers.has(id)) numbers.set(id, number);
  }

  /** The list that really holds the levels: a list may stand for a numbering style, and that for another list. */
  const definingList = (listId: string | null, hops = 0): XmlElement | null => {
    const list = lists.get(listId ?? '') ?? null;
    const link = valueOf(list, 'w:numStyleLink');
    if (!list || link === null || hops > levelCount) return list;
    const byStyle = listsByStyle.get(link);
    if (byStyle && byStyle !== list) return byStyle;
    const numId = styles.numberingOf(link);
    return definingList(numId === null ? null : valueOf(numbers.get(numId) ?? null, 'w:abstractNumId'), hops + 1);
  };

  const build = (numId: number): NumberingInstance | null => {
    const number = numbers.get(numId);
    const listId = valueOf(number ?? null, 'w:abstractNumId');
    const list = definingList(listId);
    if (!number || listId === null || !list) return null;
    const levels = [...readLevels(list)];
    const startOverrides: (number | null)[] = Array.from({ length: levelCount }, () => null);
    for (const override of childElements(number, 'w:lvlOverride')) {
      const index = levelIndex(override);
      if (index === null) continue;
      const level = child(override, 'w:lvl');
      if (level) levels[index] = readLevel(level);
      const start = child(override, 'w:startOverride');
      if (start) startOverrides[index] = numberOf(start) ?? 0;
    }
    if (levels.every((level) => level === null)) return null;
    return {
      numId,
      listId,
      levels,
      startOverrides,
      isSingleLevel: valueOf(list, 'w:multiLevelType') === 'singleLevel',
    };
  };

  const built = new Map<number, NumberingInstance | null>();
  return {
    instance(numId) {
      let instance = built.get(numId);
      if (instance === undefined) {
        instance = build(numId);
        built.set(numId, instance);
      }
      return instance;
    },
  };
}
