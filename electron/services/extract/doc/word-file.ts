import { AppError } from '../../../../shared/contract/errors.ts';
import type { ExtractLimits } from '../format.ts';
import { ByteView, damagedDoc } from './byte-view.ts';
import { openCompoundStorage, type CompoundStorage } from './compound-storage.ts';
import { WordElements } from './elements.ts';
import {
  readFileInformation,
  tellWordKind,
  type FileInformation,
  type StoryName,
  type TableName,
} from './file-information.ts';
import { openFormattedPages, type FormattedPages } from './formatted-pages.ts';
import { shortenModifiers } from './modifiers.ts';
import type { LongLists } from './paragraph-properties.ts';
import { readPieceTable, type PieceTable } from './piece-table.ts';

/** A binary Word file, opened. */
export interface WordFile {
  readonly storage: CompoundStorage;
  readonly information: FileInformation;
  readonly pieces: PieceTable;
  readonly characters: FormattedPages;
  readonly paragraphs: FormattedPages;
  readonly longList: LongLists;
  readonly maker: WordElements;
  readonly tableStream: ByteView;
  /** A table of the table stream; empty where the file has none. @throws AppError `damaged-file` */
  readonly table: (name: TableName) => ByteView;
  /** Where a part of the text lies, as far as there is text. */
  readonly story: (name: StoryName) => readonly [from: number, to: number];
  /**
   * Reads a part that the text does not depend on; where it is damaged, it is left out and named among
   * {@link WordFile.unread}.
   */
  readonly optional: <T>(what: string, fallback: T, read: () => T) => T;
  /** Parts that are damaged, Chinese. */
  readonly unread: ReadonlySet<string>;
  /** Whether the file claims more text than it has. */
  readonly lacksText: boolean;
}

/** Long lists that are kept; each is at most some hundred bytes. */
const maxLongLists = 10_000;

function openMain(storage: CompoundStorage): ByteView {
  const bytes = storage.stream('WordDocument');
  if (!bytes) {
    throw new AppError(
      'unsupported-format',
      '文件里没有 Word 正文（可能是 Works 等程序的文件）。请用原程序另存为 .docx 后重新提交。',
    );
  }
  switch (tellWordKind(bytes)) {
    case 'encrypted':
      throw new AppError('encrypted-file', '文件设有打开密码，无法读取。请取消密码保护后重新提交。');
    case 'word-95':
      throw new AppError(
        'unsupported-format',
        '文件是 Word 6.0/95 格式，本程序不能读取。请用 Word 或 WPS 打开后另存为 .docx，再重新提交。',
      );
    case 'foreign':
      throw damagedDoc('文件头');
    case 'readable':
      return new ByteView(bytes, '正文');
  }
}

/** Opens a binary Word file. @throws AppError `encrypted-file`, `unsupported-format`, `damaged-file`, `limit-exceeded` */
export function openWordFile(bytes: Uint8Array, limits: ExtractLimits): WordFile {
  const storage = openCompoundStorage(bytes);
  const main = openMain(storage);
  const information = readFileInformation(main);
  const tableBytes = storage.stream(information.tableStream);
  if (!tableBytes) throw damagedDoc('缺少格式数据');
  const tableStream = new ByteView(tableBytes, '格式数据');
  const table = (name: TableName): ByteView => {
    const [offset, length] = information.place(name);
    return length === 0 ? new ByteView(new Uint8Array(), '格式数据') : tableStream.part(offset, length);
  };
  const pieces = readPieceTable(main, table('pieces'), limits);
  const unread = new Set<string>();
  const optional = <T>(what: string, fallback: T, read: () => T): T => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'damaged-file') throw error;
      unread.add(what);
      return fallback;
    }
  };
  let data: Uint8Array | null = null;
  const longLists = new Map<number, Uint8Array | null>();
  const readLongList = (offset: number): Uint8Array | null => {
    data ??= optional('附加数据', null, () => storage.stream('Data')) ?? new Uint8Array();
    const length = (data[offset] ?? 0) + (data[offset + 1] ?? 0) * 256;
    if (offset + 2 + length <= data.length) return shortenModifiers(data.subarray(offset + 2, offset + 2 + length));
    unread.add('附加数据');
    return null;
  };
  const end = pieces.text.length;
  return {
    storage,
    information,
    pieces,
    characters: openFormattedPages(main, table('characterPages'), 'character'),
    paragraphs: openFormattedPages(main, table('paragraphPages'), 'paragraph'),
    longList(offset) {
      let list = longLists.get(offset);
      if (list === undefined) {
        list = readLongList(offset);
        if (longLists.size < maxLongLists) longLists.set(offset, list);
      }
      return list;
    },
    maker: new WordElements(),
    tableStream,
    table,
    story(name) {
      const [from, to] = information.stories[name];
      return [Math.min(from, end), Math.min(to, end)];
    },
    optional,
    unread,
    lacksText: information.stories.headerTextBoxes[1] > end,
  };
}
