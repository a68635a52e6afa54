import { AppError } from '../../../shared/contract/errors.ts';
import type { FontSubstitution, OpinionDocument } from '../../../shared/opinion/opinion.ts';
import { recordFileName } from '../../../shared/opinion/record.ts';
import type { Environment } from '../environment.ts';
import { chooseFaces } from './font-library.ts';
import { renderDocx } from './render-docx.ts';
import { renderPdf } from './render-pdf.ts';

/** An opinion as files, with the same words in both. */
export interface ExportedOpinion {
  readonly docx: Uint8Array;
  readonly pdf: Uint8Array;
  /** Pages of the PDF. */
  readonly pages: number;
  /** Faces that stand in for the official ones in the PDF; the DOCX names the official ones. */
  readonly substitutions: readonly FontSubstitution[];
}

/**
 * Exports an opinion as DOCX and PDF in the layout of GB/T 9704—2012.
 * @param record canonical bytes of the review record, embedded in both files; null for a paper without one
 * @throws AppError `missing-glyph` when a character cannot be drawn, `font-unusable` when a bundled face is missing,
 * `cancelled`
 */
export async function exportOpinion(
  document: OpinionDocument,
  record: Uint8Array | null,
  environment: Pick<Environment, 'assets' | 'fontFolders' | 'progress' | 'signal'>,
): Promise<ExportedOpinion> {
  const faces = await chooseFaces(environment);
  for (const { name, file, reason } of faces.refused) {
    environment.progress(`字体“${name}”（${file}）不能用于 PDF：${reason}`);
  }
  stopIfCancelled(environment.signal);
  const attachments = record
    ? [{ name: recordFileName, mime: 'application/json', bytes: record, description: '审查记录' }]
    : [];
  const pdf = await renderPdf(document, faces, { attachments });
  stopIfCancelled(environment.signal);
  const docx = await renderDocx(document, { record });
  return { docx, pdf: pdf.bytes, pages: pdf.pages, substitutions: [...faces.substitutions, ...pdf.borrowed] };
}

function stopIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('cancelled', '已取消导出，没有写出文件。');
}
