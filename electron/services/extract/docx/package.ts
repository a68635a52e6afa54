import { AppError } from '../../../../shared/contract/errors.ts';
import type { ExtractLimits } from '../format.ts';
import { childElements, parseXml, type XmlElement } from '../xml.ts';
import { glanceAtZip, openZip, type ZipArchive, type ZipEntry } from '../zip.ts';
import { wordVocabulary } from './vocabulary.ts';

/** One relationship of a part (ISO/IEC 29500-2, 9.3). */
export interface Relationship {
  readonly id: string;
  /** The last segment of the type's URI, the same in transitional and Strict files: `styles`, `hyperlink` … */
  readonly type: string;
  /** Name of the part meant, without a leading slash; where `isExternal`, the target as it stands. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** An OPC package whose parts are read on demand. Part names compare without case (ISO/IEC 29500-2, 9.1.1). */
export interface OpcPackage {
  /** As stored. */
  readonly partNames: readonly string[];
  /** True as soon as one part held characters that had to be left out. */
  readonly wasRepaired: () => boolean;
  /** The root element of a part; null where there is no such part. @throws AppError as {@link parseXml} */
  readonly readXml: (part: string) => Promise<XmlElement | null>;
  /** Relationships of a part, of the package itself for ''; none where there is no such part. */
  readonly relationships: (part: string) => Promise<readonly Relationship[]>;
}

const key = (name: string) => name.replace(/^\/{1,9}/u, '').toLowerCase();

function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** Resolves a target against the folder of its source part; `..` never leads out of the package. */
function resolveTarget(source: string, target: string): string {
  const absolute = target.startsWith('/');
  const segments = absolute ? [] : source.split('/').slice(0, -1);
  for (const segment of target.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

function readRelationships(root: XmlElement | null, source: string): readonly Relationship[] {
  return childElements(root, 'rel:Relationship').map(({ attributes }) => {
    const isExternal = attributes['TargetMode'] === 'External';
    const target = attributes['Target'] ?? '';
    return {
      id: attributes['Id'] ?? '',
      type: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
      target: isExternal ? target : resolveTarget(source, target),
      isExternal,
    };
  });
}

/** Opens the package and lists its parts. @throws AppError as {@link openZip} */
export async function openPackage(bytes: Uint8Array, limits: ExtractLimits): Promise<OpcPackage> {
  const archive: ZipArchive = await openZip(bytes, limits);
  const entries = new Map<string, ZipEntry[]>();
  for (const entry of archive.entries) {
    const same = entries.get(key(entry.name));
    if (same) same.push(entry);
    else entries.set(key(entry.name), [entry]);
  }
  let repaired = false;

  const find = (part: string): ZipEntry | null => {
    // Targets are URIs while some makers store Chinese names as they are.
    const found = entries.get(key(part)) ?? entries.get(key(decodePercent(part)));
    if (found && found.length > 1) {
      throw new AppError(
        'damaged-file',
        `文件里有 ${found.length} 个同名部件“${part}”，无法确定以哪个为准。请用 Word 另存后提交。`,
      );
    }
    return found?.[0] ?? null;
  };
  const readXml = async (part: string): Promise<XmlElement | null> => {
    const entry = find(part);
    if (!entry) return null;
    const parsed = parseXml(await archive.read(entry), part, wordVocabulary, limits);
    repaired ||= parsed.repaired;
    return parsed.root;
  };
  return {
    partNames: archive.entries.map((entry) => entry.name),
    wasRepaired: () => repaired,
    readXml,
    relationships: async (part) => readRelationships(await readXml(relationshipsPart(part)), part),
  };
}

function decodePercent(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The part that a relationship of the first of these types names, within the package; null where there is none. */
export function targetOf(relationships: readonly Relationship[], ...types: readonly string[]): string | null {
  return relationships.find(({ type, isExternal }) => !isExternal && types.includes(type))?.target ?? null;
}

const glanceLimits = { maxXmlDepth: 16, maxTextLength: 100_000 };
const wordContentType = /wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)\.macroEnabled/iu;

/**
 * Whether the bytes are a Word package: a ZIP whose relationships name an office document of Word's content type. What
 * cannot be looked into but holds a `word/` folder counts too, so that reading it says what is wrong with it.
 */
export function isWordPackage(bytes: Uint8Array): boolean {
  const isLocalHeader = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
  if (!isLocalHeader) return false;
  const zip = glanceAtZip(bytes);
  if (!zip) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('word/document', 0, 'latin1');
  const read = (name: string): XmlElement | null => {
    const content = zip.read(name);
    if (!content) return null;
    try {
      return parseXml(content, name, wordVocabulary, glanceLimits).root;
    } catch {
      return null;
    }
  };
  const main = targetOf(readRelationships(read('_rels/.rels'), ''), 'officeDocument');
  if (main === null) return zip.names.some((name) => name.startsWith('word/'));
  const override = childElements(read('[content_types].xml'), 'ct:Override').find(
    ({ attributes }) => key(attributes['PartName'] ?? '') === key(main),
  );
  const contentType = override?.attributes['ContentType'];
  return contentType === undefined ? key(main).startsWith('word/') : wordContentType.test(contentType);
}
