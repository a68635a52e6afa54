import JSZip from 'jszip';

const oasis = 'urn:oasis:names:tc:opendocument:xmlns';
const namespaces = [
  ...['office', 'style', 'text', 'table', 'meta', 'script'].map((name) => `xmlns:${name}="${oasis}:${name}:1.0"`),
  `xmlns:draw="${oasis}:drawing:1.0"`,
  `xmlns:fo="${oasis}:xsl-fo-compatible:1.0"`,
  `xmlns:svg="${oasis}:svg-compatible:1.0"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ');
const fixedDate = new Date(Date.UTC(2026, 0, 1));
const textType = 'application/vnd.oasis.opendocument.text';

/** The parts of a hand-made .odt, each as the XML inside its element. */
export interface OdtParts {
  /** Content of `office:text`. */
  readonly body: string;
  /** `office:automatic-styles` of the content. */
  readonly automatic?: string;
  /** `office:styles` */
  readonly styles?: string;
  /** Content of one master page. */
  readonly master?: string;
  /** `office:automatic-styles` of the master pages. */
  readonly masterStyles?: string;
  readonly meta?: string;
  /** `office:scripts` */
  readonly scripts?: string;
  readonly type?: string;
  /** Whole files to add or replace, by name in the package. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

const root = (name: string, content: string, attributes = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><office:${name} ${namespaces}${attributes} office:version="1.3">${content}</office:${name}>`;

const contentOf = ({ body, automatic = '', scripts = '' }: OdtParts) =>
  `<office:scripts>${scripts}</office:scripts><office:automatic-styles>${automatic}</office:automatic-styles>` +
  `<office:body><office:text>${body}</office:text></office:body>`;

const stylesOf = ({ styles = '', masterStyles = '', master }: OdtParts) =>
  `<office:styles>${styles}</office:styles><office:automatic-styles>${masterStyles}</office:automatic-styles>` +
  `<office:master-styles>${master === undefined ? '' : `<style:master-page style:name="Standard">${master}</style:master-page>`}</office:master-styles>`;

/** Builds an .odt; the same parts give the same bytes. */
export function buildOdt(parts: OdtParts): Promise<Uint8Array> {
  const type = parts.type ?? textType;
  const manifest =
    `<?xml version="1.0"?><manifest:manifest xmlns:manifest="${oasis}:manifest:1.0">` +
    `<manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/>` +
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>';
  const files = new Map<string, string | Uint8Array>([
    ['mimetype', type],
    ['content.xml', root('document-content', contentOf(parts))],
    ['styles.xml', root('document-styles', stylesOf(parts))],
    ['meta.xml', root('document-meta', `<office:meta>${parts.meta ?? ''}</office:meta>`)],
    ['META-INF/manifest.xml', manifest],
  ]);
  for (const [name, content] of Object.entries(parts.files ?? {})) files.set(name, content);
  const zip = new JSZip();
  for (const [name, content] of files) {
    // The media type is stored as it is, so that it can be read at the beginning of the file.
    const compression = name === 'mimetype' ? 'STORE' : 'DEFLATE';
    zip.file(name, content, { date: fixedDate, createFolders: false, compression });
  }
  return zip.generateAsync({ type: 'uint8array' });
}

/** Builds the same document as one flat XML file (.fodt). */
export function buildFlatOdt(parts: OdtParts): Uint8Array {
  const mimetype = ` office:mimetype="${parts.type ?? textType}"`;
  const content =
    `<office:meta>${parts.meta ?? ''}</office:meta><office:styles>${parts.styles ?? ''}</office:styles>` +
    contentOf(parts);
  return new TextEncoder().encode(root('document', content, mimetype));
}

/** A paragraph. */
export function p(content: string, style?: string): string {
  return `<text:p${style === undefined ? '' : ` text:style-name="${style}"`}>${content}</text:p>`;
}

/** A heading. */
export function h(outline: number, content: string, attributes = ''): string {
  return `<text:h text:outline-level="${outline}" ${attributes}>${content}</text:h>`;
}

/** A list of items, each as XML. @param attributes of the list, e.g. `text:style-name="L1"` */
export function list(attributes: string, ...items: readonly string[]): string {
  const all = items.map((item) => (item.startsWith('<text:list-') ? item : `<text:list-item>${item}</text:list-item>`));
  return `<text:list ${attributes}>${all.join('')}</text:list>`;
}

/** A level of a list style. @param rest further attributes */
export function listLevel(level: number, format: string, prefix = '', suffix = '', rest = ''): string {
  return (
    `<text:list-level-style-number text:level="${level}" style:num-format="${format}" style:num-prefix="${prefix}" ` +
    `style:num-suffix="${suffix}" ${rest}/>`
  );
}

/** A list style. */
export function listStyle(name: string, ...levels: readonly string[]): string {
  return `<text:list-style style:name="${name}">${levels.join('')}</text:list-style>`;
}

/** An entry of the tracked changes. @param deleted blocks that were deleted; none for an insertion */
export function changedRegion(id: string, deleted?: string): string {
  const info =
    '<office:change-info><dc:creator>王五</dc:creator><dc:date>2026-03-02T09:00:00</dc:date></office:change-info>';
  const change =
    deleted === undefined
      ? `<text:insertion>${info}</text:insertion>`
      : `<text:deletion>${info}${deleted}</text:deletion>`;
  return `<text:changed-region xml:id="${id}" text:id="${id}">${change}</text:changed-region>`;
}

/** The list of tracked changes, first in the body. */
export function trackedChanges(...regions: readonly string[]): string {
  return `<text:tracked-changes>${regions.join('')}</text:tracked-changes>`;
}
