import type { SetGlyph } from './typesetter.ts';

/** A glyph with the left edge of its place, in points from the left edge of the text area. */
export interface PlacedGlyph {
  readonly glyph: SetGlyph;
  readonly x: number;
}

/** A line of type on a page. */
export interface PlacedLine {
  /** Base line, in points down from the top of the text area. */
  readonly baseline: number;
  readonly glyphs: readonly PlacedGlyph[];
  /** Repeated heads of tables and page numbers are no part of the text (ISO 32000, 14.8.2.2). */
  readonly isArtifact: boolean;
}

/** A straight line, horizontal or vertical, in points from the top left corner of the text area. */
export interface Rule {
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

/** What stands in the text area of one page. */
export interface Page {
  readonly lines: readonly PlacedLine[];
  readonly rules: readonly Rule[];
}
