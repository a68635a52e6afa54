import { basename } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import { docReader } from './doc.ts';
import { docxReader } from './docx.ts';
import type { FormatReader } from './format.ts';
import { odtReader } from './odt.ts';
import { pdfReader } from './pdf.ts';
import { rtfReader } from './rtf.ts';
import { txtReader } from './txt.ts';
import { isCompoundFile } from './unsupported/compound-file.ts';
import { nameUnsupported, sayUnsupported, type UnsupportedFormat } from './unsupported/name-unsupported.ts';

/** Every format that can be read, those with a signature first: plain text would take what has none. */
export const formats: readonly FormatReader[] = [docxReader, docReader, rtfReader, odtReader, pdfReader, txtReader];

const unknown: UnsupportedFormat = {
  code: 'unsupported-format',
  what: '无法识别的文件',
  remedy: '能读取的是 .docx、.doc、.wps、.rtf、.odt、有文字的 .pdf 和 .txt，请转换后重新提交',
};

/** What a file is by its content; its name is never asked. */
export type RecognisedFormat =
  | { readonly kind: 'readable'; readonly reader: FormatReader }
  | { readonly kind: 'unsupported'; readonly format: UnsupportedFormat };

/** Tells by content which reader takes the bytes, or why none does. */
export function recogniseFormat(bytes: Uint8Array): RecognisedFormat {
  // Readers of Word files take encrypted and old ones too, to say so; that is said here, before anything is taken in.
  const refused = isCompoundFile(bytes) ? nameUnsupported(bytes) : null;
  const reader = refused ? undefined : formats.find((format) => format.recognise(bytes));
  if (reader) return { kind: 'readable', reader };
  return { kind: 'unsupported', format: refused ?? nameUnsupported(bytes) ?? unknown };
}

/** The refusal of a file that no reader takes, as one sentence that names the file. */
export function refuseFormat(path: string, format: UnsupportedFormat): AppError {
  return new AppError(format.code, `文件“${basename(path)}”${sayUnsupported(format)}`);
}
