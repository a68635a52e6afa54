import { AppError } from '../../../shared/contract/errors.ts';
import { plainParagraph, type ExtractionWarning } from '../../../shared/document/source.ts';
import type { FormatReader } from './format.ts';
import { findRtf } from './rtf/signature.ts';
import { decodeText } from './txt/decode-text.ts';
import { nameUnsupported } from './unsupported/name-unsupported.ts';

const lineEnd = /\r\n|[\n\r\f\u0085\u2028\u2029]/u;
/** Control characters no text file has a use for, NUL first among them; tab and the ends of lines are not here. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const binary = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/u;

/** Enough to tell text from anything else. */
const sampleSize = 1024 * 1024;

/** The beginning of the bytes up to the end of a line, so that no character is cut; all of a small or UTF-16 file. */
function sample(bytes: Uint8Array): Uint8Array {
  const isUtf16 = bytes[0] === 0xfe || bytes[0] === 0xff;
  const end = bytes.length <= sampleSize || isUtf16 ? -1 : bytes.lastIndexOf(0x0a, sampleSize);
  return end === -1 ? bytes : bytes.subarray(0, end + 1);
}

/** Plain text: one line is one paragraph, empty lines are dropped, indentation is kept. */
export const txtReader: FormatReader = {
  id: 'txt',
  extensions: ['txt'],
  recognise(bytes) {
    if (bytes.length === 0 || nameUnsupported(bytes) !== null || findRtf(bytes) !== null) return false;
    const decoded = decodeText(sample(bytes));
    return decoded !== null && !binary.test(decoded.text);
  },
  extract(bytes, limits) {
    const decoded = decodeText(bytes);
    if (decoded === null) {
      return Promise.reject(
        new AppError('damaged-file', '文本文件的编码无法识别。请用记事本打开后以 UTF-8 编码另存，再重新提交。'),
      );
    }
    if (decoded.text.length > limits.maxTextLength) {
      return Promise.reject(
        new AppError('limit-exceeded', `文本超过 ${limits.maxTextLength} 字的上限。请拆分后分别提交。`),
      );
    }
    const lines = decoded.text.split(lineEnd).map((line) => line.trimEnd());
    const paragraphs = lines.filter((line) => line !== '').map((text) => ({ ...plainParagraph, text }));
    if (paragraphs.length === 0) {
      return Promise.reject(new AppError('no-text', '文本文件里没有文字。请核对是否选错了文件。'));
    }
    const warnings: ExtractionWarning[] = decoded.guessed
      ? [
          {
            code: 'encoding-guessed',
            message: `文件没有标明编码，按 ${decoded.encoding} 读取。如有乱码，请以 UTF-8 编码另存后重新提交。`,
          },
        ]
      : [];
    return Promise.resolve({ format: 'txt', paragraphs, xray: [], warnings });
  },
};
