import { describe, expect, it } from 'vitest';
import { docxReader } from '../../../../electron/services/extract/docx.ts';
import { defaultLimits } from '../../../../electron/services/extract/format.ts';
import {
  abstractNum,
  buildDocx,
  level,
  num,
  paragraph,
  run,
  wordPart,
  zipFiles,
} from '../../../support/docx-builder.ts';

const plain = await buildDocx({ body: paragraph('甲') });

/** A compound file whose directory names these streams. */
function compoundFile(...names: readonly string[]): Uint8Array {
  const file = Buffer.alloc(512 * 3, 0xff);
  file.fill(0, 0, 76);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  file.writeUInt32LE(0, 76);
  ['Root Entry', ...names].forEach((name, index) => {
    const at = 1024 + index * 128;
    file.fill(0, at, at + 128);
    file.write(name, at, 'utf16le');
    file.writeUInt16LE(name.length * 2 + 2, at + 64);
    file.writeUInt32LE(0xffffffff, at + 68);
    file.writeUInt32LE(index > 0 && index < names.length ? index + 1 : 0xffffffff, at + 72);
    file.writeUInt32LE(index === 0 ? 1 : 0xffffffff, at + 76);
  });
  return file;
}

const otherPackage = (type: string, main: string) =>
  buildDocx({
    body: paragraph('甲'),
    main,
    files: {
      '[Content_Types].xml':
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override ' +
        `PartName="/${main}" ContentType="application/${type}.main+xml"/></Types>`,
    },
  });

const excel = await otherPackage('vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xl/workbook.xml');
const recognised: readonly (readonly [name: string, bytes: Uint8Array, expected: boolean])[] = [
  ['a Word document', plain, true],
  ['a Word template with macros', await otherPackage('vnd.ms-word.template.macroEnabled', 'x/y.xml'), true],
  ['an encrypted Office document', compoundFile('EncryptionInfo', 'EncryptedPackage'), true],
  ['an old Word document', compoundFile('WordDocument', '1Table'), false],
  ['a workbook', excel, false],
  ['any ZIP', await zipFiles(new Map([['a.txt', '甲']])), false],
  ['a truncated Word document', plain.subarray(0, plain.length - 400), true],
  [
    'a Word document without relationships',
    await zipFiles(new Map([['word/document.xml', wordPart('document', '')]])),
    true,
  ],
  ['text', Buffer.from('PK 第一条'), false],
  ['nothing', new Uint8Array(), false],
];
it.each(recognised)('recognises by content: %s', (_, bytes, expected) => {
  expect(docxReader.recognise(bytes)).toBe(expected);
});

const bomb = (megabytes: number) =>
  buildDocx({ body: '', files: { 'word/document.xml': Buffer.alloc(megabytes * 1024 * 1024, ' ') } });

/** Overwrites the size that both headers of the main part claim. */
function lieAboutSize(bytes: Uint8Array, claimed: number): Uint8Array {
  const file = Buffer.from(bytes);
  for (let at = file.indexOf('word/document.xml'); at >= 0; at = file.indexOf('word/document.xml', at + 1)) {
    const isLocal = file.readUInt32LE(at - 30) === 0x04034b50;
    const isCentral = !isLocal && file.readUInt32LE(at - 46) === 0x02014b50;
    if (isLocal) file.writeUInt32LE(claimed, at - 8);
    if (isCentral) file.writeUInt32LE(claimed, at - 22);
  }
  return file;
}

const withMain = (xml: string) => buildDocx({ body: '', files: { 'word/document.xml': xml } });
const refusals: readonly (readonly [name: string, bytes: Uint8Array, code: string])[] = [
  ['an encrypted document', compoundFile('EncryptionInfo', 'EncryptedPackage'), 'encrypted-file'],
  ['a truncated document', plain.subarray(0, plain.length - 400), 'damaged-file'],
  ['a document cut in half', plain.subarray(0, plain.length / 2), 'damaged-file'],
  ['garbage', Buffer.from('不是压缩包'.repeat(20)), 'damaged-file'],
  ['nothing', new Uint8Array(), 'damaged-file'],
  [
    'a package without relationships',
    await zipFiles(new Map([['word/document.xml', wordPart('document', '')]])),
    'damaged-file',
  ],
  [
    'a main part that is not there',
    await buildDocx({
      body: '',
      main: 'word/a.xml',
      files: {
        '_rels/.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="1" Type="x/officeDocument" Target="word/b.xml"/></Relationships>',
      },
    }),
    'damaged-file',
  ],
  [
    'a main part that is no document',
    await withMain(wordPart('styles', `<w:body>${paragraph('甲')}</w:body>`)),
    'damaged-file',
  ],
  ['a document without a body', await withMain(wordPart('document', '')), 'damaged-file'],
  [
    'entities that multiply',
    await withMain('<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w>&b;</w>'),
    'damaged-file',
  ],
  ['100,000 nested elements', await withMain('<w:p>'.repeat(100_000)), 'limit-exceeded'],
  ['a part that inflates to 80 MB', await bomb(80), 'limit-exceeded'],
  ['the same with a lie about its size', lieAboutSize(await bomb(80), 5000), 'damaged-file'],
];
it.each(refusals)('refuses %s', async (_, bytes, code) => {
  const refusal = docxReader.extract(bytes, defaultLimits, '');
  await expect(refusal).rejects.toMatchObject({ name: 'AppError', code });
  await expect(refusal).rejects.toThrow(/\p{Script=Han}。$/u);
});

describe('limits', () => {
  const limited = (limits: Partial<typeof defaultLimits>, bytes = plain) =>
    docxReader.extract(bytes, { ...defaultLimits, ...limits }, '');

  it('hold for the file, its entries and its text', async () => {
    for (const limits of [{ maxFileBytes: 100 }, { maxEntries: 2 }, { maxEntryBytes: 300 }, { maxTotalBytes: 900 }]) {
      await expect(limited(limits)).rejects.toMatchObject({ code: 'limit-exceeded' });
    }
  });

  it('hold for the text of all parts together', async () => {
    const long = paragraph('字'.repeat(60));
    const parts = { body: long + long, margins: { header1: long } };
    const section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>';
    const bytes = await buildDocx({ ...parts, body: parts.body + section });
    await expect(limited({ maxTextLength: 180 }, bytes)).resolves.toBeDefined();
    await expect(limited({ maxTextLength: 179 }, bytes)).rejects.toMatchObject({ code: 'limit-exceeded' });
  });

  it('a label without end is cut', async () => {
    const numbering = abstractNum(1, level(0, 'decimal', '长'.repeat(100_000))) + num(1, 1);
    const body = paragraph('甲', { number: [1, 0] });
    const { paragraphs } = await docxReader.extract(await buildDocx({ numbering, body }), defaultLimits, '');
    expect(paragraphs[0]?.label).toHaveLength(255);
  });
});

it('hostile and double names of other parts do no harm', async () => {
  const files = {
    '../../evil.xml': 'x',
    '/etc/passwd': 'x',
    'C:\\evil.exe': 'x',
    'word/CON': 'x',
    'word\\x:y.txt': 'x',
  };
  const { paragraphs } = await docxReader.extract(await buildDocx({ body: paragraph('甲'), files }), defaultLimits, '');
  expect(paragraphs.map(({ text }) => text)).toEqual(['甲']);
});

it('two parts of the name of the main part are refused: nobody can tell which one Word shows', async () => {
  const files = { 'Word/Document.xml': wordPart('document', `<w:body>${paragraph('乙')}</w:body>`) };
  await expect(
    docxReader.extract(await buildDocx({ body: paragraph('甲'), files }), defaultLimits, ''),
  ).rejects.toThrow(/2 个同名部件“word\/document.xml”/u);
});

it('control characters are dropped with a warning', async () => {
  const { paragraphs, warnings } = await docxReader.extract(
    await buildDocx({ body: paragraph(run('甲\u0002乙')) }),
    defaultLimits,
    '',
  );
  expect(paragraphs[0]?.text).toBe('甲乙');
  expect(warnings.map(({ code }) => code)).toContain('characters-dropped');
});
