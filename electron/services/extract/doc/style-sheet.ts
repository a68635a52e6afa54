import type { XmlElement } from '../xml.ts';
import { type ByteView } from './byte-view.ts';
import { applyToggle, readCharacterProperties, type Toggle } from './character-properties.ts';
import type { WordElements } from './elements.ts';
import { paragraphElements } from './paragraph-elements.ts';
import { readParagraphProperties, type LongLists, type ParagraphState } from './paragraph-properties.ts';

/** A style as it is read of the file. */
interface Style {
  readonly name: string;
  readonly kind: number;
  readonly base: number;
  readonly hidden: Toggle | null;
  readonly state: ParagraphState | null;
}

/** The styles of a binary document ([MS-DOC] 2.9.271). */
export interface BinaryStyles {
  /** `w:styles`, as the reader of .docx takes it. */
  readonly root: XmlElement;
  /** Whether a style hides its text. */
  readonly isHidden: (style: number) => boolean;
}

const noBase = 0xfff;
/** Loops and chains beyond this are damage. */
const maxChain = 64;
const paragraphKind = 1;
const characterKind = 2;

/** Names of built-in styles whatever the language of the program that wrote the file. */
function builtInName(identifier: number): string | null {
  if (identifier === 0) return 'Normal';
  if (identifier >= 1 && identifier <= 9) return `heading ${identifier}`;
  if (identifier === 62) return 'Title';
  return identifier === 74 ? 'Subtitle' : null;
}

function readStyle(view: ByteView, fixedSize: number, index: number, longList: LongLists): Style {
  const identifier = view.u16(0) & 0xfff;
  const kind = view.u16(2) & 0xf;
  const nameLength = view.u16(fixedSize);
  const name = view.text(fixedSize + 2, nameLength).split(',')[0] ?? '';
  // The name ends with a null character; property lists begin at even places.
  let at = fixedSize + 2 + nameLength * 2 + 2;
  const nextList = (): Uint8Array => {
    if (at + 2 > view.length) return new Uint8Array();
    const length = Math.min(view.u16(at), view.length - at - 2);
    const list = view.slice(at + 2, length);
    at += 2 + length + (length % 2);
    return list;
  };
  const paragraph = kind === paragraphKind ? nextList() : null;
  const state = paragraph ? readParagraphProperties(index, [paragraph.subarray(2)], longList) : null;
  const characters = kind === paragraphKind || kind === characterKind ? nextList() : new Uint8Array();
  const isHeading = identifier >= 1 && identifier <= 9;
  return {
    name: builtInName(identifier) ?? name,
    kind,
    base: view.u16(2) >> 4,
    hidden: readCharacterProperties([characters]).hidden,
    // The built-in headings have a level without saying so.
    state: state && isHeading ? { ...state, outline: state.outline ?? identifier - 1 } : state,
  };
}

function readStyleList(view: ByteView, longList: LongLists): ReadonlyMap<number, Style> {
  const styles = new Map<number, Style>();
  if (view.length < 6) return styles;
  const headLength = view.u16(0);
  const count = view.u16(2);
  const fixedSize = view.u16(4);
  let at = 2 + headLength;
  for (let index = 0; index < count; index += 1) {
    const length = view.u16(at);
    if (length > fixedSize + 4) {
      styles.set(index, readStyle(view.part(at + 2, length), fixedSize, index, longList));
    }
    at += 2 + length + (length % 2);
  }
  return styles;
}

/** Reads the styles. @throws AppError `damaged-file` */
export function readBinaryStyles(view: ByteView, longList: LongLists, maker: WordElements): BinaryStyles {
  const styles = readStyleList(view, longList);
  const elements = [...styles].flatMap(([index, style]) => {
    if (!style.state) return [];
    const attributes = { 'w:type': 'paragraph', 'w:styleId': String(index), 'w:default': index === 0 ? '1' : '0' };
    return maker.make('w:style', attributes, [
      maker.value('w:name', style.name),
      ...(style.base === noBase ? [] : [maker.value('w:basedOn', style.base)]),
      maker.make('w:pPr', undefined, paragraphElements(style.state, maker)),
    ]);
  });
  const known = new Map<number, boolean>();
  const isHidden = (index: number, depth = 0): boolean => {
    const style = styles.get(index);
    if (!style || depth > maxChain) return false;
    let hidden = known.get(index);
    if (hidden === undefined) {
      hidden = applyToggle(style.hidden, style.base === noBase ? false : isHidden(style.base, depth + 1));
      known.set(index, hidden);
    }
    return hidden;
  };
  return { root: maker.make('w:styles', undefined, elements), isHidden: (style) => isHidden(style) };
}
