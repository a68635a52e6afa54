import { readSymbol, unknownSymbol } from '../docx/symbols.ts';
import { encodingOfCodePage, encodingOfFont, type ByteEncoding } from './code-pages.ts';

interface FontDraft {
  name: string;
  charset: number | null;
  codePage: number | null;
  encoding: ByteEncoding | null;
}

const symbolCharset = 2;
const maxFonts = 10_000;

/** The fonts of an RTF file: they say how bytes are read and which signs are symbols. */
export class FontTable {
  /** `\ansicpg` and its older kin. */
  codePage = 1252;
  /** `\deff` */
  standard: number | null = null;
  readonly #fonts = new Map<number, FontDraft>();
  #current: FontDraft | null = null;

  begin(number: number): void {
    this.#current = { name: '', charset: null, codePage: null, encoding: null };
    if (this.#fonts.size < maxFonts) this.#fonts.set(number, this.#current);
  }

  setCharset(charset: number): void {
    if (this.#current) Object.assign(this.#current, { charset, encoding: null });
  }

  setCodePage(codePage: number): void {
    if (this.#current) Object.assign(this.#current, { codePage, encoding: null });
  }

  /** Adds to the name of the font being read; `;` ends it. */
  addName(text: string): void {
    const font = this.#current;
    if (font && !font.name.includes(';') && font.name.length < 200) font.name += text;
  }

  encoding(number: number | null): ByteEncoding {
    const document = encodingOfCodePage(this.codePage);
    const font = this.#fonts.get(number ?? this.standard ?? -1);
    if (!font) return { name: document, isCertain: false };
    font.encoding ??= encodingOfFont(font.charset, font.codePage, document);
    return font.encoding;
  }

  /** Text in a symbol font as the signs it shows; other text as it is. */
  shown(text: string, number: number | null): string {
    const font = this.#fonts.get(number ?? this.standard ?? -1);
    if (font?.charset !== symbolCharset) return text;
    const name = (font.name.split(';')[0] ?? '').trim();
    return [...text]
      .map((character) => {
        const code = character.codePointAt(0) ?? 0;
        const isPlace = (code > 0x20 && code < 0x100) || (code >= 0xf000 && code <= 0xf0ff);
        return isPlace ? readSymbol(name, code.toString(16)) : character;
      })
      .join('');
  }
}

/** How many signs of a text stand for symbols that are not known. */
export function countUnknown(text: string): number {
  return text.split(unknownSymbol).length - 1;
}
