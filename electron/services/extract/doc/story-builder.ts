import type { XmlElement } from '../xml.ts';
import { BlockAssembler } from './block-assembler.ts';
import { applyToggle, readCharacterProperties, type CharacterProperties } from './character-properties.ts';
import { fieldMarks, matchFieldMarks, type FieldMarks } from './field-marks.ts';
import type { FormattedRun } from './formatted-pages.ts';
import { paragraphElements } from './paragraph-elements.ts';
import { readParagraphProperties, type ParagraphProperties } from './paragraph-properties.ts';
import type { Piece } from './piece-table.ts';
import { listRevisions, revisionAttributes, revisionElements } from './revision-elements.ts';
import type { BinaryStyles } from './style-sheet.ts';
import type { WordFile } from './word-file.ts';

/** Elements that stand at character positions: references to notes and comments, bookmarks, text boxes. */
export type Anchors = ReadonlyMap<number, readonly XmlElement[]>;

/** What the text alone does not say. */
export interface StoryContext {
  readonly file: WordFile;
  readonly styles: BinaryStyles;
  /** Authors of tracked changes. */
  readonly authors: readonly string[];
  readonly fonts: readonly string[];
  readonly anchors: Anchors;
  /** Positions of the marks that end a section. */
  readonly sectionEnds: ReadonlySet<number>;
  /** Counts what is shown and not read. */
  readonly counts: { shapes: number; equations: number; oldNumbers: number; dropped: number };
}

const cellMark = '\u0007';
const sectionMark = '\u000c';
// eslint-disable-next-line no-control-regex -- paragraphs end with control characters
const paragraphEnds = /[\r\u0007\u000c]/gu;
const unformatted = readCharacterProperties([]);
const noBytes = new Uint8Array();

/** Tells stretches of a binary document's text in elements of WordprocessingML. */
export class StoryBuilder {
  readonly #context: StoryContext;
  readonly #formats = new WeakMap<FormattedRun, CharacterProperties>();
  readonly #paragraphs = new WeakMap<FormattedRun, ParagraphProperties>();

  constructor(context: StoryContext) {
    this.#context = context;
  }

  /** The paragraphs and tables of a stretch of text. */
  build(from: number, to: number): readonly XmlElement[] {
    const { file, authors, anchors } = this.#context;
    const { text } = file.pieces;
    const blocks = new BlockAssembler(file.maker);
    const runs = new RunBuilder(this.#context, matchFieldMarks(text, from, to), (at) => this.#formatAt(at));
    let start = from;
    const add = (end: number, hasMark: boolean): void => {
      const markAt = end - 1;
      const properties = this.#paragraphAt(markAt);
      const mark = this.#formatAt(markAt).properties;
      if (properties.hasOldNumber) this.#context.counts.oldNumbers += 1;
      const content = [...runs.build(start, hasMark ? markAt : end, properties.style)];
      for (const anchored of hasMark ? (anchors.get(markAt) ?? []) : []) {
        content.push(standsBetweenRuns(anchored) ? anchored : file.maker.make('w:r', undefined, [anchored]));
      }
      const endsRow = properties.endsRow && properties.depth > 0 && hasMark;
      const isOnlyMark = endsRow && content.length === 0;
      const paragraph = isOnlyMark
        ? null
        : this.#makeParagraph(properties, hasMark ? mark : unformatted, markAt, content);
      blocks.add(paragraph, {
        depth: properties.depth,
        endsCell: hasMark && (text.charAt(markAt) === cellMark || properties.endsInnerCell),
        rowProperties: endsRow ? revisionElements(mark, authors, file.maker) : null,
      });
      start = end;
    };
    for (const found of text.slice(from, to).matchAll(paragraphEnds)) {
      const at = from + found.index;
      if (found[0] !== sectionMark || this.#isParagraphEnd(at)) add(at + 1, true);
    }
    if (start < to) add(to, false);
    return blocks.finish();
  }

  #makeParagraph(
    properties: ParagraphProperties,
    mark: CharacterProperties,
    markAt: number,
    content: readonly XmlElement[],
  ): XmlElement {
    const { file, authors, styles, sectionEnds } = this.#context;
    const { maker } = file;
    const { before, change } = properties;
    const isHidden = applyToggle(mark.hidden, styles.isHidden(properties.style));
    const markElements = [
      ...revisionElements(mark, authors, maker),
      ...(isHidden ? [maker.value('w:vanish', '1')] : []),
    ];
    const own = [
      maker.value('w:pStyle', properties.style),
      ...paragraphElements(properties, maker),
      ...(markElements.length > 0 ? [maker.make('w:rPr', undefined, markElements)] : []),
      ...(sectionEnds.has(markAt) ? [maker.make('w:sectPr')] : []),
    ];
    if (before && change) {
      const old = [maker.value('w:pStyle', before.style), ...paragraphElements(before, maker)];
      const attributes = revisionAttributes(change, authors);
      own.push(maker.make('w:pPrChange', attributes, [maker.make('w:pPr', undefined, old)]));
    }
    return maker.make('w:p', undefined, [maker.make('w:pPr', undefined, own), ...content]);
  }

  /** A form feed ends a paragraph where it ends a section or where the paragraph's formatting ends with it. */
  #isParagraphEnd(at: number): boolean {
    const { file, sectionEnds } = this.#context;
    if (sectionEnds.has(at)) return true;
    const piece = file.pieces.pieceAt(at);
    if (!piece) return false;
    const offset = offsetOf(piece, at);
    return file.paragraphs.runAt(offset)?.to === offset + piece.width;
  }

  #paragraphAt(at: number): ParagraphProperties {
    const { file } = this.#context;
    const piece = file.pieces.pieceAt(at);
    const run = piece ? file.paragraphs.runAt(offsetOf(piece, at)) : null;
    const isPlain = !piece || piece.modifiers.length === 0;
    const known = run && isPlain ? this.#paragraphs.get(run) : undefined;
    if (known) return known;
    const exceptions = run?.exceptions ?? noBytes;
    const style = exceptions.length < 2 ? 0 : (exceptions[0] ?? 0) + (exceptions[1] ?? 0) * 256;
    const lists = [exceptions.subarray(2), piece?.modifiers ?? noBytes];
    const properties = readParagraphProperties(style, lists, file.longList);
    if (run && isPlain) this.#paragraphs.set(run, properties);
    return properties;
  }

  /** Formatting of a character, and the position up to which it holds. */
  #formatAt(at: number): { readonly properties: CharacterProperties; readonly until: number } {
    const { file } = this.#context;
    const piece = file.pieces.pieceAt(at);
    const run = piece ? file.characters.runAt(offsetOf(piece, at)) : null;
    if (!piece || !run) {
      const isPlain = !piece || piece.modifiers.length === 0;
      return { properties: isPlain ? unformatted : readCharacterProperties([piece.modifiers]), until: at + 1 };
    }
    const until = Math.min(piece.to, piece.from + Math.floor((run.to - piece.offset) / piece.width));
    let properties = piece.modifiers.length === 0 ? this.#formats.get(run) : undefined;
    if (!properties) {
      properties = readCharacterProperties([run.exceptions, piece.modifiers]);
      if (piece.modifiers.length === 0) this.#formats.set(run, properties);
    }
    return { properties, until: Math.max(until, at + 1) };
  }
}

/** Whether an element stands beside the runs of a paragraph and not in one. */
function standsBetweenRuns(element: XmlElement): boolean {
  return element.name === 'w:bookmarkStart' || element.name === 'w:commentRangeStart';
}

function offsetOf(piece: Piece, at: number): number {
  return piece.offset + (at - piece.from) * piece.width;
}

/** Builds the runs of one stretch of text; fields may go on from one paragraph to the next. */
class RunBuilder {
  readonly #context: StoryContext;
  readonly #fields: FieldMarks;
  readonly #formatAt: (at: number) => { readonly properties: CharacterProperties; readonly until: number };
  /** For each open field whether its instruction is over. */
  readonly #open: boolean[] = [];

  constructor(
    context: StoryContext,
    fields: FieldMarks,
    formatAt: (at: number) => { readonly properties: CharacterProperties; readonly until: number },
  ) {
    this.#context = context;
    this.#fields = fields;
    this.#formatAt = formatAt;
  }

  build(from: number, to: number, paragraphStyle: number): readonly XmlElement[] {
    const { file, styles } = this.#context;
    const { maker } = file;
    const elements: XmlElement[] = [];
    const isParagraphHidden = styles.isHidden(paragraphStyle);
    for (let at = from; at < to;) {
      const { properties, until } = this.#formatAt(at);
      let end = Math.min(until, to);
      // Where formatting is lost, single characters come one by one: they are one run all the same.
      while (end < to && end - at < 4096) {
        const next = this.#formatAt(end);
        if (next.properties !== properties) break;
        end = Math.min(next.until, to);
      }
      const isStyleHidden = properties.style !== null && styles.isHidden(properties.style);
      const isHidden = applyToggle(properties.hidden, isParagraphHidden !== isStyleHidden);
      const content = this.#content(at, end, properties);
      const runProperties = isHidden ? [maker.make('w:rPr', undefined, [maker.value('w:vanish', '1')])] : [];
      for (const part of content) {
        if (standsBetweenRuns(part)) {
          elements.push(part);
          continue;
        }
        const run = maker.make('w:r', undefined, [...runProperties, part]);
        const revisions = listRevisions(properties, this.#context.authors);
        elements.push(revisions.reduceRight((inner, [name, attributes]) => maker.make(name, attributes, [inner]), run));
      }
      at = end;
    }
    return elements;
  }

  /** What the characters of one formatting show. */
  #content(from: number, to: number, properties: CharacterProperties): readonly XmlElement[] {
    const { file, anchors } = this.#context;
    const { text } = file.pieces;
    const parts: XmlElement[] = [];
    let start = from;
    const flush = (end: number): void => {
      if (end > start) parts.push(this.#textElement(text.slice(start, end)));
    };
    for (let at = from; at < to; at += 1) {
      const code = text.charCodeAt(at);
      const anchored = anchors.get(at);
      const isPlain = code >= 0x20 && !properties.symbol && (code < 0xf000 || code > 0xf0ff);
      if (!anchored && isPlain) continue;
      flush(at);
      start = at + 1;
      for (const element of anchored ?? []) parts.push(element);
      if (isPlain) start = at;
      else parts.push(...this.#special(at, code, properties, anchored !== undefined));
    }
    flush(to);
    return parts;
  }

  #textElement(text: string): XmlElement {
    const { maker } = this.#context.file;
    const name = this.#open.at(-1) === false ? 'w:instrText' : 'w:t';
    return maker.make(name, { 'xml:space': 'preserve' }, [text]);
  }

  /** What a control character or a symbol stands for ([MS-DOC] 2.6.1, sprmCFSpec). */
  #special(at: number, code: number, properties: CharacterProperties, isAnchored: boolean): readonly XmlElement[] {
    const { counts, file, fonts } = this.#context;
    const { maker } = file;
    if (code >= 0x20) {
      // A symbol states font and code; characters F000 to F0FF are the places of the symbol font that the text is set in.
      const [font, character] = properties.symbol ?? [properties.font ?? -1, code];
      const attributes = { 'w:font': fonts[font] ?? '', 'w:char': character.toString(16) };
      return [maker.make('w:sym', attributes)];
    }
    switch (code) {
      case 0x01:
        if (!properties.isSpecial || properties.isData || this.#open.at(-1) === false) return [];
        return [maker.make('w:pict', undefined, [maker.make('v:imagedata')])];
      case 0x08:
        if (!isAnchored) counts.shapes += 1;
        return [];
      case 0x09:
        return [maker.make('w:tab')];
      case 0x0b:
      case 0x0c:
      case 0x0e:
        return [maker.make('w:br')];
      case 0x13:
      case 0x14:
      case 0x15:
        return this.#fieldMark(at);
      case 0x1e:
        return [maker.make('w:noBreakHyphen')];
      case 0x00: // padding, references to notes, separators of notes, comments, an optional hyphen, a cell mark
      case 0x02:
      case 0x03:
      case 0x04:
      case 0x05:
      case 0x07:
      case 0x1f:
        return [];
      default:
        counts.dropped += 1;
        return [];
    }
  }

  #fieldMark(at: number): readonly XmlElement[] {
    if (!this.#fields.matched.has(at)) return [];
    const { counts, file } = this.#context;
    const { pieces, maker } = file;
    const mark = pieces.text.charAt(at);
    if (mark === fieldMarks.begin) this.#open.push(false);
    else if (mark === fieldMarks.end) this.#open.pop();
    else this.#open[this.#open.length - 1] = true;
    const type = mark === fieldMarks.begin ? 'begin' : mark === fieldMarks.end ? 'end' : 'separate';
    const element = maker.make('w:fldChar', { 'w:fldCharType': type });
    const printed = type === 'end' ? this.#fields.printed.get(at) : undefined;
    if (printed === undefined) return [element];
    if (printed === null) counts.equations += 1;
    return printed === null ? [element] : [element, this.#textElement(printed)];
  }
}
