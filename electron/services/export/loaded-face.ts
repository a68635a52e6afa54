import * as fontkit from '@cantoo/fontkit';

/** How one character looks in one face. */
export interface FaceGlyph {
  readonly id: number;
  /** Advance in thousandths of the type size. */
  readonly advance: number;
  /** Ink from left to right in thousandths of the type size; null for a blank, such as a space. */
  readonly ink: { readonly left: number; readonly right: number } | null;
}

/** A face that has been read and can be measured and embedded. */
export interface LoadedFace {
  /** As told to a person. */
  readonly name: string;
  /** For the PDF's font dictionary; plain ASCII. */
  readonly pdfName: string;
  readonly bytes: Uint8Array;
  /** The member to take from a collection. */
  readonly postscriptName: string | undefined;
  /** The glyph that stands for a character, or null where the face would draw nothing or an empty box. */
  readonly glyph: (character: string) => FaceGlyph | null;
}

/**
 * Punctuation that takes a whole character in Chinese text, though a face may offer a narrow form first: embedded with
 * the OpenType feature `fwid`.
 */
export function wantsFullWidth(character: string): boolean {
  return '—…·“”‘’'.includes(character);
}

/** OpenType features for a character: the same when it is measured and when it is embedded. */
export function featuresFor(isFullWidth: boolean): Record<string, boolean> {
  // Characters are set one by one; without ligatures and kerning a glyph is the same wherever it stands.
  return { liga: false, clig: false, dlig: false, kern: false, calt: false, ...(isFullWidth ? { fwid: true } : {}) };
}

/**
 * Reads a TTF, OTF or a member of a TTC.
 * @param postscriptName which member of a collection; undefined for a single font
 * @throws Error when the bytes are no font
 */
export function loadFace(bytes: Uint8Array, name: string, postscriptName: string | undefined): LoadedFace {
  const font = postscriptName === undefined ? fontkit.create(bytes) : fontkit.create(bytes, postscriptName);
  if (!font || 'fonts' in font) throw new Error(`no single face in ${name}`);
  const scale = 1000 / font.unitsPerEm;
  const known = new Map<string, FaceGlyph | null>();
  const look = (character: string): FaceGlyph | null => {
    const code = character.codePointAt(0);
    if (code === undefined || !font.hasGlyphForCodePoint(code)) return null;
    const { glyphs } = font.layout(character, featuresFor(wantsFullWidth(character)));
    const [glyph] = glyphs;
    if (glyphs.length !== 1 || !glyph || glyph.id === 0) return null;
    const { minX, maxX } = glyph.bbox;
    const hasInk = Number.isFinite(minX) && Number.isFinite(maxX) && maxX > minX;
    // A blank where ink is due is a hole in the face, not a glyph.
    if (!hasInk && !/\s/u.test(character)) return null;
    return {
      id: glyph.id,
      advance: glyph.advanceWidth * scale,
      ink: hasInk ? { left: minX * scale, right: maxX * scale } : null,
    };
  };
  return {
    name,
    pdfName: (font.postscriptName ?? '').replaceAll(/[^A-Za-z0-9-]/gu, '') || 'Face',
    bytes,
    postscriptName,
    glyph: (character) => {
      const seen = known.get(character);
      if (seen !== undefined) return seen;
      const glyph = look(character);
      known.set(character, glyph);
      return glyph;
    },
  };
}
