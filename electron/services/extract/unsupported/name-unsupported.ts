import { AppError } from '../../../../shared/contract/errors.ts';
import { openCompoundStorage } from '../doc/compound-storage.ts';
import { tellWordKind } from '../doc/file-information.ts';
import { glanceAtOdf, type OdfKind } from '../odt/package.ts';
import { isCompoundFile, rootNames } from './compound-file.ts';
import { isZip, zipNames } from './zip-names.ts';

/** A format that is known and cannot be read: what it is, and what the person does instead. Both Chinese. */
export interface UnsupportedFormat {
  readonly code: 'unsupported-format' | 'encrypted-file' | 'damaged-file';
  /** Completes the sentence 文件“…”是… */
  readonly what: string;
  readonly remedy: string;
}

const saveAsDocx = '请用 Word 或 WPS 打开后另存为 .docx 格式，再重新提交';

function unsupported(what: string, remedy: string): UnsupportedFormat {
  return { code: 'unsupported-format', what: `${what}，本版暂不能读取`, remedy };
}

const image = (kind: string) =>
  unsupported(`图片（${kind}）`, '请提交文字版文件；只有图片时，请先录入或识别成文字，核对后提交 .docx');

/** Formats told by their first bytes. Strings are bytes, `?` stands for any byte. */
const signatures: readonly (readonly [string, UnsupportedFormat])[] = [
  ['\x89PNG\r\n\x1a\n', image('PNG')],
  ['\xff\xd8\xff', image('JPEG')],
  ['GIF8', image('GIF')],
  ['II*\0', image('TIFF')],
  ['MM\0*', image('TIFF')],
  ['RIFF????WEBP', image('WebP')],
  ['BM????\0\0\0\0', image('BMP')],
  ['MZ', unsupported('可执行程序', '请确认文件来源，不要打开它；提交正式的文本文件')],
  ['\x7fELF', unsupported('可执行程序', '请确认文件来源，不要打开它；提交正式的文本文件')],
  ['L\0\0\0\x01\x14\x02\0', unsupported('快捷方式（.lnk）', '请提交快捷方式所指的文件本身')],
  ['Rar!\x1a\x07', unsupported('压缩包（.rar）', '请先解压，再把解压后的文件夹整个提交')],
  ["7z\xbc\xaf'\x1c", unsupported('压缩包（.7z）', '请先解压，再把解压后的文件夹整个提交')],
  ['\x1f\x8b', unsupported('压缩包（.gz）', '请先解压，再把解压后的文件夹整个提交')],
  ['%!PS', unsupported('PostScript 文档', '请导出为 PDF 后重新提交')],
];

/** XML and web pages that go about as .doc or .wps; they would pass for plain text. */
const markup: readonly (readonly [RegExp, UnsupportedFormat])[] = [
  [/<pkg:package\b/u, unsupported('单文件 XML 格式的 Word 文档', saveAsDocx)],
  [/<w:wordDocument\b/u, unsupported('Word 2003 XML 文档', saveAsDocx)],
  [/^\s*<(?:!doctype html|html)\b/iu, unsupported('网页（HTML）', saveAsDocx)],
  [/^\s*<\?xml\b/iu, unsupported('XML 文件', '请提交 .docx、.pdf 或 .txt 格式的文本')],
  [/^MIME-Version:/iu, unsupported('网页存档（.mht）', saveAsDocx)],
];

function matches(bytes: Uint8Array, pattern: string): boolean {
  if (bytes.length < pattern.length) return false;
  for (let index = 0; index < pattern.length; index += 1) {
    if (pattern[index] !== '?' && bytes[index] !== pattern.charCodeAt(index)) return false;
  }
  return true;
}

const encrypted = (what: string): UnsupportedFormat => ({
  code: 'encrypted-file',
  what: `设有打开密码的 ${what} 文档`,
  remedy: '请取消密码保护后重新提交',
});
const incomplete: UnsupportedFormat = {
  code: 'damaged-file',
  what: '不完整的旧版 Office 文件（.doc、.wps 也属此类）',
  remedy: '请重新复制或重新导出后提交',
};

/** Why a binary Word file cannot be read; null where it can. */
function nameWord(bytes: Uint8Array): UnsupportedFormat | null {
  try {
    switch (tellWordKind(openCompoundStorage(bytes).stream('WordDocument') ?? new Uint8Array())) {
      case 'readable':
        return null;
      case 'encrypted':
        return encrypted('Word');
      case 'word-95':
        return unsupported('Word 6.0/95 文档（.doc）', saveAsDocx);
      case 'foreign':
        return incomplete;
    }
  } catch (error) {
    if (error instanceof AppError) return incomplete;
    throw error;
  }
}

function nameCompound(bytes: Uint8Array): UnsupportedFormat | null {
  const names = new Set(rootNames(bytes));
  if (names.size === 0) return incomplete;
  if (names.has('encryptedpackage')) return encrypted('Office');
  if (names.has('worddocument')) return nameWord(bytes);
  if (names.has('workbook') || names.has('book')) {
    return unsupported('旧版 Excel 表格（.xls）', '请把需要审查的内容另存为 PDF 后重新提交');
  }
  if (names.has('powerpoint document')) {
    return unsupported('旧版演示文稿（.ppt）', '请把需要审查的内容另存为 PDF 后重新提交');
  }
  if ([...names].some((name) => name.startsWith('__properties_version'))) {
    return unsupported('Outlook 邮件（.msg）', '请把邮件中的附件另存出来后提交');
  }
  return unsupported('旧版 Office 或 Works 格式的文件', saveAsDocx);
}

/** OpenDocument files that are no text, or a text that cannot be opened. */
function nameOdf({ type, isEncrypted }: OdfKind): UnsupportedFormat {
  if (isEncrypted) return encrypted('ODF');
  const kind = /^application\/vnd\.oasis\.opendocument\.([a-z]{1,20})/u.exec(type)?.[1];
  if (kind === 'spreadsheet') return unsupported('ODF 表格（.ods）', '请把需要审查的内容另存为 PDF 后重新提交');
  if (kind === 'presentation') return unsupported('ODF 演示文稿（.odp）', '请把需要审查的内容另存为 PDF 后重新提交');
  if (kind === 'text') return { code: 'damaged-file', what: '结构不完整的 ODF 文本文档（.odt）', remedy: saveAsDocx };
  if (type === '') return unsupported('ODF 文档', saveAsDocx);
  return unsupported('ODF 图形、公式等文件', '请把需要审查的内容另存为 PDF 后重新提交');
}

function nameZip(bytes: Uint8Array): UnsupportedFormat {
  const names = zipNames(bytes).map((name) => name.toLowerCase().replaceAll('\\', '/'));
  if (names.length === 0) {
    return {
      code: 'damaged-file',
      what: '不完整的压缩格式文件（.docx、.odt 也属此类）',
      remedy: '请重新复制或重新导出后提交',
    };
  }
  const has = (name: string) => names.includes(name);
  const hasUnder = (folder: string) => names.some((name) => name.startsWith(folder));
  if (has('ofd.xml')) return unsupported('版式文档（.ofd）', '请导出为 PDF 或索取 .docx 原稿后重新提交');
  if (has('[content_types].xml')) {
    if (hasUnder('xl/')) return unsupported('Excel 表格（.xlsx）', '请把需要审查的内容另存为 PDF 后重新提交');
    if (hasUnder('ppt/')) return unsupported('演示文稿（.pptx）', '请把需要审查的内容另存为 PDF 后重新提交');
    return { code: 'damaged-file', what: '结构不完整的 Office 文档', remedy: saveAsDocx };
  }
  const odf = glanceAtOdf(bytes);
  if (odf) return nameOdf(odf);
  return unsupported('压缩包（.zip）', '请先解压，再把解压后的文件夹整个提交');
}

/**
 * Names a known format that cannot be read, by content; null for what it does not know. The formats that can be read
 * are asked first: an intact .docx would be named a ZIP here.
 */
export function nameUnsupported(bytes: Uint8Array): UnsupportedFormat | null {
  if (isCompoundFile(bytes)) return nameCompound(bytes);
  if (isZip(bytes)) return nameZip(bytes);
  const known = signatures.find(([pattern]) => matches(bytes, pattern));
  if (known && !(known[0] === 'MZ' && !bytes.subarray(0, 1024).includes(0))) return known[1];
  const head = Array.from(bytes.subarray(0, 4096), (byte) => String.fromCharCode(byte))
    .join('')
    .replace(/^\xef\xbb\xbf/u, '');
  return markup.find(([pattern]) => pattern.test(head))?.[1] ?? null;
}

/** What follows a refused file's name: what it is and what to do, one Chinese sentence. */
export function sayUnsupported({ what, remedy }: UnsupportedFormat): string {
  return `是${/^[A-Z]/u.test(what) ? ' ' : ''}${what}，${remedy}。`;
}
