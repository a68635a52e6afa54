import JSZip from 'jszip';

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const namespaces = [
  `xmlns:w="${wordNamespace}"`,
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ');
const relationshipTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageTypes = 'http://schemas.openxmlformats.org/package/2006';
const fixedDate = new Date(Date.UTC(2026, 0, 1));

/** The parts of a hand-made .docx, each as the XML inside its root element. */
export interface DocxParts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  /** By part name: a header's or footer's content; its relationship id is the name without folder and extension. */
  readonly margins?: Readonly<Record<string, string>>;
  /** `Relationship` elements of the main part beside those made for the parts above. */
  readonly relationships?: string;
  /** Whole files to add or replace, by name in the package. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Name of the main part, `word/document.xml` unless given. */
  readonly main?: string;
}

/** Text as XML content. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** A whole part: declaration and root element with every namespace bound as Word binds it. */
export function wordPart(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} ${namespaces}>${content}</w:${root}>`;
}

/** A relationship element. */
export function relationship(id: string, type: string, target: string, isExternal = false): string {
  const url = type.includes(':') ? type : `${relationshipTypes}/${type}`;
  const mode = isExternal ? ' TargetMode="External"' : '';
  return `<Relationship Id="${id}" Type="${url}" Target="${escapeXml(target)}"${mode}/>`;
}

function relationshipsPart(content: string): string {
  return `<?xml version="1.0"?><Relationships xmlns="${packageTypes}/relationships">${content}</Relationships>`;
}

/** Builds a .docx from XML; the same parts give the same bytes. */
export async function buildDocx(parts: DocxParts): Promise<Uint8Array> {
  const main = parts.main ?? 'word/document.xml';
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const files = new Map<string, string | Uint8Array>();
  let links = parts.relationships ?? '';
  for (const name of ['styles', 'numbering', 'footnotes', 'endnotes', 'comments'] as const) {
    const content = parts[name];
    if (content === undefined) continue;
    files.set(`${folder}${name}.xml`, wordPart(name, content));
    links += relationship(name, name, `${name}.xml`);
  }
  for (const [name, content] of Object.entries(parts.margins ?? {})) {
    const kind = name.includes('header') ? 'header' : 'footer';
    files.set(`${folder}${name}.xml`, wordPart(kind === 'header' ? 'hdr' : 'ftr', content));
    links += relationship(name, kind, `${name}.xml`);
  }
  files.set(main, wordPart('document', `<w:body>${parts.body}</w:body>`));
  files.set(`${folder}_rels/${main.slice(folder.length)}.rels`, relationshipsPart(links));
  files.set('_rels/.rels', relationshipsPart(relationship('rId1', 'officeDocument', main)));
  const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  files.set(
    '[Content_Types].xml',
    `<?xml version="1.0"?><Types xmlns="${packageTypes}/content-types"><Default Extension="xml" ` +
      `ContentType="application/xml"/><Override PartName="/${main}" ContentType="${mainType}"/></Types>`,
  );
  for (const [name, content] of Object.entries(parts.files ?? {})) files.set(name, content);
  return zipFiles(files);
}

/** Packs files into a ZIP as they are, in order, with a fixed date. */
export async function zipFiles(files: ReadonlyMap<string, string | Uint8Array>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, content] of files) zip.file(name, content, { date: fixedDate, createFolders: false });
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** A run of text. @param properties inside `w:rPr` */
export function run(text: string, properties = ''): string {
  const rPr = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${rPr}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

/** What a hand-made paragraph is. */
export interface ParagraphOptions {
  readonly style?: string;
  /** `w:numId` and `w:ilvl`. */
  readonly number?: readonly [numId: number, level: number];
  /** Further content of `w:pPr`. */
  readonly properties?: string;
  /** Content of the paragraph mark's `w:rPr`. */
  readonly mark?: string;
}

/** A paragraph. @param content plain text, or run-level XML where it begins with `<` */
export function paragraph(content: string, options: ParagraphOptions = {}): string {
  const { style, number, properties = '', mark } = options;
  const pPr = [
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    number ? `<w:numPr><w:ilvl w:val="${number[1]}"/><w:numId w:val="${number[0]}"/></w:numPr>` : '',
    properties,
    mark === undefined ? '' : `<w:rPr>${mark}</w:rPr>`,
  ].join('');
  const inner = content === '' || content.startsWith('<') ? content : run(content);
  return `<w:p>${pPr === '' ? '' : `<w:pPr>${pPr}</w:pPr>`}${inner}</w:p>`;
}

/** A list level. @param rest further content of `w:lvl`, before `w:lvlText` */
export function level(ilvl: number, format: string, text: string, rest = '', start = 1): string {
  return (
    `<w:lvl w:ilvl="${ilvl}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${rest}` +
    `<w:lvlText w:val="${text}"/></w:lvl>`
  );
}

/** A list definition. */
export function abstractNum(id: number, levels: string, type = 'multilevel'): string {
  return `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="${type}"/>${levels}</w:abstractNum>`;
}

/** A list instance. @param overrides `w:lvlOverride` elements */
export function num(id: number, abstractId: number, overrides = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`;
}

/** A paragraph style. */
export function paragraphStyle(id: string, name: string, properties = '', basedOn?: string): string {
  const base = basedOn === undefined ? '' : `<w:basedOn w:val="${basedOn}"/>`;
  return (
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${base}` +
    `<w:pPr>${properties}</w:pPr></w:style>`
  );
}

/** A table from rows of cells. @param cells XML of each cell's paragraphs */
export function table(rows: readonly { readonly properties?: string; readonly cells: readonly string[] }[]): string {
  const content = rows.map(({ properties, cells }) => {
    const trPr = properties === undefined ? '' : `<w:trPr>${properties}</w:trPr>`;
    return `<w:tr>${trPr}${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`;
  });
  return `<w:tbl>${content.join('')}</w:tbl>`;
}

const author = 'w:id="1" w:author="王五" w:date="2026-03-02T09:00:00Z"';

/** Tracked insertion, deletion or move around content, or as an empty mark. */
export function tracked(kind: 'ins' | 'del' | 'moveFrom' | 'moveTo', content = ''): string {
  return `<w:${kind} ${author}>${content}</w:${kind}>`;
}

/** A run of deleted text. */
export function deletedRun(text: string): string {
  return `<w:r><w:delText xml:space="preserve">${escapeXml(text)}</w:delText></w:r>`;
}
