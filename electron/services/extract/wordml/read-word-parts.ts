import { AppError } from '../../../../shared/contract/errors.ts';
import type { DocumentFormat, Extraction, ExtractionWarning, XrayNote } from '../../../../shared/document/source.ts';
import { readComments, readNotes, type AnnotationParts } from '../docx/annotations.ts';
import type { NumberingDefinitions } from '../docx/numbering.ts';
import { startReading, type Reading } from '../docx/reading.ts';
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

/** Headers or footers, each text once. */
function readMargins(reading: Reading, margins: readonly XmlElement[], kind: 'header' | 'footer'): void {
  const counters = startCounters();
  const seen = new Set<string>();
  for (const margin of margins) {
    const first = reading.paragraphs.length;
    const firstNote = reading.xray.length;
    readStory(margin, kind, counters, reading);
    const key = JSON.stringify(reading.paragraphs.slice(first).map(({ text, originalText }) => [text, originalText]));
    if (seen.has(key)) {
      reading.paragraphs.length = first;
      reading.xray.length = firstNote;
    }
    seen.add(key);
  }
}

function listWarnings(reading: Reading, parts: WordParts): readonly ExtractionWarning[] {
  const warnings: ExtractionWarning[] = [
    { code: 'page-unknown', message: `${parts.formatName} 文档不固定页码，未标注页码；引用时请用条款号。` },
    ...parts.warnings,
  ];
  const warn = (code: string, message: string) => warnings.push({ code, message });
  const unknownSymbols = reading.unknownSymbols + parts.unknownSymbols;
  if (reading.pictures > 0) {
    warn('picture-unread', `文中有 ${reading.pictures} 幅图片，图片里的文字未读取，请人工查看。`);
  }
  if (reading.drawings > 0) {
    warn('drawing-unread', `文中有 ${reading.drawings} 个图表、公式或控件，其中的文字未读取，请人工查看。`);
  }
  if (unknownSymbols > 0) {
    warn('symbol-unknown', `有 ${unknownSymbols} 个符号字体的字符无法辨认，以“\ufffd”代替，请核对原文。`);
  }
  if (reading.oddFormats.size > 0) {
    const names = [...reading.oddFormats].slice(0, 5).map((name) => name.slice(0, 40));
    warn('number-format-unknown', `有不支持的自动编号样式（${names.join('、')}），暂以阿拉伯数字表示，请核对原文。`);
  }
  return warnings;
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
  const hasText = reading.paragraphs.some(
    ({ text, label, originalText }) => `${text}${label ?? ''}${originalText ?? ''}` !== '',
  );
  if (!hasText) {
    const hint = reading.pictures > 0 ? '，只有图片。请提交文字版文件' : '。请核对是否选错了文件';
    throw new AppError('no-text', `文件里没有文字${hint}。`);
  }
  return {
    format: parts.format,
    paragraphs: reading.paragraphs,
    xray: [...reading.xray, ...checkFields(reading), ...parts.xray],
    warnings: listWarnings(reading, parts),
  };
}
