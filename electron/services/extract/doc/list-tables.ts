import { formatOfCode } from '../docx/numbering-change.ts';
import type { XmlElement } from '../xml.ts';
import { type ByteView } from './byte-view.ts';
import { readCharacterProperties } from './character-properties.ts';
import type { WordElements } from './elements.ts';

const listSize = 28;
const levelSize = 28;
const instanceSize = 16;
const levelCount = 9;
/** Paragraphs can refer to no more ([MS-DOC] 2.6.2, sprmPIlfo). */
const maxInstances = 0x7fe;
/** Lists that are read; Word itself stops far earlier. */
const maxLists = 20_000;
const noStyle = 0xfff;

/** One level with the bytes it took up. */
interface ReadLevel {
  readonly element: XmlElement;
  readonly start: number;
  readonly end: number;
}

/** The text of a label: in the file a character below 9 stands for a level's number where the level says so. */
function labelText(text: string, places: Uint8Array): string {
  const units = text.split('');
  for (const place of places) {
    if (place === 0) break;
    const level = units[place - 1]?.charCodeAt(0);
    if (level !== undefined && level < levelCount) units[place - 1] = `%${level + 1}`;
  }
  return units.join('').replaceAll('\0', '');
}

function readLevel(view: ByteView, at: number, index: number, style: number, maker: WordElements): ReadLevel {
  const start = view.i32(at);
  const format = view.u8(at + 4);
  const flags = view.u8(at + 5);
  const characterLength = view.u8(at + 24);
  const paragraphLength = view.u8(at + 25);
  const charactersAt = at + levelSize + paragraphLength;
  const textAt = charactersAt + characterLength;
  const length = view.u16(textAt);
  const text = labelText(view.text(textAt + 2, length), view.slice(at + 6, levelCount));
  const isHidden = readCharacterProperties([view.slice(charactersAt, characterLength)]).hidden === 1;
  const element = maker.make('w:lvl', { 'w:ilvl': String(index) }, [
    maker.value('w:start', Math.max(0, Math.min(start, 0x7fff))),
    maker.value('w:numFmt', formatOfCode(format)),
    maker.value('w:lvlText', text),
    ...((flags & 0x08) === 0 ? [] : [maker.value('w:lvlRestart', view.u8(at + 26))]),
    ...((flags & 0x04) === 0 ? [] : [maker.value('w:isLgl', '1')]),
    ...(style === noStyle ? [] : [maker.value('w:pStyle', style)]),
    ...(isHidden ? [maker.make('w:rPr', undefined, [maker.value('w:vanish', '1')])] : []),
  ]);
  return { element, start, end: textAt + 2 + length * 2 };
}

/** The lists (PlfLst, [MS-DOC] 2.9.147): their heads stand together, all levels follow behind. */
function readLists(table: ByteView, offset: number, maker: WordElements): readonly XmlElement[] {
  const count = Math.min(table.u16(offset), maxLists);
  let levelsAt = offset + 2 + table.u16(offset) * listSize;
  const lists: XmlElement[] = [];
  for (let list = 0; list < count; list += 1) {
    const at = offset + 2 + list * listSize;
    const isSimple = (table.u8(at + 26) & 1) !== 0;
    const levels: XmlElement[] = [];
    for (let index = 0; index < (isSimple ? 1 : levelCount); index += 1) {
      const { element, end } = readLevel(table, levelsAt, index, table.u16(at + 8 + index * 2), maker);
      levels.push(element);
      levelsAt = end;
    }
    lists.push(
      maker.make('w:abstractNum', { 'w:abstractNumId': String(table.i32(at)) }, [
        maker.value('w:multiLevelType', isSimple ? 'singleLevel' : 'multilevel'),
        ...levels,
      ]),
    );
  }
  return lists;
}

/** The instances (PlfLfo, [MS-DOC] 2.9.149) with what each overrides of its list. */
function readInstances(table: ByteView, offset: number, maker: WordElements): readonly XmlElement[] {
  const stated = table.u32(offset);
  const count = Math.min(stated, maxInstances);
  const instances: XmlElement[] = [];
  let at = offset + 4 + stated * instanceSize;
  for (let instance = 0; instance < count; instance += 1) {
    const head = offset + 4 + instance * instanceSize;
    const overrides: XmlElement[] = [];
    at += 4;
    for (let override = 0; override < table.u8(head + 12); override += 1) {
      const start = table.i32(at);
      const flags = table.u32(at + 4);
      const index = flags & 0xf;
      at += 8;
      const level = (flags & 0x20) === 0 ? null : readLevel(table, at, index, noStyle, maker);
      if (level) at = level.end;
      const content: XmlElement[] = [];
      if ((flags & 0x10) !== 0) {
        const value = level ? level.start : start;
        content.push(maker.value('w:startOverride', Math.max(0, Math.min(value, 0x7fff))));
      }
      if (level) content.push(level.element);
      overrides.push(maker.make('w:lvlOverride', { 'w:ilvl': String(index) }, content));
    }
    instances.push(
      maker.make('w:num', { 'w:numId': String(instance + 1) }, [
        maker.value('w:abstractNumId', String(table.i32(head))),
        ...overrides,
      ]),
    );
  }
  return instances;
}

/**
 * Reads the list tables as the content of `word/numbering.xml`.
 * @param lists and instances: where each begins in the table stream; null where the file has none
 * @throws AppError `damaged-file`
 */
export function readListTables(
  table: ByteView,
  lists: number | null,
  instances: number | null,
  maker: WordElements,
): XmlElement | null {
  if (lists === null || instances === null) return null;
  const definitions = readLists(table, lists, maker);
  return maker.make('w:numbering', undefined, [...definitions, ...readInstances(table, instances, maker)]);
}
