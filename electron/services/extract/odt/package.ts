import { AppError } from '../../../../shared/contract/errors.ts';
import type { ExtractLimits } from '../format.ts';
import { child, childElements, parseXml, type XmlElement } from '../xml.ts';
import { glanceAtZip, openZip, type ZipEntry } from '../zip.ts';
import { odfVocabulary } from './vocabulary.ts';

/** An OpenDocument text, packed or flat, as its parts. In a flat file they are one element. */
export interface OdfParts {
  readonly content: XmlElement;
  readonly styles: XmlElement | null;
  readonly meta: XmlElement | null;
  /** Names in the package; none for a flat file. */
  readonly names: readonly string[];
  readonly wasRepaired: boolean;
}

const textKind = /^application\/vnd\.oasis\.opendocument\.text(?:-template|-master|-web)?$/u;
const textKindAnywhere = /application\/vnd\.oasis\.opendocument\.text(?:-template|-master|-web)?["']/u;
const headLength = 8192;

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** Whether a manifest (ODF 1.3, part 2) says that parts are encrypted. */
function saysEncrypted(manifest: Uint8Array | null): boolean {
  return manifest !== null && /<(?:[\w-]{1,40}:)?encryption-data\b/u.test(latin1(manifest));
}

/** What kind of OpenDocument file a ZIP is. */
export interface OdfKind {
  /** Media type, empty where it is not said. */
  readonly type: string;
  readonly isEncrypted: boolean;
}

/** Tells by its content whether a ZIP is an OpenDocument file of any kind; null where it is none or is incomplete. */
export function glanceAtOdf(bytes: Uint8Array): OdfKind | null {
  const zip = glanceAtZip(bytes);
  if (!zip) return null;
  const manifest = zip.read('meta-inf/manifest.xml');
  const mimetype = zip.read('mimetype');
  const type = mimetype ? latin1(mimetype).trim() : '';
  const isOdf = type.startsWith('application/vnd.oasis.opendocument.');
  if (!isOdf && !(zip.names.includes('content.xml') && zip.names.includes('meta-inf/manifest.xml'))) return null;
  const stated = /media-type="(application\/vnd\.oasis\.opendocument\.[a-z-]{1,40})"/u;
  const root = manifest ? stated.exec(latin1(manifest))?.[1] : undefined;
  const isEncrypted = zip.names.includes('encrypted-package') || saysEncrypted(manifest);
  return { type: isOdf ? type : (root ?? ''), isEncrypted };
}

/** Whether the bytes are a flat OpenDocument text: one XML file that holds all parts. */
function isFlat(bytes: Uint8Array): boolean {
  const head = latin1(bytes.subarray(0, headLength));
  const tag = /^(?:\xef\xbb\xbf)?\s*<(?:\?xml|office:document)\b/u.test(head);
  return tag && /<(?:[\w-]{1,40}:)?document\b/u.test(head) && textKindAnywhere.test(head);
}

/** Whether the bytes are an OpenDocument text that can be read, or what is left of one. */
export function isOdfText(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return isFlat(bytes);
  const kind = glanceAtOdf(bytes);
  if (kind) return textKind.test(kind.type) && !kind.isEncrypted;
  // A file that breaks off has lost its directory; the media type stands at its beginning (ODF 1.3, part 2, 3.3).
  return (
    glanceAtZip(bytes) === null &&
    /^.{30}mimetypeapplication\/vnd\.oasis\.opendocument\.text/su.test(latin1(bytes.subarray(0, 200)))
  );
}

/**
 * Opens the parts of the document.
 * @throws AppError `encrypted-file`, `damaged-file`, `limit-exceeded`
 */
export async function openOdf(bytes: Uint8Array, limits: ExtractLimits): Promise<OdfParts> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    const { root, repaired } = parseXml(bytes, 'office:document', odfVocabulary, limits);
    return { content: requireText(root), styles: root, meta: root, names: [], wasRepaired: repaired };
  }
  const archive = await openZip(bytes, limits);
  const names = archive.entries.map(({ name }) => name);
  const find = (name: string): ZipEntry | null => {
    const found = archive.entries.filter((entry) => entry.name === name);
    if (found.length > 1) {
      throw new AppError(
        'damaged-file',
        `文件里有 ${found.length} 个同名部件“${name}”，无法确定以哪个为准。请用 Word 或 WPS 另存后提交。`,
      );
    }
    return found[0] ?? null;
  };
  const manifest = find('META-INF/manifest.xml');
  if (find('encrypted-package') || saysEncrypted(manifest ? await archive.read(manifest) : null)) {
    throw new AppError('encrypted-file', '文件设有打开密码，无法读取。请取消密码保护后重新提交。');
  }
  let wasRepaired = false;
  const read = async (name: string): Promise<XmlElement | null> => {
    const entry = find(name);
    if (!entry) return null;
    const parsed = parseXml(await archive.read(entry), name, odfVocabulary, limits);
    wasRepaired ||= parsed.repaired;
    return parsed.root;
  };
  const content = await read('content.xml');
  if (!content) {
    throw new AppError('damaged-file', '文件里没有 ODF 正文（content.xml），可能已损坏。请重新导出后提交。');
  }
  const styles = await read('styles.xml');
  // The text does not depend on the properties: a draft is not refused for their sake.
  const meta = await read('meta.xml').catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'damaged-file') return null;
    throw error;
  });
  return { content: requireText(content), styles, meta, names, wasRepaired };
}

function requireText(root: XmlElement): XmlElement {
  if (!child(child(root, 'office:body'), 'office:text')) {
    throw new AppError(
      'damaged-file',
      '文件的正文部件不是 ODF 文本文档，可能已损坏或属于其他类型。请用 Word 或 WPS 另存为 .docx 后提交。',
    );
  }
  return root;
}

/** The children of one child of a part's root, e.g. the styles in `office:automatic-styles`. */
export function partSection(root: XmlElement | null, name: string): readonly XmlElement[] {
  return childElements(child(root, name));
}
