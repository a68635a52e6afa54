import { AppError } from '../../../shared/contract/errors.ts';
import type { FontSubstitution } from '../../../shared/opinion/opinion.ts';
import { officialNames, type FaceSet, type FontRole } from './font-library.ts';
import { wantsFullWidth, type FaceGlyph, type LoadedFace } from './loaded-face.ts';
import { printable } from './opinion-text.ts';

/** A character with the face and size in which it is drawn; measures in points. */
export interface SetGlyph {
  readonly character: string;
  readonly face: LoadedFace;
  readonly glyphId: number;
  readonly size: number;
  /** What the character takes of the line. */
  readonly width: number;
  /** The face's own advance, narrower than `width` where a narrow mark stands in a full-width place. */
  readonly advance: number;
  /** How far to the right in its place the glyph is drawn. */
  readonly shift: number;
  /** Ink from left to right, from where the glyph is drawn; null for a blank. */
  readonly ink: { readonly left: number; readonly right: number } | null;
}

/** Chooses a face for every character and remembers what no face can draw. */
export interface Typesetter {
  /** Sets one paragraph's text, without line breaks in it. */
  readonly set: (text: string, role: FontRole, size: number) => readonly SetGlyph[];
  /** @throws AppError `missing-glyph` naming every character that no face could draw, and where it stands */
  readonly assertComplete: () => void;
  /** Single characters that the face of the workstation lacks and a bundled face lends. */
  readonly borrowed: () => readonly FontSubstitution[];
}

const CONTEXT = 8;

/** Begins a document with these faces. */
export function createTypesetter(faces: FaceSet): Typesetter {
  const missing = new Map<string, string>();
  const borrowed = new Map<string, FontSubstitution>();

  const setGlyph = (character: string, role: FontRole, size: number): SetGlyph | null => {
    const chain = faces.chains[role];
    for (const face of chain) {
      const glyph = face.glyph(character);
      if (!glyph) continue;
      if (face !== chain[0]) {
        const wanted = `${chain[0]?.name ?? officialNames[role]}中的“${character}”`;
        borrowed.set(`${wanted} ${face.name}`, { wanted, used: face.name });
      }
      return place(character, face, glyph, size);
    }
    return null;
  };

  return {
    set: (text, role, size) => {
      const characters = Array.from(printable(text));
      const glyphs = characters.flatMap((character, index) => {
        const glyph = setGlyph(character, role, size);
        if (glyph) return [glyph];
        if (!missing.has(character)) {
          const context = characters.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).join('');
          missing.set(character, context);
        }
        return [];
      });
      return joinDashes(glyphs);
    },
    assertComplete: () => {
      if (missing.size === 0) return;
      const characters = [...missing.keys()].map(nameCharacter);
      const places = [...missing].map(([character, context]) => `${nameCharacter(character)}见“${context}”`);
      throw new AppError(
        'missing-glyph',
        `意见书中有 ${missing.size} 个字符没有可用的字形，已停止导出：${places.join('；')}。` +
          '请改用通用的写法，或在本机安装含有这些字的字体后重试。',
        { data: { characters, places } },
      );
    },
    borrowed: () => [...borrowed.values()],
  };
}

/** A character as a person can look it up: itself, where it shows, and its code. */
function nameCharacter(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return /^[\p{C}\p{Z}]$/u.test(character) ? `U+${code}` : `“${character}”（U+${code}）`;
}

/** Puts a glyph into its place on the line: Chinese punctuation takes a full character even where a face draws it narrow. */
function place(character: string, face: LoadedFace, glyph: FaceGlyph, size: number): SetGlyph {
  const advance = (glyph.advance * size) / 1000;
  const isFull = wantsFullWidth(character) || character === '·';
  const width = isFull ? Math.max(advance, size) : advance;
  const room = width - advance;
  const shift = '“‘'.includes(character) ? room : '”’'.includes(character) ? 0 : room / 2;
  const ink = glyph.ink ? { left: (glyph.ink.left * size) / 1000, right: (glyph.ink.right * size) / 1000 } : null;
  return { character, face, glyphId: glyph.id, size, width, advance, shift, ink };
}

/** 破折号 is one stroke over two characters: where a face draws each dash short of its place, the two are moved together. */
function joinDashes(glyphs: readonly SetGlyph[]): readonly SetGlyph[] {
  return glyphs.map((glyph, index) => {
    if (glyph.character !== '—' || !glyph.ink) return glyph;
    const isJoinedLeft = glyphs[index - 1]?.character === '—';
    const isJoinedRight = glyphs[index + 1]?.character === '—';
    if (isJoinedLeft === isJoinedRight) return glyph;
    return { ...glyph, shift: isJoinedRight ? glyph.width - glyph.ink.right : -glyph.ink.left };
  });
}
