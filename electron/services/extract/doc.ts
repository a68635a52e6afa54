import { AppError } from '../../../shared/contract/errors.ts';
import type { Extraction, ExtractionWarning } from '../../../shared/document/source.ts';
import { readFileXray } from './doc/file-xray.ts';
import { buildWordDocument, type WordDocument } from './doc/word-document.ts';
import { openWordFile, type WordFile } from './doc/word-file.ts';
import { readNumbering } from './docx/numbering.ts';
import { readStyles } from './docx/styles.ts';
import type { ExtractLimits, FormatReader } from './format.ts';
import { isCompoundFile, rootNames } from './unsupported/compound-file.ts';
import { readWordParts } from './wordml/read-word-parts.ts';

function listWarnings(file: WordFile, counts: WordDocument['counts']): ExtractionWarning[] {
  const { shapes, equations, oldNumbers, dropped } = counts;
  const warnings: ExtractionWarning[] = [
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
  if (dropped > 0) warn('characters-dropped', '文件里有不允许的控制字符，已去掉，请核对原文。');
  if (shapes > 0) {
    warn('drawing-unread', `文中有 ${shapes} 个浮动的图片或图形，其中的文字未读取，请人工查看。`);
  }
  if (equations > 0) {
    warn('equation-unread', `文中有 ${equations} 个公式域或自动编号域，其内容未读取，请人工查看。`);
  }
  if (oldNumbers > 0) {
    warn('numbering-unread', `有 ${oldNumbers} 段用 Word 6.0/95 的自动编号，编号未读取；另存为 .docx 后可以读取。`);
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
  const xray = readFileXray(file);
  return readWordParts(
    {
      ...document,
      format: 'doc',
      formatName: 'Word',
      styles,
      numbering: readNumbering(document.numbering, styles),
      xray,
      warnings: listWarnings(file, document.counts),
      unknownSymbols: 0,
    },
    limits,
  );
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
