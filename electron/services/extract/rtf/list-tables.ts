import { formatOfCode } from '../docx/numbering-change.ts';
import {
  levelCount,
  type NumberingDefinitions,
  type NumberingInstance,
  type NumberingLevel,
} from '../docx/numbering.ts';

/** A list level while it is read (`\listlevel`, RTF 1.9.1 "List table"). */
interface LevelDraft {
  format: number;
  start: number;
  isNeverRestarted: boolean;
  isLegal: boolean;
  text: string;
}

interface ListDraft {
  id: number | null;
  isSimple: boolean;
  readonly levels: LevelDraft[];
}

interface LevelOverride {
  isStart: boolean;
  start: number;
  level: LevelDraft | null;
}

interface OverrideDraft {
  listId: number | null;
  readonly levels: LevelOverride[];
}

/** What one numbered paragraph of the file says of its number. */
interface Occurrence {
  /** `\ls`; 0 where the number is printed text and nothing else. */
  readonly list: number;
  readonly level: number;
  /** What was printed before the paragraph when the file was saved (`\listtext`, `\pntext`); null where absent. */
  readonly printed: string | null;
}

/** A label that is nothing but such signs is a bullet. */
const numbered = /[\p{L}\p{N}]/u;
/** Word's own bound for a label. */
const maxLabel = 255;
const maxLists = 10_000;

function toLevel(draft: LevelDraft): NumberingLevel {
  // The first character is the length; a number of a level stands as the character of that code.
  const text = [...draft.text]
    .slice(1)
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      return code < levelCount ? `%${code + 1}` : character;
    })
    .join('');
  return {
    start: draft.start,
    format: formatOfCode(draft.format),
    text: text.slice(0, maxLabel),
    restart: draft.isNeverRestarted ? 0 : null,
    isLegal: draft.isLegal,
    style: null,
    isHidden: false,
  };
}

const escapePattern = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');

/**
 * Puts the signs back that a writer without a Chinese code page replaced by `?` in a level's text, as far as a printed
 * label shows them: `?%1?` and 第三条 give `第%1条`.
 */
export function mendLevelText(text: string, printed: string): string {
  if (!text.includes('?') || printed.includes('?')) return text;
  const parts = text.split(/(%[1-9]|\?)/u).filter((part) => part !== '');
  const pattern = parts.map((part) => {
    if (part === '?') return '(.)';
    return /^%[1-9]$/u.test(part) ? '.{1,20}' : escapePattern(part);
  });
  // More than a few numbers of any length could be matched in too many ways.
  const isSimple = parts.length <= 20 && parts.filter((part) => /^%[1-9]$/u.test(part)).length <= 3;
  const found = isSimple ? new RegExp(`^${pattern.join('')}$`, 'u').exec(printed) : null;
  if (!found) return text;
  let place = 0;
  return parts.map((part) => (part === '?' ? (found[(place += 1)] ?? part) : part)).join('');
}

/** An instance that prints one given label. */
function literalInstance(id: number, level: number, printed: string): NumberingInstance {
  const literal: NumberingLevel = {
    start: 1,
    format: 'decimal',
    text: printed.replaceAll(/%(?=[1-9])/gu, '％'),
    restart: null,
    isLegal: false,
    style: null,
    isHidden: false,
  };
  return {
    numId: -id,
    listId: `printed ${id}`,
    levels: Array.from({ length: levelCount }, (_, index) => (index === level ? literal : null)),
    startOverrides: Array.from({ length: levelCount }, () => null),
    isSingleLevel: false,
  };
}

/** The lists of an RTF file: `\listtable`, `\listoverridetable`, and the numbers that paragraphs print. */
export class ListTables {
  readonly #lists: ListDraft[] = [];
  readonly #overrides = new Map<number, OverrideDraft>();
  #list: ListDraft | null = null;
  #override: OverrideDraft | null = null;
  #levelOverride: LevelOverride | null = null;
  #level: LevelDraft | null = null;
  readonly #occurrences: Occurrence[] = [];

  beginList(): void {
    this.#list = { id: null, isSimple: false, levels: [] };
    this.#level = null;
    if (this.#lists.length < maxLists) this.#lists.push(this.#list);
  }

  beginOverride(): void {
    this.#list = null;
    this.#level = null;
    this.#levelOverride = null;
    this.#override = { listId: null, levels: [] };
  }

  /** `\lfolevel` */
  beginLevelOverride(): void {
    this.#level = null;
    this.#levelOverride = { isStart: false, start: 1, level: null };
    if (this.#override && this.#override.levels.length < levelCount) this.#override.levels.push(this.#levelOverride);
  }

  beginLevel(): void {
    this.#level = { format: 0, start: 1, isNeverRestarted: false, isLegal: false, text: '' };
    if (this.#levelOverride && !this.#list) this.#levelOverride.level = this.#level;
    else if (this.#list && this.#list.levels.length < levelCount) this.#list.levels.push(this.#level);
  }

  /** A word of the tables that has a number. */
  set(word: string, value: number): void {
    const level = this.#level;
    switch (word) {
      case 'levelnfc':
      case 'levelnfcn':
        if (level) level.format = value;
        break;
      case 'levelstartat':
        if (level) level.start = value;
        else if (this.#levelOverride) this.#levelOverride.start = value;
        break;
      case 'levelnorestart':
        if (level) level.isNeverRestarted = value !== 0;
        break;
      case 'levellegal':
        if (level) level.isLegal = value !== 0;
        break;
      case 'listoverridestartat':
        if (this.#levelOverride) this.#levelOverride.isStart = value !== 0;
        break;
      case 'listsimple':
        if (this.#list) this.#list.isSimple = value !== 0;
        break;
      case 'listid':
        if (this.#list) this.#list.id = value;
        else if (this.#override) this.#override.listId = value;
        break;
      case 'ls':
        if (this.#override && this.#overrides.size < maxLists) this.#overrides.set(value, this.#override);
        break;
      default:
        break;
    }
  }

  /** The text of the level being read, with its length first and a `;` last. */
  setLevelText(text: string): void {
    if (this.#level) this.#level.text = text.slice(0, maxLabel).replace(/;$/u, '');
  }

  /** Notes the number of one paragraph. @returns the id of the instance that stands for it */
  addOccurrence(list: number, level: number, printed: string | null): number {
    return this.#occurrences.push({
      list,
      level,
      printed: printed === null ? null : printed.trim().slice(0, maxLabel),
    });
  }

  /**
   * The numbering as the reader of paragraphs wants it. What was printed stands, for it is what people saw. Only where
   * a tracked change joins or splits paragraphs do the two views need numbers of their own, and only where the file
   * leaves out what was printed must it be computed.
   * @param hasChangedMarks whether any paragraph mark is tracked as inserted or deleted
   */
  finish(hasChangedMarks: boolean): NumberingDefinitions {
    const instances = this.#buildInstances();
    const isComputed =
      hasChangedMarks || this.#occurrences.some(({ list, printed }) => printed === null && instances.has(list));
    return {
      instance: (id) => {
        const occurrence = this.#occurrences[id - 1];
        if (!occurrence) return null;
        const { list, level, printed } = occurrence;
        const instance = instances.get(list) ?? null;
        if (instance && (isComputed || instance.levels[level]?.format === 'bullet')) return instance;
        return printed !== null && numbered.test(printed) ? literalInstance(id, level, printed) : null;
      },
    };
  }

  #buildInstances(): ReadonlyMap<number, NumberingInstance> {
    const printed = new Map<string, string[]>();
    for (const occurrence of this.#occurrences) {
      const key = `${occurrence.list}/${occurrence.level}`;
      const labels = printed.get(key) ?? [];
      if (occurrence.printed !== null && labels.length < 3) labels.push(occurrence.printed);
      printed.set(key, labels);
    }
    const instances = new Map<number, NumberingInstance>();
    const lists = new Map(this.#lists.map((list) => [list.id, list]));
    for (const [number, override] of this.#overrides) {
      const list = override.listId === null ? undefined : lists.get(override.listId);
      if (!list || list.levels.length === 0) continue;
      const levels = Array.from({ length: levelCount }, (_, index) => {
        const draft = override.levels[index]?.level ?? list.levels[index];
        if (!draft) return null;
        const level = toLevel(draft);
        const labels = printed.get(`${number}/${index}`) ?? [];
        return { ...level, text: labels.reduce(mendLevelText, level.text) };
      });
      instances.set(number, {
        numId: number,
        listId: String(list.id),
        levels,
        startOverrides: Array.from({ length: levelCount }, (_, index) => {
          const found = override.levels[index];
          return found?.isStart ? (found.level?.start ?? found.start) : null;
        }),
        isSingleLevel: list.isSimple,
      });
    }
    return instances;
  }
}
