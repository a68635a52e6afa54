import { AppError } from '../../../shared/contract/errors.ts';
import type { Extraction, ExtractionWarning } from '../../../shared/document/source.ts';
import type { ExtractLimits, FormatReader } from './format.ts';
import { destinations } from './rtf/destinations.ts';
import { RtfReader } from './rtf/reader.ts';
import { findRtf } from './rtf/signature.ts';
import { tokenize } from './rtf/tokens.ts';
import { characters, words } from './rtf/words.ts';
import { readWordParts } from './wordml/read-word-parts.ts';

function listWarnings(reader: RtfReader): readonly ExtractionWarning[] {
  const warnings: ExtractionWarning[] = [];
  if (reader.hasDamagedBytes) {
    warnings.push({
      code: 'characters-dropped',
      message: '文件里有按其编码无法解码的字节，以“\ufffd”代替，请核对原文。',
    });
  }
  if (reader.hasTrailingContent) {
    warnings.push({
      code: 'trailing-content',
      message: '文件在正文结束的标记之后还有内容，Word 不会显示，这里也未读取，请核对文件是否完整。',
    });
  }
  return warnings;
}

function extract(bytes: Uint8Array, limits: ExtractLimits): Extraction {
  if (bytes.length > limits.maxFileBytes) {
    throw new AppError('limit-exceeded', `文件超过 ${limits.maxFileBytes} 字节的上限。请拆分后分别提交。`);
  }
  const start = findRtf(bytes);
  const reader = new RtfReader(limits, { words, destinations, characters });
  if (start !== null) tokenize(bytes, start, reader);
  if (!reader.isComplete) {
    throw new AppError(
      'damaged-file',
      '文件不完整：RTF 的内容在结束之前中断。请重新复制，或用 Word、WPS 打开核对后另存，再重新提交。',
    );
  }
  return readWordParts(
    {
      format: 'rtf',
      formatName: 'RTF',
      body: reader.body,
      headers: reader.headers,
      footers: reader.footers,
      footnotes: reader.footnotes,
      endnotes: reader.endnotes,
      comments: reader.comments,
      styles: reader.styles.finish(),
      numbering: reader.lists.finish(reader.hasChangedMarks),
      xray: reader.xray,
      warnings: listWarnings(reader),
      unknownSymbols: reader.unknownSymbols,
    },
    limits,
  );
}

/**
 * Rich Text Format (version 1.9.1 and older), in both views of its tracked changes.
 *
 * Automatic numbers are those that were printed when the file was saved; they are computed where the file leaves them
 * out or where tracked changes give the two views different ones. Pages are not known.
 */
export const rtfReader: FormatReader = {
  id: 'rtf',
  extensions: ['rtf'],
  recognise: (bytes) => findRtf(bytes) !== null,
  extract: (bytes, limits) =>
    new Promise((resolve) => {
      resolve(extract(bytes, limits));
    }),
};
