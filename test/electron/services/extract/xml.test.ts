import { describe, expect, it } from 'vitest';
import {
  child,
  childElements,
  parseXml,
  textContent,
  type XmlElement,
  type XmlVocabulary,
} from '../../../../electron/services/extract/xml.ts';

const vocabulary: XmlVocabulary = {
  namespaces: new Map([
    ['urn:one', 'o'],
    ['urn:strict-one', 'o'],
    ['urn:two', 't'],
  ]),
  droppedElements: new Set(['o:drop']),
  droppedAttributes: new Set(['o:rsid']),
  prefixList: ['t:choice', 'Needs'],
};
const limits = { maxXmlDepth: 256, maxTextLength: 1000 };

const parse = (xml: string | Uint8Array) =>
  parseXml(typeof xml === 'string' ? Buffer.from(xml) : xml, 'part.xml', vocabulary, limits, 5000);

/** Names and attributes as a nested list. */
function outline({ name, attributes, children }: XmlElement): unknown {
  return [name, attributes, ...children.map((node) => (typeof node === 'string' ? node : outline(node)))];
}

describe('names', () => {
  it('follow the namespace and not the prefix that a file binds', () => {
    const xml =
      '<x:a xmlns:x="urn:one" x:v="1" w="2"><b xmlns="urn:strict-one"><x:c xmlns:x="urn:two"/></b><x:d/></x:a>';
    expect(outline(parse(xml).root)).toEqual(['o:a', { 'o:v': '1', w: '2' }, ['o:b', {}, ['t:c', {}]], ['o:d', {}]]);
  });

  it('of a foreign namespace are marked, of an undeclared prefix kept', () => {
    expect(outline(parse('<o:a><o:b xmlns:o="urn:foreign"/><n xmlns="urn:foreign"/></o:a>').root)).toEqual([
      'o:a',
      {},
      ['?:b', {}],
      ['?:n', {}],
    ]);
  });

  it('are resolved in values that list prefixes', () => {
    const { root } = parse('<t:choice xmlns:t="urn:two" xmlns:q="urn:q" Needs="q  none"/>');
    expect(root.attributes['Needs']).toBe('urn:q none');
  });
});

it('dropped elements go with all they hold, dropped attributes too', () => {
  const xml = '<a xmlns="urn:one" xmlns:o="urn:one" o:rsid="1">x<drop>y<drop/><c>z</c></drop><e/></a>';
  expect(outline(parse(xml).root)).toEqual(['o:a', {}, 'x', ['o:e', {}]]);
});

it('text, entities and CDATA are text', () => {
  const { root, repaired } = parse('<?xml version="1.0"?><a>一&amp;<b>二</b><![CDATA[<三>]]>&#x56db;<!-- no --></a>');
  expect(textContent(root)).toBe('一&二<三>四');
  expect(repaired).toBe(false);
  expect(textContent(null)).toBe('');
});

it('control characters are left out and reported, written as they are or by number', () => {
  const { root, repaired } = parse('<a b="x\u0001y">甲\u000b乙&#0;&#x1f;丙&#9;\uffff</a>');
  expect(textContent(root)).toBe('甲乙丙\t');
  expect(root.attributes['b']).toBe('xy');
  expect(repaired).toBe(true);
});

it('decodes UTF-16, a byte order mark and GB 18030 where it is declared', () => {
  const utf16 = Buffer.from('\ufeff<a>甲</a>', 'utf16le');
  const utf16be = Buffer.from(utf16).swap16();
  const gb = Buffer.concat([
    Buffer.from('<?xml version="1.0" encoding="GBK"?><a>'),
    Buffer.from([0xbc, 0xd7]),
    Buffer.from('</a>'),
  ]);
  for (const xml of [utf16, utf16be, gb, Buffer.from('\ufeff<a>甲</a>')]) {
    expect(textContent(parse(xml).root)).toBe('甲');
  }
});

it('bytes that are no text are replaced and reported', () => {
  const { root, repaired } = parse(Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e]));
  expect(textContent(root)).toBe('\ufffd');
  expect(repaired).toBe(true);
});

it('child and childElements look at the direct children alone', () => {
  const { root } = parse('<a xmlns="urn:one"><b><c/></b><c/>x<c/></a>');
  expect(child(root, 'o:c')?.name).toBe('o:c');
  expect(child(root, 'o:d')).toBeNull();
  expect(childElements(root).map(({ name }) => name)).toEqual(['o:b', 'o:c', 'o:c']);
  expect(childElements(root, 'o:c')).toHaveLength(2);
  expect(childElements(null)).toEqual([]);
});

const laughs = `<!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, index) => `<!ENTITY a${index} "&a;&a;&a;&a;&a;">`).join('')}]>`;
const refusals: readonly (readonly [name: string, xml: string, code: string])[] = [
  ['a document type with entities', `${laughs}<a>&a8;</a>`, 'damaged-file'],
  ['an external entity', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'damaged-file'],
  ['an entity nobody declared', '<a>&lol;</a>', 'damaged-file'],
  ['an element that is not closed', '<a><b></a>', 'damaged-file'],
  ['a part that breaks off', '<a><b>', 'damaged-file'],
  ['an empty part', '', 'damaged-file'],
  ['what is no XML', 'PK\u0003\u0004', 'damaged-file'],
  ['100,000 nested elements', '<a>'.repeat(100_000), 'limit-exceeded'],
  ['nesting inside what is dropped', `<a xmlns="urn:one"><drop>${'<a>'.repeat(100_000)}`, 'limit-exceeded'],
  ['nesting that binds a prefix at every level', '<a xmlns:x="urn:x">'.repeat(100_000), 'limit-exceeded'],
  ['more text than the limit', `<a>${'字'.repeat(1001)}</a>`, 'limit-exceeded'],
  [
    'an element of 100,000 attributes',
    `<a ${Array.from({ length: 100_000 }, (_, index) => `a${index}="${index}"`).join(' ')}/>`,
    'limit-exceeded',
  ],
  ['more elements than the limit', `<a>${'<b/>'.repeat(5000)}</a>`, 'limit-exceeded'],
];
it.each(refusals)('refuses %s', (_, xml, code) => {
  expect(() => parse(xml)).toThrow(expect.objectContaining({ name: 'AppError', code }) as Error);
});
