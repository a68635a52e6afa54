import { ByteView, damagedDoc } from './byte-view.ts';

/** What the first bytes of the stream WordDocument say of it: whether it can be read, and if not, why. */
export type WordKind = 'readable' | 'word-95' | 'encrypted' | 'foreign';

const magic = 0xa5ec;
/** Word 6 and Word 95 write this one in the same place. */
const oldMagic = 0xa5dc;
const flagEncrypted = 0x0100;
const flagSecondTable = 0x0200;

/** Tells from the stream WordDocument what kind of Word file it is. */
export function tellWordKind(main: Uint8Array): WordKind {
  if (main.length < 32) return 'foreign';
  const view = new ByteView(main, '文件头');
  const identifier = view.u16(0);
  if (identifier === oldMagic) return 'word-95';
  if (identifier !== magic) return 'foreign';
  return (view.u16(10) & flagEncrypted) === 0 ? 'readable' : 'encrypted';
}

/** Places of the tables in the table stream, by their index in FibRgFcLcb97 ([MS-DOC] 2.5.6) and its successors. */
const tableIndex = {
  styles: 1,
  footnoteReferences: 2,
  footnoteTexts: 3,
  commentReferences: 4,
  commentTexts: 5,
  sections: 6,
  headers: 11,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  bookmarkNames: 21,
  bookmarkStarts: 22,
  associations: 32,
  pieces: 33,
  commentOwners: 36,
  commentBookmarks: 37,
  shapes: 40,
  headerShapes: 41,
  commentStarts: 42,
  endnoteReferences: 46,
  endnoteTexts: 47,
  revisionAuthors: 51,
  textBoxes: 56,
  headerTextBoxes: 58,
  savedBy: 71,
  lists: 73,
  listInstances: 74,
  commentDates: 112,
} as const;

/** A table's name in {@link tableIndex}. */
export type TableName = keyof typeof tableIndex;

/** A part of a document's text; the parts follow one another in this order. */
export type StoryName =
  'main' | 'footnotes' | 'headers' | 'macros' | 'comments' | 'endnotes' | 'textBoxes' | 'headerTextBoxes';

/** The file information block ([MS-DOC] 2.5.1). */
export interface FileInformation {
  readonly tableStream: '0Table' | '1Table';
  /** Character positions of each part: from, up to but not including. */
  readonly stories: Readonly<Record<StoryName, readonly [from: number, to: number]>>;
  /** Offset and length of a table in the table stream; length 0 where the file has none. */
  readonly place: (name: TableName) => readonly [offset: number, length: number];
}

/** Reads the file information block. @throws AppError `damaged-file` */
export function readFileInformation(main: ByteView): FileInformation {
  const shorts = main.u16(32);
  const longsAt = 34 + shorts * 2 + 2;
  const longs = main.u16(longsAt - 2);
  if (longs < 11) throw damagedDoc('文件头');
  const pairsAt = longsAt + longs * 4 + 2;
  const pairs = main.u16(pairsAt - 2);
  let position = 0;
  const take = (index: number): readonly [number, number] => {
    const from = position;
    position += main.u32(longsAt + index * 4);
    return [from, position];
  };
  return {
    tableStream: (main.u16(10) & flagSecondTable) === 0 ? '0Table' : '1Table',
    stories: {
      main: take(3),
      footnotes: take(4),
      headers: take(5),
      macros: take(6),
      comments: take(7),
      endnotes: take(8),
      textBoxes: take(9),
      headerTextBoxes: take(10),
    },
    place(name) {
      const index = tableIndex[name];
      if (index >= pairs) return [0, 0];
      return [main.u32(pairsAt + index * 8), main.u32(pairsAt + index * 8 + 4)];
    },
  };
}
