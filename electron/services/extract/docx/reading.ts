import { AppError } from '../../../../shared/contract/errors.ts';
import type { SourceParagraph, XrayNote } from '../../../../shared/document/source.ts';
import type { ExtractLimits } from '../format.ts';
import type { XmlElement } from '../xml.ts';
import type { InlineContent, NoteReference } from './inline.ts';
import type { NumberingDefinitions } from './numbering.ts';
import { quote } from './revision.ts';
import type { StyleSheet } from './styles.ts';

/** A note of the X-ray whose paragraph is not placed yet. */
export type LooseNote = Pick<XrayNote, 'kind' | 'detail'>;

/** A cross-reference and the entry it stands in. */
export interface FieldInText {
  readonly instruction: string;
  readonly result: string;
  readonly paragraph: number | null;
}

/** Everything found so far; one object travels through the stories of a document and gathers. */
export interface Reading {
  readonly styles: StyleSheet;
  readonly numbering: NumberingDefinitions;
  readonly limits: ExtractLimits;
  readonly paragraphs: SourceParagraph[];
  readonly xray: XrayNote[];
  /** Label of the bookmarked paragraph in the final view, by name in lower case. */
  readonly bookmarkLabels: Map<string, string | null>;
  readonly fields: FieldInText[];
  readonly notes: NoteReference[];
  /** Index of the paragraph that a comment is tied to. */
  readonly commentAnchors: Map<string, number | null>;
  readonly sections: XmlElement[];
  /** Number formats that are not known. */
  readonly oddFormats: Set<string>;
  pictures: number;
  drawings: number;
  unknownSymbols: number;
  alternativeParts: number;
  textLength: number;
}

/** Starts a reading that has found nothing yet. */
export function startReading(styles: StyleSheet, numbering: NumberingDefinitions, limits: ExtractLimits): Reading {
  return {
    styles,
    numbering,
    limits,
    paragraphs: [],
    xray: [],
    bookmarkLabels: new Map(),
    fields: [],
    notes: [],
    commentAnchors: new Map(),
    sections: [],
    oddFormats: new Set(),
    pictures: 0,
    drawings: 0,
    unknownSymbols: 0,
    alternativeParts: 0,
    textLength: 0,
  };
}

/** Adds a paragraph and returns its index. @throws AppError `limit-exceeded` */
export function addParagraph(reading: Reading, paragraph: SourceParagraph): number {
  reading.textLength += paragraph.text.length + (paragraph.originalText?.length ?? 0);
  if (reading.textLength > reading.limits.maxTextLength) {
    throw new AppError(
      'limit-exceeded',
      `文件的文字超过 ${reading.limits.maxTextLength} 字的上限，已停止读取。请拆分后分别提交。`,
    );
  }
  return reading.paragraphs.push(paragraph) - 1;
}

/** Ties what stood in a paragraph, beside its text, to the entry the paragraph became; null where none was left. */
export function placeContent(reading: Reading, content: InlineContent, at: number | null): void {
  if (content.hidden.trim() !== '') {
    const detail = `隐藏文字${quote(content.hidden)}：打印页面上看不到，未计入正文`;
    reading.xray.push({ kind: 'hidden-text', detail, paragraph: at });
  }
  for (const id of content.comments) if (!reading.commentAnchors.has(id)) reading.commentAnchors.set(id, at);
  for (const field of content.fields) reading.fields.push({ ...field, paragraph: at });
  for (const reference of content.notes) reading.notes.push(reference);
  reading.pictures += content.pictures;
  reading.drawings += content.drawings;
  reading.unknownSymbols += content.unknownSymbols;
}
