import type { PDFDocument, PDFFont, PDFHexString } from 'pdf-lib';
import { featuresFor, wantsFullWidth, type LoadedFace } from './loaded-face.ts';

/** Draws characters: which embedded subset to select, and the code of the character in it. */
export interface EncodedCharacter {
  readonly font: PDFFont;
  /** The subset's name in the resources of every page. */
  readonly resource: string;
  readonly code: PDFHexString;
}

/** The subsets embedded in one document. */
export interface PdfFonts {
  readonly encode: (face: LoadedFace, character: string, glyphId: number) => Promise<EncodedCharacter>;
}

interface Subset {
  readonly font: PDFFont;
  readonly resource: string;
  /** Which character a glyph stands for in this subset. */
  readonly characterOf: Map<number, string>;
}

/**
 * Embeds each face as it is first used. A face gets a second subset where two characters share one glyph (look-alike
 * radicals): a subset maps a glyph back to one character only, and the text must come out as it went in.
 */
export function createPdfFonts(document: PDFDocument): PdfFonts {
  const subsets = new Map<string, Subset[]>();
  const encoded = new Map<string, EncodedCharacter>();
  let count = 0;

  const embed = async (face: LoadedFace, isFullWidth: boolean): Promise<Subset> => {
    const font = await document.embedFont(face.bytes, {
      subset: true,
      customName: `${subsetTag(count)}+${face.pdfName}`,
      features: featuresFor(isFullWidth),
      ...(face.postscriptName === undefined ? {} : { postscriptName: face.postscriptName }),
    });
    count += 1;
    return { font, resource: `F${count}`, characterOf: new Map() };
  };

  return {
    encode: async (face, character, glyphId) => {
      const isFullWidth = wantsFullWidth(character);
      const kind = `${face.name}|${face.pdfName}|${isFullWidth}`;
      const key = `${kind}|${character}`;
      const known = encoded.get(key);
      if (known) return known;
      const list = subsets.get(kind) ?? [];
      subsets.set(kind, list);
      let subset = list.find((entry) => (entry.characterOf.get(glyphId) ?? character) === character);
      if (!subset) {
        subset = await embed(face, isFullWidth);
        list.push(subset);
      }
      subset.characterOf.set(glyphId, character);
      const { font, resource } = subset;
      const result = { font, resource, code: font.encodeText(character) };
      encoded.set(key, result);
      return result;
    },
  };
}

/** The six letters that mark a subset (ISO 32000-1, 9.6.4), counted up so that two exports give the same bytes. */
function subsetTag(index: number): string {
  let rest = index;
  let tag = '';
  for (let place = 0; place < 6; place += 1) {
    tag = String.fromCharCode(65 + (rest % 26)) + tag;
    rest = Math.floor(rest / 26);
  }
  return tag;
}
