import { type ByteView } from './byte-view.ts';

/** One string of a table with the bytes that go with it. */
export interface TableString {
  readonly text: string;
  readonly extra: ByteView;
}

/** Most strings of a table that are read. */
const maxStrings = 65_535;

/** Reads a string table (STTB, [MS-DOC] 2.2.4). @throws AppError `damaged-file` */
export function readStringTable(view: ByteView): readonly TableString[] {
  if (view.length < 4) return [];
  const isWide = view.u16(0) === 0xffff;
  const head = isWide ? 2 : 0;
  const count = Math.min(view.u16(head), maxStrings);
  const extra = view.u16(head + 2);
  const strings: TableString[] = [];
  let at = head + 4;
  for (let index = 0; index < count; index += 1) {
    const length = isWide ? view.u16(at) : view.u8(at);
    at += isWide ? 2 : 1;
    const bytes = isWide ? length * 2 : length;
    const text = isWide
      ? view.text(at, length)
      : Array.from(view.slice(at, bytes), (byte) => String.fromCharCode(byte)).join('');
    strings.push({ text, extra: view.part(at + bytes, extra) });
    at += bytes + extra;
  }
  return strings;
}

/** Names of the fonts, by index ([MS-DOC] 2.9.286). @throws AppError `damaged-file` */
export function readFontNames(view: ByteView): readonly string[] {
  const names: string[] = [];
  if (view.length < 4) return names;
  const count = view.u16(0);
  let at = 4;
  for (let index = 0; index < count; index += 1) {
    const length = view.u8(at);
    const font = view.part(at + 1, length);
    const name = length > 41 ? font.text(39, Math.floor((length - 39) / 2)) : '';
    names.push(name.split('\0')[0] ?? '');
    at += 1 + length;
  }
  return names;
}

/** Names that follow one another with their lengths: the authors of comments. @throws AppError `damaged-file` */
export function readNameList(view: ByteView): readonly string[] {
  const names: string[] = [];
  for (let at = 0; at + 2 <= view.length && names.length < maxStrings;) {
    const length = view.u16(at);
    names.push(view.text(at + 2, length));
    at += 2 + length * 2;
  }
  return names;
}
