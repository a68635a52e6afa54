import type { XmlElement } from '../xml.ts';
import { AnchorMap } from './anchor-map.ts';
import { readBookmarkAnchors, readCommentAnchors, readNoteAnchors, type Annotation } from './annotations.ts';
import { readListTables } from './list-tables.ts';
import { readPlex, readStretches } from './plex.ts';
import { StoryBuilder, type StoryContext } from './story-builder.ts';
import { readFontNames, readStringTable } from './string-table.ts';
import { readBinaryStyles, type BinaryStyles } from './style-sheet.ts';
import { anchorTextBoxes } from './text-boxes.ts';
import type { WordFile } from './word-file.ts';

/** A binary document told in the elements of WordprocessingML, part by part. */
export interface WordDocument {
  readonly styles: XmlElement;
  readonly numbering: XmlElement | null;
  readonly body: XmlElement;
  readonly headers: readonly XmlElement[];
  readonly footers: readonly XmlElement[];
  readonly footnotes: XmlElement;
  readonly endnotes: XmlElement;
  readonly comments: XmlElement;
  readonly counts: StoryContext['counts'];
}

const sectionSize = 12;
/** Stories of one section: even and odd header, even and odd footer, header and footer of the first page. */
const headersPerSection = 6;
/** The separators of notes stand before the headers. */
const separators = 6;
const headerOrder = [1, 4, 0];
const footerOrder = [3, 5, 2];

/** The marks that end the sections of the body. */
function readSectionEnds(file: WordFile): ReadonlySet<number> {
  return file.optional('分节', new Set<number>(), () => {
    const { positions } = readPlex(file.table('sections'), sectionSize);
    return new Set(positions.slice(1).map((position) => position - 1));
  });
}

function readStyles(file: WordFile): BinaryStyles {
  const none: BinaryStyles = { root: file.maker.make('w:styles'), isHidden: () => false };
  return file.optional('样式', none, () => readBinaryStyles(file.table('styles'), file.longList, file.maker));
}

function readNumbering(file: WordFile): XmlElement | null {
  const offset = (name: 'lists' | 'listInstances'): number | null => {
    const [at, length] = file.information.place(name);
    return length === 0 ? null : at;
  };
  return file.optional('自动编号', null, () =>
    readListTables(file.tableStream, offset('lists'), offset('listInstances'), file.maker),
  );
}

function buildHeaders(file: WordFile, builder: StoryBuilder): Pick<WordDocument, 'headers' | 'footers'> {
  const stretches = file.optional('页眉页脚', [], () => {
    const { positions } = readPlex(file.table('headers'), 0);
    // The last position has no meaning.
    return readStretches(positions, file.story('headers'), Math.max(0, positions.length - 2), '页眉页脚');
  });
  const pick = (name: string, order: readonly number[]): readonly XmlElement[] => {
    const elements: XmlElement[] = [];
    for (let first = separators; first < stretches.length; first += headersPerSection) {
      for (const place of order) {
        const [from, to] = stretches[first + place] ?? [0, 0];
        if (to > from) elements.push(file.maker.make(name, undefined, builder.build(from, to)));
      }
    }
    return elements;
  };
  return { headers: pick('w:hdr', headerOrder), footers: pick('w:ftr', footerOrder) };
}

/** Tells a binary document in elements. @throws AppError `damaged-file`, `limit-exceeded` */
export function buildWordDocument(file: WordFile): WordDocument {
  const { maker } = file;
  const anchors = new AnchorMap();
  const styles = readStyles(file);
  const counts = { shapes: 0, equations: 0, oldNumbers: 0, dropped: 0 };
  const builder = new StoryBuilder({
    file,
    styles,
    authors: file.optional('修订作者', [], () =>
      readStringTable(file.table('revisionAuthors')).map(({ text }) => text),
    ),
    fonts: file.optional('字体表', [], () => readFontNames(file.table('fonts'))),
    anchors,
    sectionEnds: readSectionEnds(file),
    counts,
  });
  const numbering = readNumbering(file);
  readBookmarkAnchors(file, anchors);
  const footnotes = readNoteAnchors(file, 'footnote', anchors);
  const endnotes = readNoteAnchors(file, 'endnote', anchors);
  const comments = readCommentAnchors(file, anchors);
  const unplaced = anchorTextBoxes(file, 'body', anchors, ({ from, to }) => builder.build(from, to));
  const unplacedInHeaders = anchorTextBoxes(file, 'headers', anchors, ({ from, to }) => builder.build(from, to));

  const holding = (elements: readonly XmlElement[]): readonly XmlElement[] =>
    elements.length === 0 ? [] : [maker.make('w:p', undefined, [maker.make('w:r', undefined, elements)])];
  const annotations = (root: string, name: string, all: readonly Annotation[]): XmlElement =>
    maker.make(
      root,
      undefined,
      all.map(({ from, to, attributes }) => maker.make(name, attributes, builder.build(from, to))),
    );
  const [from, to] = file.story('main');
  const body = maker.make('w:body', undefined, [...builder.build(from, to), ...holding(unplaced)]);
  const { headers, footers } = buildHeaders(file, builder);
  const inHeaders = holding(unplacedInHeaders);
  return {
    styles: styles.root,
    numbering,
    body,
    headers: inHeaders.length === 0 ? headers : [...headers, maker.make('w:hdr', undefined, inHeaders)],
    footers,
    footnotes: annotations('w:footnotes', 'w:footnote', footnotes),
    endnotes: annotations('w:endnotes', 'w:endnote', endnotes),
    comments: annotations('w:comments', 'w:comment', comments),
    counts,
  };
}
