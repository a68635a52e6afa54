import { AppError } from '../../../shared/contract/errors.ts';
import type { Extraction, ExtractionWarning } from '../../../shared/document/source.ts';
import { readFileXray } from './doc/file-xray.ts';
import { buildWordDocument, type WordDocument } from './doc/word-document.ts';
import { openWordFile, type WordFile } from './doc/word-file.ts';
import { readComments, readNotes } from './docx/annotations.ts';
import { readNumbering } from './docx/numbering.ts';
import { startReading, type Reading } from './docx/reading.ts';
import { checkFields } from './docx/references.ts';
import { readStory, startCounters } from './docx/story.ts';
import { readStyles } from './docx/styles.ts';
import type { ExtractLimits, FormatReader } from './format.ts';
import { isCompoundFile, rootNames } from './unsupported/compound-file.ts';
import type { XmlElement } from './xml.ts';

/** Headers or footers of all sections, each text once. */
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

function listWarnings(reading: Reading, file: WordFile, document: WordDocument): readonly ExtractionWarning[] {
  const warnings: ExtractionWarning[] = [
    { code: 'page-unknown', message: 'Word 文档不固定页码，未标注页码；引用时请用条款号。' },
    {
      code: 'old-format',
      message: '文件是旧版 Word（.doc）或 WPS（.wps）格式，另存为 .docx 后重新提交，读取更准确。',
    },
  ];
  const warn = (code: string, message: string) => warnings.push({ code, message });
  const missing = file.storage.missingBytes();
  if (missing > 0) warn('file-cut-short', `文件末尾缺少 ${missing} 字节，已补齐读取，请核对原文的末尾。`);
  if (file.lacksText) warn('text-missing', '文件里的文字少于文件头记录的字数，可能缺少内容，请核对原文。');
  if (file.unread.size > 0) {
    warn('part-unread', `文件有损坏的部分（${[...file.unread].join('、')}），未能读取，请核对原文。`);
  }
  if (document.counts.dropped > 0) warn('characters-dropped', '文件里有不允许的控制字符，已去掉，请核对原文。');
  if (reading.pictures > 0) {
    warn('picture-unread', `文中有 ${reading.pictures} 幅图片，图片里的文字未读取，请人工查看。`);
  }
  if (document.counts.shapes > 0) {
    warn('drawing-unread', `文中有 ${document.counts.shapes} 个浮动的图片或图形，其中的文字未读取，请人工查看。`);
  }
  if (document.counts.equations > 0) {
    warn('equation-unread', `文中有 ${document.counts.equations} 个公式域，其内容未读取，请人工查看。`);
  }
  if (reading.unknownSymbols > 0) {
    warn('symbol-unknown', `有 ${reading.unknownSymbols} 个符号字体的字符无法辨认，以“\ufffd”代替，请核对原文。`);
  }
  if (reading.oddFormats.size > 0) {
    const names = [...reading.oddFormats].slice(0, 5).map((name) => name.slice(0, 40));
    warn('number-format-unknown', `有不支持的自动编号样式（${names.join('、')}），暂以阿拉伯数字表示，请核对原文。`);
  }
  return warnings;
}

function extract(bytes: Uint8Array, limits: ExtractLimits): Extraction {
  if (bytes.length > limits.maxFileBytes) {
    throw new AppError('limit-exceeded', `文件超过 ${limits.maxFileBytes} 字节的上限。请拆分后分别提交。`);
  }
  const file = openWordFile(bytes, limits);
  const document = buildWordDocument(file);
  const styles = readStyles(document.styles);
  const reading = startReading(styles, readNumbering(document.numbering, styles), limits);
  readStory(document.body, 'body', startCounters(), reading);
  readMargins(reading, document.headers, 'header');
  readMargins(reading, document.footers, 'footer');
  readNotes(reading, document);
  readComments(reading, document);
  if (
    !reading.paragraphs.some(({ text, label, originalText }) => `${text}${label ?? ''}${originalText ?? ''}` !== '')
  ) {
    const hint = reading.pictures > 0 ? '，只有图片。请提交文字版文件' : '。请核对是否选错了文件';
    throw new AppError('no-text', `文件里没有文字${hint}。`);
  }
  const xray = [...reading.xray, ...checkFields(reading), ...readFileXray(file)];
  return { format: 'doc', paragraphs: reading.paragraphs, xray, warnings: listWarnings(reading, file, document) };
}

/**
 * Binary Word documents ([MS-DOC], Word 97 to 2003) and those of WPS, whose container is the same.
 *
 * The file is told in the elements of WordprocessingML and read from there like a .docx: both formats follow the same
 * rules for numbers, revisions, tables and notes, and give their parts in the same order.
 */
export const docReader: FormatReader = {
  id: 'doc',
  extensions: ['doc', 'wps', 'dot', 'wpt'],
  recognise: (bytes) => isCompoundFile(bytes) && rootNames(bytes).includes('worddocument'),
  extract: (bytes, limits) => new Promise((resolve) => resolve(extract(bytes, limits))),
};
