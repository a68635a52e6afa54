import type { XmlElement } from '../xml.ts';
import type { AnchorMap } from './anchor-map.ts';
import { readPlex, readStretches } from './plex.ts';
import { readPackedTime } from './revision-elements.ts';
import { readNameList, readStringTable } from './string-table.ts';
import type { WordFile } from './word-file.ts';

/** A note or comment: where its text lies, and its element's attributes. */
export interface Annotation {
  readonly from: number;
  readonly to: number;
  readonly attributes: XmlElement['attributes'];
}

/** Footnotes or endnotes, each with a reference in the text ([MS-DOC] 2.8.18, 2.8.19). */
export function readNoteAnchors(
  file: WordFile,
  kind: 'footnote' | 'endnote',
  anchors: AnchorMap,
): readonly Annotation[] {
  const what = kind === 'footnote' ? '脚注' : '尾注';
  return file.optional(what, [], () => {
    const references = readPlex(file.table(`${kind}References`), 2).positions;
    const texts = readPlex(file.table(`${kind}Texts`), 0).positions;
    const stretches = readStretches(texts, file.story(`${kind}s`), references.length - 1, what);
    return stretches.map(([from, to], index) => {
      const id = String(index);
      const reference = file.maker.make(`w:${kind}Reference`, { 'w:id': id });
      anchors.add(references[index] ?? 0, reference);
      return { from, to, attributes: { 'w:id': id } };
    });
  });
}

const commentReferenceSize = 30;
const commentDateSize = 18;
/** Mark of a comment that is tied to a place and not to a range. */
const noRange = -1;

/** Where the ranges of comments begin, by the mark that ties a comment to its range. */
function readRangeStarts(file: WordFile): ReadonlyMap<number, number> {
  return file.optional('批注所指的文字', new Map<number, number>(), () => {
    const strings = readStringTable(file.table('commentBookmarks'));
    const starts = readPlex(file.table('commentStarts'), 4).positions;
    return new Map(strings.map(({ extra }, index) => [extra.i32(2), starts[index] ?? -1]));
  });
}

/** Comments with author, date and the place they are tied to ([MS-DOC] 2.8.4, 2.9.4, 2.9.5). */
export function readCommentAnchors(file: WordFile, anchors: AnchorMap): readonly Annotation[] {
  return file.optional('批注', [], () => {
    const { positions, data } = readPlex(file.table('commentReferences'), commentReferenceSize);
    const texts = readPlex(file.table('commentTexts'), 0).positions;
    const stretches = readStretches(texts, file.story('comments'), positions.length - 1, '批注');
    const owners = file.optional('批注作者', [], () => readNameList(file.table('commentOwners')));
    const dates = file.table('commentDates');
    const ranges = readRangeStarts(file);
    return stretches.map(([from, to], index) => {
      const reference = data(index);
      const id = String(index);
      const date =
        (index + 1) * commentDateSize <= dates.length ? readPackedTime(dates.u32(index * commentDateSize)) : null;
      const mark = reference.i32(26);
      const start = mark === noRange ? undefined : ranges.get(mark);
      const attributes = { 'w:id': id };
      if (start !== undefined) anchors.add(start, file.maker.make('w:commentRangeStart', attributes));
      anchors.add(positions[index] ?? 0, file.maker.make('w:commentReference', attributes));
      const author = owners[reference.u16(20)];
      return { from, to, attributes: { 'w:id': id, 'w:author': author, 'w:date': date ?? undefined } };
    });
  });
}

/** Bookmarks, by which cross-references are checked ([MS-DOC] 2.8.10). */
export function readBookmarkAnchors(file: WordFile, anchors: AnchorMap): void {
  file.optional('书签', undefined, () => {
    const names = readStringTable(file.table('bookmarkNames'));
    const { positions } = readPlex(file.table('bookmarkStarts'), 4);
    names.forEach(({ text }, index) => {
      const position = positions[index];
      if (position !== undefined) anchors.add(position, file.maker.make('w:bookmarkStart', { 'w:name': text }));
    });
  });
}
