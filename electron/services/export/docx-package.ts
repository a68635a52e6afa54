import { createHash } from 'node:crypto';
import JSZip from 'jszip';
import { stylesXml } from './docx-styles.ts';
import { recordNamespace } from './docx-record.ts';

/** Fonts that a word processor may take where the official one is missing, by the names under which they are sold. */
const alternatives: readonly (readonly [name: string, alternative: string])[] = [
  ['方正小标宋简体', 'FZXiaoBiaoSong-B05S'],
  ['仿宋_GB2312', 'FangSong'],
  ['黑体', 'SimHei'],
  ['楷体_GB2312', 'KaiTi'],
  ['宋体', 'SimSun'],
];

const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RECORD_RELATIONSHIP = 'rIdReviewRecord';

/** MS-DOS dates in a zip begin with 1980. */
const EARLIEST = Date.UTC(1980, 0, 1);

/**
 * Finishes a package written by `docx`: adds styles, alternative fonts and the review record as a custom XML part
 * (ECMA-376, part 1, 15.2.5), sets every date to the document's, and zips the parts in one fixed order, so that equal
 * documents are equal bytes.
 * @param options.date YYYY-MM-DD
 */
export async function sealPackage(
  bytes: Uint8Array,
  options: { readonly date: string; readonly record: Uint8Array | null },
): Promise<Uint8Array> {
  const written = await JSZip.loadAsync(bytes);
  const parts = new Map<string, Uint8Array>();
  for (const [name, entry] of Object.entries(written.files)) {
    if (!entry.dir) parts.set(name, await entry.async('uint8array'));
  }
  edit(parts, 'docProps/core.xml', (xml) => setDates(xml, options.date));
  parts.set('word/styles.xml', encode(stylesXml()));
  parts.set('word/fontTable.xml', encode(fontTable()));
  if (options.record) addRecord(parts, options.record);
  const sealed = new JSZip();
  const date = new Date(Math.max(EARLIEST, Date.parse(`${options.date}T00:00:00Z`)));
  for (const name of [...parts.keys()].sort(byPackageOrder)) {
    sealed.file(name, parts.get(name) ?? '', { date, createFolders: false });
  }
  return sealed.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
    platform: 'DOS',
  });
}

/** [Content_Types].xml first, as readers expect; then by name. */
function byPackageOrder(a: string, b: string): number {
  const rank = (name: string): string => (name === '[Content_Types].xml' ? '' : name);
  return rank(a) < rank(b) ? -1 : 1;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** @throws Error when the part is missing, which is a change in `docx` that has to be looked at */
function edit(parts: Map<string, Uint8Array>, name: string, change: (xml: string) => string): void {
  const part = parts.get(name);
  if (!part) throw new Error(`docx wrote no ${name}`);
  parts.set(name, encode(change(new TextDecoder().decode(part))));
}

/** @throws Error when the anchor is missing, which is a change in `docx` that has to be looked at */
function insertBefore(xml: string, anchor: string, added: string): string {
  const at = xml.lastIndexOf(anchor);
  if (at < 0) throw new Error(`docx wrote no ${anchor}`);
  return xml.slice(0, at) + added + xml.slice(at);
}

function setDates(xml: string, date: string): string {
  return xml.replaceAll(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/gu,
    (_, open: string, close: string) => `${open}${date}T00:00:00Z${close}`,
  );
}

function fontTable(): string {
  const fonts = alternatives.map(
    ([name, alternative]) =>
      `<w:font w:name="${name}"><w:altName w:val="${alternative}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  );
  const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return `${XML_HEAD}<w:fonts xmlns:w="${namespace}">${fonts.join('')}</w:fonts>`;
}

function addRecord(parts: Map<string, Uint8Array>, record: Uint8Array): void {
  const item = `${XML_HEAD}<record xmlns="${recordNamespace}" encoding="base64">${Buffer.from(record).toString('base64')}</record>`;
  const id = guid(record);
  parts.set('customXml/item1.xml', encode(item));
  parts.set(
    'customXml/itemProps1.xml',
    encode(
      `${XML_HEAD}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="${id}"><ds:schemaRefs><ds:schemaRef ds:uri="${recordNamespace}"/></ds:schemaRefs></ds:datastoreItem>`,
    ),
  );
  parts.set(
    'customXml/_rels/item1.xml.rels',
    encode(
      `${XML_HEAD}<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="${OFFICE_RELATIONSHIPS}/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
    ),
  );
  edit(parts, 'word/_rels/document.xml.rels', (xml) =>
    insertBefore(
      xml,
      '</Relationships>',
      `<Relationship Id="${RECORD_RELATIONSHIP}" Type="${OFFICE_RELATIONSHIPS}/customXml" Target="../customXml/item1.xml"/>`,
    ),
  );
  edit(parts, '[Content_Types].xml', (xml) =>
    insertBefore(
      xml,
      '</Types>',
      '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>',
    ),
  );
}

/** An item's GUID, from its content instead of chance. */
function guid(record: Uint8Array): string {
  const hex = createHash('sha256').update(record).digest('hex').toUpperCase();
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}}`;
}
