import type { DocumentFormat, Extraction, ExtractionWarning, XrayNote } from '../../../../shared/document/source.ts';
import { readComments, readNotes, type AnnotationParts } from '../docx/annotations.ts';
import type { NumberingDefinitions } from '../docx/numbering.ts';
import { expectText, listUnread, readMargins } from '../docx/outcome.ts';
import { startReading } from '../docx/reading.ts';
import { checkFields } from '../docx/references.ts';
import { readStory, startCounters } from '../docx/story.ts';
import type { StyleSheet } from '../docx/styles.ts';
import type { ExtractLimits } from '../format.ts';
import type { XmlElement } from '../xml.ts';

/**
 * A document of another format, translated into the parts of a Word document: what one reader knows of views, labels,
 * tables and notes holds for all.
 */
export interface WordParts extends AnnotationParts {
  readonly format: DocumentFormat;
  /** What people call the format, for messages: RTF, ODF … */
  readonly formatName: string;
  readonly body: XmlElement;
  readonly headers: readonly XmlElement[];
  readonly footers: readonly XmlElement[];
  readonly styles: StyleSheet;
  readonly numbering: NumberingDefinitions;
  /** Of the file as a whole. */
  readonly xray: readonly XrayNote[];
  readonly warnings: readonly ExtractionWarning[];
  /** Symbols of symbol fonts that were replaced while translating. */
  readonly unknownSymbols: number;
}

/**
 * Reads translated parts in both views of their revisions, in the order of a .docx: body with its tables and text
 * boxes, headers, footers, footnotes and endnotes, comments.
 * @throws AppError `limit-exceeded`, `no-text`
 */
export function readWordParts(parts: WordParts, limits: ExtractLimits): Extraction {
  const reading = startReading(parts.styles, parts.numbering, limits);
  readStory(parts.body, 'body', startCounters(), reading);
  readMargins(reading, parts.headers, 'header');
  readMargins(reading, parts.footers, 'footer');
  readNotes(reading, parts);
  readComments(reading, parts);
  expectText(reading);
  return {
    format: parts.format,
    paragraphs: reading.paragraphs,
    xray: [...reading.xray, ...checkFields(reading), ...parts.xray],
    warnings: [
      { code: 'page-unknown', message: `${parts.formatName} 文档不固定页码，未标注页码；引用时请用条款号。` },
      ...parts.warnings,
      ...listUnread(reading, '图表、公式或控件', parts.unknownSymbols),
    ],
  };
}
