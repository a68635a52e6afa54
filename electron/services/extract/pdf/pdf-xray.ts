import type { XrayNote } from '../../../../shared/document/source.ts';
import type { PdfAnnotation, PdfFile } from './open-pdf.ts';

const noteTypes = new Set([
  'Text',
  'FreeText',
  'Highlight',
  'Underline',
  'StrikeOut',
  'Squiggly',
  'Stamp',
  'Caret',
  'Ink',
]);

function note(kind: XrayNote['kind'], detail: string): XrayNote {
  return { kind, detail, paragraph: null };
}

/** What a PDF carries beside its pages: scripts, attached files, names of people. */
export async function fileXray(file: PdfFile): Promise<readonly XrayNote[]> {
  const notes: XrayNote[] = [];
  if (await file.hasJSActions()) notes.push(note('macro', 'PDF 内含脚本（未运行）'));
  for (const { filename } of Object.values((await file.getAttachments()) ?? {})) {
    notes.push(note('embedded-object', `PDF 内附文件“${filename}”（未读取）`));
  }
  const { info } = await file.getMetadata();
  if ('Author' in info && typeof info.Author === 'string' && info.Author.trim() !== '') {
    notes.push(note('metadata', `文件属性中的作者：${info.Author.trim()}`));
  }
  return notes;
}

/** Comments and outward links on one page. */
export function annotationXray(annotations: readonly PdfAnnotation[], page: number): readonly XrayNote[] {
  return annotations.flatMap((annotation) => {
    const contents = annotation.contentsObj?.str.trim() ?? '';
    if (noteTypes.has(annotation.subtype ?? '') && contents !== '') {
      return [note('comment', `第 ${page} 页批注：${contents}`)];
    }
    return annotation.url === undefined ? [] : [note('external-link', `第 ${page} 页链接：${annotation.url}`)];
  });
}

/** Whether a page holds form fields that are filled in: what stands in them is not part of the page's text. */
export function hasFilledFields(annotations: readonly PdfAnnotation[]): boolean {
  return annotations.some(
    ({ subtype, fieldType, fieldValue }) =>
      subtype === 'Widget' && fieldType === 'Tx' && typeof fieldValue === 'string' && fieldValue.trim() !== '',
  );
}
