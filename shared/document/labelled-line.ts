import { labelLength, parseLabel, type Label } from '../text/label.ts';
import type { SourceParagraph } from './source.ts';

/** A source paragraph with its label, typed or automatic, told apart from its text. */
export interface LabelledLine {
  readonly source: SourceParagraph;
  /** Index into the extraction's paragraphs. */
  readonly index: number;
  readonly label: Label | null;
  /** The label as printed, where it is one that {@link parseLabel} does not know (a custom automatic format). */
  readonly printedLabel: string | null;
  readonly text: string;
}

/** White space that means nothing at a paragraph's ends, and characters that mean nothing anywhere. */
export function tidy(text: string): string {
  return text.replace(/\u200b|\u200c|\u200d|\ufeff|\u00ad/gu, '').trim();
}

/** Tells label and text apart; an automatic label wins over a typed one. */
export function toLabelledLine(source: SourceParagraph, index: number): LabelledLine {
  const text = tidy(source.text);
  if (source.part === 'header' || source.part === 'footer' || source.part === 'comment') {
    return { source, index, label: null, printedLabel: source.label, text };
  }
  if (source.label !== null && source.label.trim() !== '') {
    const printed = tidy(source.label);
    const label = parseLabel(`${printed} `);
    return { source, index, label, printedLabel: label ? label.text : printed, text };
  }
  const label = source.part === 'body' ? parseLabel(text) : null;
  if (!label) return { source, index, label: null, printedLabel: null, text };
  return { source, index, label, printedLabel: label.text, text: text.slice(labelLength(text, label)) };
}
