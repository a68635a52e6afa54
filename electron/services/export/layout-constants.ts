/**
 * The measures of GB/T 9704—2012 《党政机关公文格式》. Top margin up to characters a line were read in an excerpt of
 * the standard; every value marked [K] is from general knowledge of it and has yet to be checked against the printed
 * text.
 */

/** Points in a millimetre. */
const POINTS_PER_MM = 72 / 25.4;

/** Converts millimetres to PDF points. */
export function points(millimetres: number): number {
  return millimetres * POINTS_PER_MM;
}

/** Sheet A4, in mm. */
export const sheet = { width: 210, height: 297 } as const;

/** Margins in mm: 天头 37±1, 订口 28±1; bottom and right follow from the text area. */
export const margins = { top: 37, right: 26, bottom: 35, left: 28 } as const;

/** 版心, the text area, in mm. */
export const textArea = { width: 156, height: 225 } as const;

/** Lines on a page and characters in a line. */
export const grid = { lines: 22, characters: 28 } as const;

/** Height of one of the 22 lines, in points. */
export const linePitch = points(textArea.height) / grid.lines;

/**
 * Width of one of the 28 characters, in points. 28 characters of 3号 (16 pt) measure 158 mm and the text area 156 mm,
 * so the PDF draws 3号 at this size instead of squeezing the spaces between characters.
 */
export const cell = points(textArea.width) / grid.characters;

/** Chinese type sizes in points [K]: 2号 title, 3号 body, 4号 page number. */
export const typeSize = { title: 22, body: 16, pageNumber: 14 } as const;

/**
 * The table of issues has up to seven columns in 28 characters of width; at 3号 a column of four characters would break
 * every few words and a page would hold three issues. It is therefore set in 小四 (12 pt), within the 12 to 14 points
 * that offices use for tables; the standard fixes no size for them.
 */
export const table = { size: 12, pitch: 17, padding: { x: 2.8, y: 4.5 }, rule: 0.5, margin: 6 } as const;

/** Blank lines between the head of the page, or the red line where there is one, and the title [K]. */
export const linesAboveTitle = 2;

/** Blank lines between the title, or the number under it, and the addressee [K]. */
export const linesAboveAddressee = 1;

/** Indent of a paragraph's first line and of a note, in characters [K]. */
export const paragraphIndent = 2;

/**
 * Signature [K]: the date ends four characters from the right edge, the organ is centred over it, and the seal covers
 * both with its top no more than one line below the text. A round seal of 42 mm is 4.1 lines high: with two blank lines
 * the two lines of type lie a little below its centre, as the standard wants.
 */
export const signature = { dateIndent: 4, linesForSeal: 2 } as const;

/**
 * Page number [K]: 4号 half-width 宋体 between dashes, 7 mm below the text area, one character from the right edge on
 * odd pages and from the left edge on even ones.
 */
export const pageNumber = { drop: 7, indent: 1 } as const;

/** Where the base line lies in a full-width character: the share of the em above it, as CJK faces are drawn. */
export const ascent = 0.88;

/** The text of a page number, with its 一字线 on both sides. */
export function pageNumberText(page: number): string {
  return `— ${page} —`;
}
