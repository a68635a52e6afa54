import { AppError } from '../../../shared/contract/errors.ts';
import type { Extraction, ExtractionWarning } from '../../../shared/document/source.ts';
import { readComments, readNotes } from './docx/annotations.ts';
import { readNumbering } from './docx/numbering.ts';
import { isWordPackage, openPackage, targetOf, type OpcPackage, type Relationship } from './docx/package.ts';
import { readPackageXray } from './docx/package-xray.ts';
import { startReading, type Reading } from './docx/reading.ts';
import { checkFields } from './docx/references.ts';
import { readStory, startCounters } from './docx/story.ts';
import { readStyles } from './docx/styles.ts';
import type { ExtractLimits, FormatReader } from './format.ts';
import { isCompoundFile, rootNames } from './unsupported/compound-file.ts';
import { child, childElements, type XmlElement } from './xml.ts';

/** Whether the bytes are an Office document behind a password: a compound file around the encrypted package. */
function isEncrypted(bytes: Uint8Array): boolean {
  return isCompoundFile(bytes) && rootNames(bytes).includes('encryptedpackage');
}

/** Opens the main part through the relationships of the package, whatever it is called. */
async function readMainPart(opc: OpcPackage): Promise<{ readonly part: string; readonly body: XmlElement }> {
  const part = targetOf(await opc.relationships(''), 'officeDocument');
  const root = part === null ? null : await opc.readXml(part);
  if (part === null || !root) {
    throw new AppError('damaged-file', '文件里没有 Word 正文，可能已损坏。请用 Word 或 WPS 打开后另存，再重新提交。');
  }
  const body = root.name === 'w:document' ? child(root, 'w:body') : null;
  if (!body) {
    throw new AppError('damaged-file', `文件的部件“${part}”不是 Word 正文。请用 Word 或 WPS 另存为 .docx 后提交。`);
  }
  return { part, body };
}

/** Headers and footers of all sections, each text once. */
async function readMargins(
  reading: Reading,
  opc: OpcPackage,
  relationships: readonly Relationship[],
  kind: 'header' | 'footer',
): Promise<void> {
  const counters = startCounters();
  const targets = new Set<string>();
  for (const section of reading.sections) {
    for (const reference of childElements(section, `w:${kind}Reference`)) {
      const id = reference.attributes['r:id'];
      const target = relationships.find((relationship) => relationship.id === id && !relationship.isExternal)?.target;
      if (target !== undefined) targets.add(target);
    }
  }
  const seen = new Set<string>();
  for (const target of targets) {
    const root = await opc.readXml(target);
    if (!root) continue;
    const first = reading.paragraphs.length;
    const firstNote = reading.xray.length;
    readStory(root, kind, counters, reading);
    const key = JSON.stringify(reading.paragraphs.slice(first).map(({ text, originalText }) => [text, originalText]));
    if (seen.has(key)) {
      reading.paragraphs.length = first;
      reading.xray.length = firstNote;
    }
    seen.add(key);
  }
}

function listWarnings(reading: Reading, opc: OpcPackage): readonly ExtractionWarning[] {
  const warnings: ExtractionWarning[] = [
    { code: 'page-unknown', message: 'Word 文档不固定页码，未标注页码；引用时请用条款号。' },
  ];
  const warn = (code: string, message: string) => warnings.push({ code, message });
  if (opc.wasRepaired()) warn('characters-dropped', '文件里有不允许的控制字符或无法解码的字节，已去掉，请核对原文。');
  if (reading.pictures > 0)
    warn('picture-unread', `文中有 ${reading.pictures} 幅图片，图片里的文字未读取，请人工查看。`);
  if (reading.drawings > 0) {
    warn('drawing-unread', `文中有 ${reading.drawings} 个图表或流程图，其中的文字未读取，请人工查看。`);
  }
  if (reading.alternativeParts > 0) {
    warn(
      'altchunk-unread',
      `文中嵌有 ${reading.alternativeParts} 段外来内容（altChunk），未读取，请用 Word 另存后提交。`,
    );
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

async function extract(bytes: Uint8Array, limits: ExtractLimits): Promise<Extraction> {
  if (isEncrypted(bytes)) {
    throw new AppError('encrypted-file', '文件设有打开密码，无法读取。请取消密码保护后重新提交。');
  }
  if (bytes.length > limits.maxFileBytes) {
    throw new AppError('limit-exceeded', `文件超过 ${limits.maxFileBytes} 字节的上限。请拆分后分别提交。`);
  }
  const opc = await openPackage(bytes, limits);
  const { part, body } = await readMainPart(opc);
  const relationships = await opc.relationships(part);
  const readPart = async (type: string): Promise<XmlElement | null> => {
    const target = targetOf(relationships, type);
    return target === null ? null : opc.readXml(target);
  };
  const styles = readStyles(await readPart('styles'));
  const reading = startReading(styles, readNumbering(await readPart('numbering'), styles), limits);

  readStory(body, 'body', startCounters(), reading);
  await readMargins(reading, opc, relationships, 'header');
  await readMargins(reading, opc, relationships, 'footer');
  const annotations = {
    footnotes: await readPart('footnotes'),
    endnotes: await readPart('endnotes'),
    comments: await readPart('comments'),
  };
  readNotes(reading, annotations);
  readComments(reading, annotations);
  if (
    !reading.paragraphs.some(({ text, label, originalText }) => `${text}${label ?? ''}${originalText ?? ''}` !== '')
  ) {
    const hint = reading.pictures > 0 ? '，只有图片。请提交文字版文件' : '。请核对是否选错了文件';
    throw new AppError('no-text', `文件里没有文字${hint}。`);
  }
  const xray = [...reading.xray, ...checkFields(reading), ...(await readPackageXray(opc))];
  return { format: 'docx', paragraphs: reading.paragraphs, xray, warnings: listWarnings(reading, opc) };
}

/**
 * Word documents (ISO/IEC 29500, transitional and Strict), read in both views of their revisions.
 *
 * Automatic numbers are computed as Word prints them. The order is: body with its tables and text boxes, headers,
 * footers, footnotes and endnotes, comments. Pages are not known.
 */
export const docxReader: FormatReader = {
  id: 'docx',
  extensions: ['docx', 'docm', 'dotx', 'dotm'],
  recognise: (bytes) => isEncrypted(bytes) || isWordPackage(bytes),
  extract: (bytes, limits) => extract(bytes, limits),
};
