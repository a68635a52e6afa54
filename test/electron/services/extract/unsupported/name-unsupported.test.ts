import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { nameUnsupported } from '../../../../../electron/services/extract/unsupported/name-unsupported.ts';

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

async function zip(...names: readonly string[]): Promise<Uint8Array> {
  const archive = new JSZip();
  for (const name of names) archive.file(name, 'x');
  return archive.generateAsync({ type: 'uint8array' });
}

interface Entry {
  readonly name: string;
  readonly left?: number;
  readonly right?: number;
  readonly child?: number;
}

/** A compound file of one table sector and as many directory sectors as the entries need; links are entry numbers. */
function compound(entries: readonly Entry[]): Uint8Array {
  const directorySectors = Math.ceil(entries.length / 4);
  const bytes = new Uint8Array(512 * (2 + directorySectors));
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint32(48, 1, true);
  view.setUint32(76, 0, true);
  for (let at = 80; at < 512; at += 4) view.setUint32(at, 0xffffffff, true);
  for (let sector = 0; sector < 128; sector += 1) view.setUint32(512 + sector * 4, 0xffffffff, true);
  view.setUint32(512, 0xfffffffd, true);
  for (let sector = 1; sector <= directorySectors; sector += 1) {
    view.setUint32(512 + sector * 4, sector === directorySectors ? 0xfffffffe : sector + 1, true);
  }
  entries.forEach((entry, index) => {
    const place = 1024 + index * 128;
    [...entry.name].forEach((character, at) => view.setUint16(place + at * 2, character.charCodeAt(0), true));
    view.setUint16(place + 64, (entry.name.length + 1) * 2, true);
    for (const [offset, link] of [
      [68, entry.left],
      [72, entry.right],
      [76, entry.child],
    ] as const) {
      view.setUint32(place + offset, link ?? 0xffffffff, true);
    }
  });
  return bytes;
}

const word = compound([{ name: 'Root Entry', child: 1 }, { name: 'WordDocument', left: 2 }, { name: '1Table' }]);

describe('nameUnsupported', () => {
  it.each([
    ['a .doc whose text is not where it should be', word],
    ['a compound file without a directory', word.slice(0, 600)],
    [
      'a .doc with a table of Excel inside',
      compound([
        { name: 'Root Entry', child: 1 },
        { name: 'WordDocument', left: 2 },
        { name: 'ObjectPool', child: 3 },
        { name: 'Workbook' },
      ]),
    ],
  ])('calls %s incomplete', (_, bytes) => {
    expect(nameUnsupported(bytes)).toMatchObject({
      code: 'damaged-file',
      what: expect.stringContaining('不完整的旧版 Office 文件') as string,
    });
  });

  it.each([
    ['an .xls', compound([{ name: 'Root Entry', child: 1 }, { name: 'Workbook' }]), '旧版 Excel 表格'],
    ['a .ppt', compound([{ name: 'Root Entry', child: 1 }, { name: 'PowerPoint Document' }]), '旧版演示文稿'],
    ['an .msg', compound([{ name: 'Root Entry', child: 1 }, { name: '__properties_version1.0' }]), 'Outlook 邮件'],
    ['a Works file', compound([{ name: 'Root Entry', child: 1 }, { name: 'MatOST' }]), '旧版 Office 或 Works'],
    ['a PNG', latin1('\x89PNG\r\n\x1a\n....'), '图片（PNG）'],
    ['a JPEG', latin1('\xff\xd8\xff\xe0'), '图片（JPEG）'],
    ['a TIFF', latin1('II*\0....'), '图片（TIFF）'],
    ['a program', latin1('MZ\x90\0\x03\0\0\0'), '可执行程序'],
    ['a shortcut', latin1('L\0\0\0\x01\x14\x02\0'), '快捷方式'],
    ['a .rar', latin1('Rar!\x1a\x07\x01\0'), '压缩包（.rar）'],
    ['a .7z', latin1("7z\xbc\xaf'\x1c\0"), '压缩包（.7z）'],
    [
      'Flat OPC',
      latin1('<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package x="y">'),
      '单文件 XML',
    ],
    ['Word 2003 XML', latin1('\xef\xbb\xbf<?xml version="1.0"?>\n<w:wordDocument x="y">'), 'Word 2003 XML'],
    ['a web page', latin1('\n <HTML><body>'), '网页（HTML）'],
    ['a web archive', latin1('MIME-Version: 1.0\r\n'), '网页存档'],
  ])('names %s', (_, bytes, what) => {
    expect(nameUnsupported(bytes)).toMatchObject({
      code: 'unsupported-format',
      what: expect.stringContaining(what) as string,
    });
  });

  it.each([
    ['an .ofd', ['OFD.xml', 'Doc_0/Document.xml'], '版式文档（.ofd）'],
    ['an .ofd written in another case', ['ofd.xml'], '版式文档（.ofd）'],
    ['an .xlsx', ['[Content_Types].xml', 'xl/workbook.xml'], 'Excel 表格（.xlsx）'],
    ['a .pptx', ['[Content_Types].xml', 'ppt/presentation.xml'], '演示文稿（.pptx）'],
    ['an .odt', ['mimetype', 'content.xml', 'META-INF/manifest.xml'], 'ODF 文档'],
    ['a .zip', ['草案.docx', '起草说明.docx'], '压缩包（.zip）'],
  ])('names %s by the names inside', async (_, names, what) => {
    expect(nameUnsupported(await zip(...names))?.what).toContain(what);
  });

  it('tells an encrypted document and a damaged archive from a format that is unsupported', async () => {
    const encrypted = compound([
      { name: 'Root Entry', child: 1 },
      { name: 'EncryptedPackage', left: 2 },
      { name: 'EncryptionInfo' },
    ]);
    expect(nameUnsupported(encrypted)?.code).toBe('encrypted-file');
    const archive = await zip('[Content_Types].xml', 'word/document.xml');
    expect(nameUnsupported(archive.slice(0, archive.length - 60))?.code).toBe('damaged-file');
  });

  it('survives compound files that are cut off or lead in circles', () => {
    for (let length = 8; length < word.length; length += 37)
      expect(nameUnsupported(word.slice(0, length))).not.toBeNull();
    const circle = compound([
      { name: 'Root Entry', child: 1 },
      { name: 'WordDocument', left: 1, right: 0, child: 1 },
    ]);
    new DataView(circle.buffer).setUint32(512 + 4, 1, true);
    expect(nameUnsupported(circle)?.code).toBe('damaged-file');
  });

  it.each([
    ['Chinese text', new TextEncoder().encode('第一条　为了规范管理，制定本办法。')],
    ['text that begins like a program', latin1('MZ is a name')],
    ['a PDF', latin1('%PDF-1.7')],
    ['nothing', new Uint8Array()],
    ['a few bytes', latin1('PK')],
  ])('does not name %s', (_, bytes) => {
    expect(nameUnsupported(bytes)).toBeNull();
  });
});
