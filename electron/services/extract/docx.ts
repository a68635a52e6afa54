import { AppError } from '../../../shared/contract/errors.ts';
import type { Extraction, ExtractionWarning } from '../../../shared/document/source.ts';
import { readComments, readNotes } from './docx/annotations.ts';
import { readNumbering } from './docx/numbering.ts';
import { expectText, listUnread, readMargins } from './docx/outcome.ts';
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

/** The headers or footers of all sections, each part once. */
async function findMargins(
  reading: Reading,
  opc: OpcPackage,
  relationships: readonly Relationship[],
  kind: 'header' | 'footer',
): Promise<readonly XmlElement[]> {
  const targets = new Set<string>();
  for (const section of reading.sections) {
    for (const reference of childElements(section, `w:${kind}Reference`)) {
      const id = reference.attributes['r:id'];
      const target = relationships.find((relationship) => relationship.id === id && !relationship.isExternal)?.target;
      if (target !== undefined) targets.add(target);
    }
  }
  const roots: XmlElement[] = [];
  for (const target of targets) {
    const root = await opc.readXml(target);
    if (root) roots.push(root);
  }
  return roots;
}

function listWarnings(reading: Reading, opc: OpcPackage): readonly ExtractionWarning[] {
  const dropped = {
    code: 'characters-dropped',
    message: '文件里有不允许的控制字符或无法解码的字节，已去掉，请核对原文。',
  };
  return [
    { code: 'page-unknown', message: 'Word 文档不固定页码，未标注页码；引用时请用条款号。' },
    ...(opc.wasRepaired() ? [dropped] : []),
    ...listUnread(reading, '图表或流程图'),
  ];
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
  readMargins(reading, await findMargins(reading, opc, relationships, 'header'), 'header');
  readMargins(reading, await findMargins(reading, opc, relationships, 'footer'), 'footer');
  const annotations = {
    footnotes: await readPart('footnotes'),
    endnotes: await readPart('endnotes'),
    comments: await readPart('comments'),
  };
  readNotes(reading, annotations);
  readComments(reading, annotations);
  expectText(reading);
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
