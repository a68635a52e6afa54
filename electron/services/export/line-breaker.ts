/** A character with the width it takes, in any unit. */
export interface Measured {
  readonly character: string;
  readonly width: number;
}

/** 禁则 of GB/T 15834—2011 [K]: marks that never begin a line, full width and half width. */
const neverFirst = new Set('，。、；：？！）》」』】〕〗〉］｝”’…·～％‰℃°,.;:?!)]}%');
/** Marks that never end a line. */
const neverLast = new Set('（《「『【〔〖〈［｛“‘([{￥$');
/** Marks that come in pairs and stay together: 破折号 and 省略号. */
const paired = new Set('—…');

const EPSILON = 0.01;

function isSpace(character: string): boolean {
  return /^\s$/u.test(character);
}

/** Letters, figures and half-width signs: what makes up a word or a number that is not torn apart. */
function isWordCharacter(character: string): boolean {
  return /^[!-~\u00C0-\u024F\u0370-\u03FF\u0400-\u04FF]$/u.test(character);
}

/** Whether a line may end after `before` and the next begin with `after`. */
export function mayBreakBetween(before: string, after: string): boolean {
  if (isSpace(after)) return false;
  if (neverFirst.has(after) || /^\p{M}$/u.test(after)) return false;
  if (isSpace(before)) return true;
  if (neverLast.has(before)) return false;
  if (paired.has(before) && before === after) return false;
  if (isWordCharacter(before) && isWordCharacter(after)) return neverLast.has(after) || ')]}'.includes(before);
  return true;
}

/**
 * Breaks a paragraph into lines, each as full as 禁则 allows. Spaces at a break are dropped, so that no line begins with
 * one. A word longer than a line, such as a checksum, is torn where the line ends.
 * @param first width of the first line
 * @param rest width of every other line
 */
export function breakLines<G extends Measured>(
  glyphs: readonly G[],
  first: number,
  rest: number,
): readonly (readonly G[])[] {
  const lines: (readonly G[])[] = [];
  let start = 0;
  while (start < glyphs.length) {
    const end = endOfLine(glyphs, start, lines.length === 0 ? first : rest, rest);
    lines.push(trimEnd(glyphs.slice(start, end)));
    start = end;
    while (isSpace(glyphs[start]?.character ?? '')) start += 1;
  }
  return lines;
}

function endOfLine(glyphs: readonly Measured[], start: number, width: number, rest: number): number {
  let used = 0;
  let end = start;
  for (; end < glyphs.length; end += 1) {
    const glyph = glyphs[end];
    if (!glyph) break;
    used += glyph.width;
    if (used > width + EPSILON && !isSpace(glyph.character)) break;
  }
  if (end === glyphs.length) return end;
  let at = end;
  while (at > start && !mayBreakAt(glyphs, at)) at -= 1;
  const isTorn = at === start || wordWidth(glyphs, at) > rest + EPSILON;
  return isTorn ? Math.max(end, start + 1) : at;
}

function mayBreakAt(glyphs: readonly Measured[], at: number): boolean {
  return mayBreakBetween(glyphs[at - 1]?.character ?? '', glyphs[at]?.character ?? '');
}

/** Width of what is not to be torn from here on. */
function wordWidth(glyphs: readonly Measured[], from: number): number {
  let end = from + 1;
  while (end < glyphs.length && !mayBreakAt(glyphs, end)) end += 1;
  return naturalWidth(glyphs.slice(from, end));
}

function trimEnd<G extends Measured>(line: readonly G[]): readonly G[] {
  let end = line.length;
  while (end > 0 && isSpace(line[end - 1]?.character ?? '')) end -= 1;
  return line.slice(0, end);
}

/** The width of a line as it is, without stretching. */
export function naturalWidth(line: readonly Measured[]): number {
  return line.reduce((sum, glyph) => sum + glyph.width, 0);
}

/**
 * Where each character of a line begins when the line is stretched to a width: the slack goes evenly between
 * characters, never into a word, a number, 破折号 or 省略号. A line that would be stretched by more than `most` at each
 * place stays as it is, for wide gaps read worse than an uneven edge.
 */
export function justify(line: readonly Measured[], width: number, most: number): readonly number[] {
  const isGap = line.map((glyph, index) => {
    const next = line[index + 1];
    if (!next) return false;
    if (isWordCharacter(glyph.character) && isWordCharacter(next.character)) return false;
    return !(paired.has(glyph.character) && glyph.character === next.character);
  });
  const gaps = isGap.filter(Boolean).length;
  const slack = width - naturalWidth(line);
  const stretch = gaps > 0 && slack > EPSILON && slack / gaps <= most ? slack / gaps : 0;
  let x = 0;
  return line.map((glyph, index) => {
    const at = x;
    x += glyph.width + (isGap[index] ? stretch : 0);
    return at;
  });
}
