import { labelSeparator } from '../../../../shared/document/document.ts';
import { plainParagraph, type SourceParagraph } from '../../../../shared/document/source.ts';
import type { XmlElement } from '../xml.ts';
import { listCells, listRows, type Block } from './blocks.ts';
import { FieldTracker } from './fields.ts';
import type { InlineContent } from './inline.ts';
import { startNumbering } from './numbering-counter.ts';
import { readBlocks, type ReadParagraph, type Story, type View, type ViewedParagraph } from './paragraphs.ts';
import { addParagraph, placeContent, type Reading } from './reading.ts';
import { describeRevision, quote, untouched, type Place } from './revision.ts';

/** The part of the document a story is read as. */
export type StoryPart = Exclude<SourceParagraph['part'], 'table-row'>;

/** Fresh counters for both views. */
export function startCounters(): Story['counters'] {
  return { final: startNumbering(), original: startNumbering() };
}

const sentenceEnd = /[。；：！？;:!?]\s{0,9}$/u;
const headingName = /^(?:title|subtitle|heading|标题|副标题|大标题)/u;

/**
 * Splits a paragraph at its line breaks. In drafts Shift+Enter begins a new 款 or a new line of a party's details, so
 * each line is a paragraph of its own; in a title or heading it only breaks the line, and the lines are one again,
 * without a space between Chinese characters.
 */
export function splitAtBreaks(text: string, isHeading: boolean): readonly string[] {
  if (!text.includes('\n')) return [text.trim()];
  const lines: string[] = [];
  for (const piece of text.split('\n')) {
    const line = piece.trim();
    const last = lines.at(-1);
    if (line === '') continue;
    if (isHeading && last !== undefined && !sentenceEnd.test(last)) {
      const isLatin = /[0-9A-Za-z,.]$/u.test(last) && /^[0-9A-Za-z]/u.test(line);
      lines[lines.length - 1] = `${last}${isLatin ? ' ' : ''}${line}`;
    } else {
      lines.push(line);
    }
  }
  return lines.length === 0 ? [''] : lines;
}

function linesOf(paragraph: ViewedParagraph | null): readonly string[] {
  if (!paragraph) return [];
  const { outline, alignment, style } = paragraph.properties;
  const isHeading = outline !== null || alignment === 'center' || headingName.test(style.name ?? '');
  return splitAtBreaks(paragraph.text, isHeading);
}

/** The entries that a paragraph becomes: one, or one for each of its lines; none where nothing of it is left. */
function toEntries(paragraph: ReadParagraph, part: StoryPart): readonly SourceParagraph[] {
  const { final, original } = paragraph;
  const lines = linesOf(final);
  const originalLines = linesOf(original);
  const view = (final ?? original)?.properties;
  const entries: SourceParagraph[] = [];
  for (let index = 0; index < Math.max(lines.length, originalLines.length); index += 1) {
    const text = lines[index] ?? '';
    const originalText = originalLines[index] ?? null;
    const label = index === 0 ? (final?.label ?? null) : null;
    const originalLabel = index === 0 ? (original?.label ?? null) : null;
    const isPrinted = text !== '' || label !== null;
    if (!isPrinted && (originalText ?? '') === '' && originalLabel === null) continue;
    entries.push({
      ...plainParagraph,
      part,
      label,
      text,
      originalLabel,
      originalText: originalText === text && isPrinted ? null : originalText,
      deleted: !isPrinted,
      style: view?.style.name ?? null,
      outline: index === 0 ? (view?.outline ?? null) : null,
      alignment: view?.alignment ?? null,
    });
  }
  return entries;
}

/** Text of a cell in one view: label and text of its paragraphs, joined by a space. */
function cellText(paragraphs: readonly (ViewedParagraph | null)[]): string {
  return paragraphs
    .filter((paragraph) => paragraph !== null)
    .map(({ label, text }) => {
      const plain = text.replaceAll(/[\t\n]/gu, ' ').trim();
      return `${label ?? ''}${labelSeparator(label, plain)}${plain}`;
    })
    .filter((text) => text !== '')
    .join(' ');
}

/**
 * Reads one story into `reading`: its paragraphs, the rows of its tables, and after each the text boxes anchored there.
 * @param place in which views the story stands
 */
export function readStory(
  container: XmlElement,
  part: StoryPart,
  counters: Story['counters'],
  reading: Reading,
  place: Place = untouched,
): void {
  const story: Story = { counters, fields: new FieldTracker(container) };
  let carried: ReadParagraph[] = [];

  const settle = (sources: readonly ReadParagraph[], at: number | null): void => {
    for (const { contents, notes } of sources) {
      for (const note of notes) reading.xray.push({ ...note, paragraph: at });
      for (const content of contents) placeContent(reading, content, at);
    }
  };
  const readTextBoxes = (contents: readonly InlineContent[]): void => {
    for (const { textBoxes } of contents) {
      for (const box of textBoxes) {
        readStory(box.content, part === 'body' ? 'text-box' : part, startCounters(), reading, box.place);
      }
    }
  };
  /** What stood in a paragraph of which nothing is left goes with the next one. */
  const emit = (entries: readonly SourceParagraph[], sources: readonly ReadParagraph[]): void => {
    const first = reading.paragraphs.length;
    for (const entry of entries) addParagraph(reading, entry);
    // One by one: a hostile cell can hold more paragraphs than a call can take arguments.
    for (const source of sources) carried.push(source);
    if (entries.length > 0) {
      settle(carried, first);
      carried = [];
    }
    readTextBoxes(sources.flatMap(({ contents }) => contents));
  };

  const readCell = (cell: Block): readonly ReadParagraph[] => {
    const paragraphs: ReadParagraph[] = [];
    const sink = {
      paragraph: (paragraph: ReadParagraph) => void paragraphs.push(paragraph),
      table: (inner: Block) => {
        for (const row of listRows(inner))
          for (const inside of listCells(row)) for (const one of readCell(inside)) paragraphs.push(one);
      },
    };
    readBlocks(cell.element, cell.place, story, reading, sink, cell);
    return paragraphs;
  };
  const readRow = (row: Block): void => {
    const cells = listCells(row).map((cell) => ({ place: cell.place, paragraphs: readCell(cell) }));
    const join = (view: View): string | null => {
      if (!row.place[view]) return null;
      const standing = cells.filter((cell) => cell.place[view]);
      return standing.map(({ paragraphs }) => cellText(paragraphs.map((paragraph) => paragraph[view]))).join('\t');
    };
    const text = join('final') ?? '';
    const originalText = join('original');
    const isPrinted = text.trim() !== '';
    const entry: SourceParagraph = {
      ...plainParagraph,
      part: part === 'body' ? 'table-row' : part,
      text: isPrinted ? text : '',
      originalText: isPrinted && text === originalText ? null : originalText,
      deleted: !isPrinted,
    };
    const isEmpty = !isPrinted && (originalText ?? '').trim() === '';
    const sources = cells.flatMap(({ paragraphs }) => paragraphs);
    const { revision } = row.place;
    if (!revision || revision === place.revision) {
      emit(isEmpty ? [] : [entry], sources);
      return;
    }
    // Word marks every run of a tracked row as well; one note says it all.
    const detail = describeRevision(revision, `表格行${quote(isPrinted ? text : (originalText ?? ''))}`);
    const rowNote: ReadParagraph = {
      final: null,
      original: null,
      contents: [],
      notes: [{ kind: 'tracked-change', detail }],
    };
    emit(isEmpty ? [] : [entry], [rowNote, ...sources.map((source) => ({ ...source, notes: [] }))]);
  };

  readBlocks(container, place, story, reading, {
    paragraph: (paragraph) => emit(toEntries(paragraph, part), [paragraph]),
    table: (table) => {
      for (const row of listRows(table)) readRow(row);
    },
  });
  settle(carried, reading.paragraphs.length === 0 ? null : reading.paragraphs.length - 1);
}
