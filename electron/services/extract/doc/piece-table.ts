import { AppError } from '../../../../shared/contract/errors.ts';
import type { ExtractLimits } from '../format.ts';
import { type ByteView, damagedDoc, decodeUtf16 } from './byte-view.ts';
import { expandPieceModifier, shortenModifiers } from './modifiers.ts';

/** A stretch of text that stands in one piece in the stream WordDocument. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  /** Offset in the stream of the first character. */
  readonly offset: number;
  /** Bytes of a character: 1 where the text is compressed. */
  readonly width: 1 | 2;
  /** Modifiers that a quick save laid over the piece. */
  readonly modifiers: Uint8Array;
}

/** The text of a document and where each character stands. */
export interface PieceTable {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** The piece of a character position; null outside. */
  readonly pieceAt: (position: number) => Piece | null;
}

const what = '文字分段表';
/** Far more than quick saves leave. */
const maxPieces = 100_000;
const compressedFlag = 0x40000000;
/** Characters of compressed text that are not what their code says ([MS-DOC] 2.9.73), from 0x82 on. */
const compressedCharacters = '‚ƒ„…†‡ˆ‰Š‹Œ\u008d\u008e\u008f\u0090‘’“”•–—˜™š›œ\u009d\u009eŸ';
const firstMapped = 0x82;

function decodeCompressed(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0082-\u009f]/gu, (character) => compressedCharacters.charAt(character.charCodeAt(0) - firstMapped));
}

const illFormed = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g;

/** The lists of modifiers that pieces refer to, and where the plex of pieces lies. */
function readPrelude(table: ByteView): { readonly lists: readonly Uint8Array[]; readonly plex: ByteView } {
  const lists: Uint8Array[] = [];
  let at = 0;
  while (table.u8(at) === 1) {
    const length = table.u16(at + 1);
    lists.push(shortenModifiers(table.slice(at + 3, length)));
    at += 3 + length;
  }
  if (table.u8(at) !== 2) throw damagedDoc(what);
  return { lists, plex: table.part(at + 5, table.u32(at + 1)) };
}

/**
 * Reads the text through the piece table ([MS-DOC] 2.8.35, 2.9.38).
 * @throws AppError `damaged-file`, `limit-exceeded`
 */
export function readPieceTable(main: ByteView, table: ByteView, limits: ExtractLimits): PieceTable {
  const { lists, plex } = readPrelude(table);
  const count = Math.floor((plex.length - 4) / 12);
  if (count < 1) throw damagedDoc(what);
  if (count > maxPieces) {
    throw new AppError('limit-exceeded', `文件的文字分段超过 ${maxPieces} 个，已停止读取。请另存为 .docx 后提交。`);
  }
  if (plex.u32(count * 4) > limits.maxTextLength) {
    throw new AppError(
      'limit-exceeded',
      `文件的文字超过 ${limits.maxTextLength} 字的上限，已停止读取。请拆分后分别提交。`,
    );
  }
  const pieces: Piece[] = [];
  const texts: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const from = plex.u32(index * 4);
    const to = plex.u32(index * 4 + 4);
    if (from !== (pieces.at(-1)?.to ?? 0) || to < from) throw damagedDoc(what);
    const at = (count + 1) * 4 + index * 8;
    const place = plex.u32(at + 2);
    const isCompressed = (place & compressedFlag) !== 0;
    const width = isCompressed ? 1 : 2;
    const offset = isCompressed ? (place & 0x3fffffff) >> 1 : place & 0x3fffffff;
    const bytes = main.slice(offset, (to - from) * width);
    const short = plex.u16(at + 6);
    const modifiers = (short & 1) === 0 ? expandPieceModifier(short) : (lists[short >> 1] ?? new Uint8Array());
    pieces.push({ from, to, offset, width, modifiers });
    texts.push(isCompressed ? decodeCompressed(bytes) : decodeUtf16(bytes));
  }
  return {
    text: texts.join('').replace(illFormed, '\ufffd'),
    pieces,
    pieceAt(position) {
      let low = 0;
      let high = pieces.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const piece = pieces[middle];
        if (!piece) return null;
        if (position < piece.from) high = middle - 1;
        else if (position >= piece.to) low = middle + 1;
        else return piece;
      }
      return null;
    },
  };
}
