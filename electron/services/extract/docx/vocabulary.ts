import type { XmlElement, XmlVocabulary } from '../xml.ts';

const transitional = 'http://schemas.openxmlformats.org';
const strict = 'http://purl.oclc.org/ooxml';

/** Namespaces of a Word document, transitional and Strict (ISO/IEC 29500-1), to the prefixes used here. */
const namespaces: ReadonlyMap<string, string> = new Map([
  [`${transitional}/wordprocessingml/2006/main`, 'w'],
  [`${strict}/wordprocessingml/main`, 'w'],
  [`${transitional}/officeDocument/2006/relationships`, 'r'],
  [`${strict}/officeDocument/relationships`, 'r'],
  [`${transitional}/drawingml/2006/main`, 'a'],
  [`${strict}/drawingml/main`, 'a'],
  [`${transitional}/officeDocument/2006/math`, 'm'],
  [`${strict}/officeDocument/math`, 'm'],
  [`${transitional}/officeDocument/2006/extended-properties`, 'ep'],
  [`${strict}/officeDocument/extendedProperties`, 'ep'],
  [`${transitional}/markup-compatibility/2006`, 'mc'],
  [`${transitional}/package/2006/relationships`, 'rel'],
  [`${transitional}/package/2006/content-types`, 'ct'],
  [`${transitional}/package/2006/metadata/core-properties`, 'cp'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['urn:schemas-microsoft-com:vml', 'v'],
]);

/** Formatting that says nothing about what is read; in real drafts it is two thirds of all elements. */
const droppedElements: ReadonlySet<string> = new Set(
  (
    'adjustRightInd autoSpaceDE autoSpaceDN b bCs bdr bidi cantSplit cnfStyle color contextualSpacing cols docGrid ' +
    'eastAsianLayout effect em emboss fitText framePr gridSpan highlight i iCs imprint ind keepLines keepNext kern ' +
    'kinsoku lang lastRenderedPageBreak latentStyles lsid mirrorIndents noProof nsid outline overflowPunct ' +
    'pBdr pageBreakBefore pgBorders pgMar pgSz position proofErr rFonts rPrChange sectPrChange shadow shd ' +
    'snapToGrid spacing strike suppressLineNumbers sz szCs tabs tblGrid tblPr tblPrEx tblPrChange tblStylePr tcBorders ' +
    'tcW textAlignment tmpl topLinePunct trHeight u vAlign vertAlign w widowControl wordWrap'
  )
    .split(' ')
    .map((name) => `w:${name}`),
);

const droppedAttributes: ReadonlySet<string> = new Set(
  'rsidR rsidRPr rsidRDefault rsidP rsidDel rsidTr rsidSect'.split(' ').map((name) => `w:${name}`),
);

/** How the parts of a Word document are read. */
export const wordVocabulary: XmlVocabulary = {
  namespaces,
  droppedElements,
  droppedAttributes,
  prefixList: ['mc:Choice', 'Requires'],
};

/** The `w:val` of a child property, or of the element itself where no child is named; null where absent. */
export function valueOf(element: XmlElement | null, name?: string): string | null {
  const holder = name === undefined ? element : childNamed(element, name);
  return holder?.attributes['w:val'] ?? null;
}

function childNamed(element: XmlElement | null, name: string): XmlElement | null {
  for (const node of element?.children ?? []) if (typeof node !== 'string' && node.name === name) return node;
  return null;
}

/** A whole number in `w:val`; null where it is absent or no number. Bounded, for counters are built from it. */
export function numberOf(element: XmlElement | null, name?: string): number | null {
  const value = valueOf(element, name);
  if (value === null || !/^-?[0-9]{1,9}$/u.test(value)) return null;
  return Number(value);
}

/** A toggle or on/off property: true or false as stated, null where it is absent (ISO/IEC 29500-1, 17.17.4). */
export function toggleOf(element: XmlElement | null, name: string): boolean | null {
  const property = childNamed(element, name);
  if (!property) return null;
  const value = property.attributes['w:val'] ?? 'true';
  return !['0', 'false', 'off'].includes(value);
}

/** Namespaces whose content Word itself draws; a choice that needs any other is passed over for the fallback. */
const understood =
  /^(?:http:\/\/schemas\.(?:openxmlformats\.org|microsoft\.com\/office\/(?:word|drawing)\/20[0-9]{2})\/|urn:schemas-microsoft-com:)/u;

/** The branch of `mc:AlternateContent` that Word shows: the first choice it understands, else the fallback. */
export function shownAlternative(element: XmlElement): XmlElement | null {
  let fallback: XmlElement | null = null;
  for (const node of element.children) {
    if (typeof node === 'string') continue;
    if (node.name === 'mc:Fallback') fallback ??= node;
    if (node.name !== 'mc:Choice') continue;
    const required = (node.attributes['Requires'] ?? '').split(' ').filter((uri) => uri !== '');
    if (required.every((uri) => understood.test(uri) || !uri.includes(':'))) return node;
  }
  return fallback;
}
