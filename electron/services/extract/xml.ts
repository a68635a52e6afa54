import { isUtf8 } from 'node:buffer';
import { SaxesParser } from 'saxes';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ExtractLimits } from './format.ts';

/** Bounds of one XML part. */
export type XmlLimits = Pick<ExtractLimits, 'maxXmlDepth' | 'maxTextLength'>;

/** One element. Names and attribute names carry the vocabulary's prefixes, whatever the file binds. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly XmlNode[];
}

/** An element or a run of text. */
export type XmlNode = XmlElement | string;

/** What a caller knows of a part before reading it. */
export interface XmlVocabulary {
  /** Namespace URI to the prefix by which the caller names it. */
  readonly namespaces: ReadonlyMap<string, string>;
  /** Elements that are left out with all they hold, by canonical name: they save memory. */
  readonly droppedElements: ReadonlySet<string>;
  readonly droppedAttributes: ReadonlySet<string>;
  /** Element and attribute whose value lists prefixes; it is kept as the list of their namespace URIs. */
  readonly prefixList: readonly [element: string, attribute: string] | null;
}

/** A parsed part. */
export interface ParsedXml {
  readonly root: XmlElement;
  /** Whether characters that XML forbids were left out or bytes that are no text replaced. */
  readonly repaired: boolean;
}

/** About thirty times the elements of the largest draft seen; each costs some hundred bytes of memory. */
const usualMaxElements = 1_000_000;
/** The root of a Word part binds about forty namespaces; no element has more attributes than that. */
const maxAttributes = 1000;

interface OpenElement {
  readonly name: string;
  readonly attributes: Record<string, string | undefined>;
  children: XmlNode[];
}

/** Shared by all elements without children, until one gets a child. */
const noChildren: XmlNode[] = [];

/** Namespace declarations in force at an element. Lookups walk up at most `maxXmlDepth` scopes and are remembered. */
class Scope {
  readonly #declared: ReadonlyMap<string, string>;
  readonly #outer: Scope | null;
  readonly #elements = new Map<string, string>();
  readonly #attributes = new Map<string, string>();

  constructor(declared: ReadonlyMap<string, string>, outer: Scope | null) {
    this.#declared = declared;
    this.#outer = outer;
  }

  uri(prefix: string): string | null {
    return this.#declared.get(prefix) ?? this.#outer?.uri(prefix) ?? null;
  }

  elementName(raw: string, namespaces: ReadonlyMap<string, string>): string {
    let name = this.#elements.get(raw);
    if (name === undefined) {
      name = this.#canonical(raw, namespaces);
      this.#elements.set(raw, name);
    }
    return name;
  }

  /** An attribute without a prefix is in no namespace and keeps its name. */
  attributeName(raw: string, namespaces: ReadonlyMap<string, string>): string {
    let name = this.#attributes.get(raw);
    if (name === undefined) {
      name = raw.includes(':') ? this.#canonical(raw, namespaces) : raw;
      this.#attributes.set(raw, name);
    }
    return name;
  }

  #canonical(raw: string, namespaces: ReadonlyMap<string, string>): string {
    const colon = raw.indexOf(':');
    const prefix = colon < 0 ? '' : raw.slice(0, colon);
    const local = raw.slice(colon + 1);
    if (prefix === 'xml') return raw;
    const uri = this.uri(prefix);
    // An undeclared prefix is an error that Word and WPS forgive; a foreign namespace must not pass for a known one.
    if (uri === null || uri === '') return raw;
    const known = namespaces.get(uri);
    return known === undefined ? `?:${local}` : `${known}:${local}`;
  }
}

// eslint-disable-next-line no-control-regex -- the characters XML 1.0 forbids are what it looks for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;
const characterReference = /&#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,8}));/gu;

function isAllowed(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code <= 0x10ffff);
}

/** Leaves out what XML 1.0 forbids, written as itself or by number: one such character would cost the whole document. */
function withoutForbidden(text: string): string {
  let clean = text.search(forbidden) < 0 ? text : text.replace(forbidden, '');
  if (clean.includes('&#')) {
    clean = clean.replace(characterReference, (reference: string, hex?: string, decimal?: string) =>
      isAllowed(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)) ? reference : '',
    );
  }
  return clean;
}

function decodeXml(bytes: Uint8Array): { readonly text: string; readonly repaired: boolean } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = buffer.toString('latin1', 0, 200);
  const declared = /^<\?xml[^>]{0,100}encoding=["']([A-Za-z0-9._-]{1,20})["']/u.exec(head)?.[1]?.toLowerCase() ?? '';
  let encoding = 'utf-8';
  if (head.startsWith('\xff\xfe') || head.startsWith('<\0')) encoding = 'utf-16le';
  else if (head.startsWith('\xfe\xff') || head.startsWith('\0<')) encoding = 'utf-16be';
  else if (['gbk', 'gb2312', 'gb18030'].includes(declared)) encoding = 'gb18030';
  // The plain way is several times faster than a TextDecoder that checks.
  if (encoding === 'utf-8' && isUtf8(buffer)) {
    return { text: buffer.toString('utf8', head.startsWith('\xef\xbb\xbf') ? 3 : 0), repaired: false };
  }
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), repaired: false };
  } catch {
    return { text: new TextDecoder(encoding).decode(bytes), repaired: true };
  }
}

const isBlank = (text: string) => text.trim() === '';

/**
 * Reads one XML part into a tree, within its limits and without a document type.
 * @param part name of the part, for messages
 * @param maxElements elements kept
 * @throws AppError `damaged-file` where it is not well-formed or declares a document type, `limit-exceeded`
 */
export function parseXml(
  bytes: Uint8Array,
  part: string,
  vocabulary: XmlVocabulary,
  limits: XmlLimits,
  maxElements = usualMaxElements,
): ParsedXml {
  const { namespaces, droppedElements, droppedAttributes, prefixList } = vocabulary;
  const decoded = decodeXml(bytes);
  const text = withoutForbidden(decoded.text);
  const tooBig = (what: string) =>
    new AppError('limit-exceeded', `文件的部件“${part}”${what}，已停止读取。请确认文件来源，或用 Word 另存后提交。`);

  const parser = new SaxesParser({ xmlns: false, position: false });
  const stack: OpenElement[] = [];
  const outermost = new Scope(new Map(), null);
  const scopes: Scope[] = [];
  const roots: OpenElement[] = [];
  let depth = 0;
  let droppedAt: number | null = null;
  let elements = 0;
  let attributeCount = 0;
  /** Of the element whose tag is being read: names and values in turn, and the prefixes it binds. */
  let pending: string[] = [];
  let declared: Map<string, string> | null = null;
  let textLength = 0;

  const append = (node: XmlNode): void => {
    const parent = stack.at(-1);
    if (!parent) return;
    if (parent.children === noChildren) parent.children = [node];
    else parent.children.push(node);
  };
  const addText = (value: string): void => {
    if (droppedAt !== null) return;
    if (!isBlank(value)) textLength += value.length;
    if (textLength > limits.maxTextLength) throw tooBig(`的文字超过 ${limits.maxTextLength} 字的上限`);
    append(value);
  };

  parser.on('doctype', () => {
    throw new AppError(
      'damaged-file',
      `文件的部件“${part}”含有文档类型声明（DOCTYPE），正规的 Word 文档不会有，已拒绝读取。请用 Word 另存后提交。`,
    );
  });
  parser.on('attribute', ({ name, value }) => {
    attributeCount += 1;
    if (attributeCount > maxAttributes) throw tooBig(`的一个元素有超过 ${maxAttributes} 个属性`);
    if (name === 'xmlns') (declared ??= new Map()).set('', value);
    else if (name.startsWith('xmlns:')) (declared ??= new Map()).set(name.slice(6), value);
    else if (droppedAt === null) pending.push(name, value);
  });
  parser.on('opentag', (tag) => {
    attributeCount = 0;
    depth += 1;
    if (depth > limits.maxXmlDepth) throw tooBig(`嵌套超过 ${limits.maxXmlDepth} 层`);
    let scope = scopes.at(-1) ?? outermost;
    if (declared) {
      scope = new Scope(declared, scope);
      declared = null;
    }
    scopes.push(scope);
    const own = pending;
    if (own.length > 0) pending = [];
    if (droppedAt !== null) return;
    const name = scope.elementName(tag.name, namespaces);
    if (droppedElements.has(name)) {
      droppedAt = depth;
      return;
    }
    elements += 1;
    if (elements > maxElements) throw tooBig(`的元素超过 ${maxElements} 个`);
    const attributes: Record<string, string | undefined> = {};
    for (let index = 0; index < own.length; index += 2) {
      const key = scope.attributeName(own[index] ?? '', namespaces);
      if (!droppedAttributes.has(key)) attributes[key] = own[index + 1];
    }
    if (prefixList && name === prefixList[0]) {
      const prefixes = (attributes[prefixList[1]] ?? '').split(/\s/u).filter((prefix) => prefix !== '');
      attributes[prefixList[1]] = prefixes.map((prefix) => scope.uri(prefix) ?? prefix).join(' ');
    }
    const element: OpenElement = { name, attributes, children: noChildren };
    append(element);
    if (roots.length === 0) roots.push(element);
    stack.push(element);
  });
  parser.on('closetag', () => {
    if (droppedAt === null) stack.pop();
    else if (droppedAt === depth) droppedAt = null;
    scopes.pop();
    depth -= 1;
  });
  parser.on('text', addText);
  parser.on('cdata', addText);

  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('damaged-file', `文件的部件“${part}”不是完整的 XML，文件可能已损坏。请重新导出后提交。`, {
      cause: error,
    });
  }
  const root = roots[0];
  if (!root) throw new AppError('damaged-file', `文件的部件“${part}”是空的。请重新导出后提交。`);
  return { root, repaired: decoded.repaired || text !== decoded.text };
}

/** The first child element of that name; null where there is none. */
export function child(element: XmlElement | null, name: string): XmlElement | null {
  if (!element) return null;
  for (const node of element.children) if (typeof node !== 'string' && node.name === name) return node;
  return null;
}

/** The child elements, of one name or all. */
export function childElements(element: XmlElement | null, name?: string): readonly XmlElement[] {
  if (!element) return [];
  return element.children.filter((node): node is XmlElement => {
    return typeof node !== 'string' && (name === undefined || node.name === name);
  });
}

/** All text below an element, joined. */
export function textContent(element: XmlElement | null): string {
  if (!element) return '';
  return element.children.map((node) => (typeof node === 'string' ? node : textContent(node))).join('');
}
