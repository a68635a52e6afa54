import type { XmlVocabulary } from '../xml.ts';

const oasis = 'urn:oasis:names:tc:opendocument:xmlns';

/** Namespaces of an OpenDocument file (ODF 1.3, part 3) to the prefixes used here. */
const namespaces: ReadonlyMap<string, string> = new Map([
  ...['office', 'style', 'text', 'table', 'meta', 'script', 'form', 'manifest', 'config', 'chart', 'presentation'].map(
    (name) => [`${oasis}:${name}:1.0`, name] as const,
  ),
  [`${oasis}:drawing:1.0`, 'draw'],
  [`${oasis}:datastyle:1.0`, 'number'],
  [`${oasis}:xsl-fo-compatible:1.0`, 'fo'],
  [`${oasis}:svg-compatible:1.0`, 'svg'],
  [`${oasis}:dr3d:1.0`, 'dr3d'],
  ['urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0', 'loext'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://www.w3.org/1998/Math/MathML', 'math'],
]);

/** What says nothing about the text; a picture in a flat file is the largest of it. */
const droppedElements: ReadonlySet<string> = new Set([
  'office:binary-data',
  'office:font-face-decls',
  'office:settings',
  'draw:enhanced-geometry',
  'svg:title',
  'svg:desc',
  'style:graphic-properties',
  'style:table-cell-properties',
  'style:table-row-properties',
  'style:table-column-properties',
  'style:table-properties',
  'style:list-level-properties',
  'number:date-style',
  'number:number-style',
  'math:math',
]);

const droppedAttributes: ReadonlySet<string> = new Set([
  'draw:z-index',
  'svg:width',
  'svg:height',
  'svg:x',
  'svg:y',
  'fo:font-size',
]);

/** How the parts of an OpenDocument file are read. */
export const odfVocabulary: XmlVocabulary = { namespaces, droppedElements, droppedAttributes, prefixList: null };
