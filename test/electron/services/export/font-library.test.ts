import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseFaces } from '../../../../electron/services/export/font-library.ts';
import { renderPdf } from '../../../../electron/services/export/render-pdf.ts';
import { dropTable, makeCollection, renameFont } from '../../../support/pdf-tools-font-edit.ts';
import { assets, readPdfPages, withoutSpace, writeTo } from '../../../support/pdf-tools.ts';
import { opinionText } from '../../../../electron/services/export/opinion-text.ts';
import { sampleOpinion } from '../../../support/sample-opinion.ts';

let root = '';
/** A small face of our own making: the bundled one cut down to the sample's characters, to be given other names. */
let face: Uint8Array = new Uint8Array();

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'fonts-'));
  const characters = `法${opinionText(sampleOpinion)}0123456789—`;
  const source = await readFile(join(assets, 'fonts', 'NotoSansSC-Regular.ttf'));
  face = await subsetFont(source, characters, { targetFormat: 'truetype' });
});

afterAll(async () => {
  await rm(root, { recursive: true });
});

async function folderWith(name: string, ...files: readonly (readonly [string, Uint8Array])[]): Promise<string> {
  const folder = join(root, name, 'deeper');
  await mkdir(folder, { recursive: true });
  for (const [file, bytes] of files) await writeTo(folder, file, bytes);
  return join(root, name);
}

const choose = (...fontFolders: readonly string[]): ReturnType<typeof chooseFaces> =>
  chooseFaces({ fontFolders, assets });

describe('chooseFaces', () => {
  it('takes the bundled faces on a bare workstation and says for which they stand', async () => {
    const faces = await choose(join(root, 'no-such-folder'));
    expect(faces.substitutions).toEqual([
      { wanted: '方正小标宋简体', used: 'Noto Serif SC Bold' },
      { wanted: '仿宋_GB2312', used: 'Noto Serif SC' },
      { wanted: '黑体', used: 'Noto Sans SC' },
      { wanted: '楷体_GB2312', used: 'Noto Serif SC' },
      { wanted: '宋体', used: 'Noto Serif SC' },
    ]);
    expect(faces.refused).toEqual([]);
  });

  it('picks a face by its name table, whatever its file is called', async () => {
    const folder = await folderWith('named', ['x1.ttf', renameFont(face, '仿宋_GB2312', 'FangSong_GB2312')]);
    const faces = await choose(folder);
    expect(faces.chains.body[0]?.name).toBe('仿宋_GB2312');
    expect(faces.substitutions.map(({ wanted }) => wanted)).not.toContain('仿宋_GB2312');
    const pdf = await renderPdf(sampleOpinion, faces);
    expect(Buffer.from(pdf.bytes).includes('+FangSong_GB2312')).toBe(false);
    expect(Buffer.from(pdf.bytes).includes('+FangSongGB2312')).toBe(true);
  });

  it('prefers 仿宋_GB2312 to the 仿宋 of Windows, and takes that where it is alone', async () => {
    const windows = renameFont(face, '仿宋', 'FangSong');
    const older = renameFont(face, '仿宋_GB2312', 'FangSong_GB2312');
    const both = await folderWith('both', ['a.ttf', windows], ['b.ttf', older]);
    const alone = await folderWith('alone', ['a.ttf', windows]);
    expect((await choose(both)).chains.body[0]?.name).toBe('仿宋_GB2312');
    expect((await choose(alone)).chains.body[0]?.name).toBe('仿宋');
  });

  it.each([
    ['restricted', { fsType: 0x0002 }, '字体的许可禁止嵌入'],
    ['restricted in an old font with a second bit', { fsType: 0x0006 }, '字体的许可禁止嵌入'],
    ['whole faces only', { fsType: 0x0100 }, '字体的许可禁止只嵌入用到的字'],
    ['bitmaps only', { fsType: 0x0200 }, '字体的许可只允许嵌入点阵'],
    ['bold', { fsSelection: 0x20 }, '是加粗或倾斜的变体'],
  ])('refuses a face whose table OS/2 says: %s', async (name, rights, reason) => {
    const file = renameFont(face, '仿宋_GB2312', 'FangSong_GB2312', rights);
    const folder = await folderWith(name, ['simfang.ttf', file]);
    const faces = await choose(folder);
    expect(faces.refused.map((entry) => entry.reason)).toEqual([reason]);
    expect(faces.substitutions).toContainEqual({ wanted: '仿宋_GB2312', used: 'Noto Serif SC' });
  });

  it('takes a face that allows embedding for preview and print, or for editing', async () => {
    for (const fsType of [0x0004, 0x0008]) {
      const file = renameFont(face, '黑体', 'SimHei', { fsType });
      const folder = await folderWith(`allowed-${fsType}`, ['simhei.ttf', file]);
      expect((await choose(folder)).chains.heading1[0]?.name).toBe('黑体');
    }
  });

  it('refuses a face that does not say whether it may be embedded', async () => {
    const file = dropTable(renameFont(face, '黑体', 'SimHei'), 'OS/2');
    const folder = await folderWith('silent', ['simhei.ttf', file]);
    expect((await choose(folder)).refused.map((entry) => entry.reason)).toEqual(['字体未说明是否允许嵌入']);
  });

  it('goes on where a font file is cut off or no font at all', async () => {
    const named = renameFont(face, '黑体', 'SimHei');
    const folder = await folderWith(
      'broken',
      ['a.ttf', named.slice(0, 2000)],
      ['b.ttf', new TextEncoder().encode('not a font')],
      ['c.ttf', new Uint8Array()],
      ['d.ttf', named],
    );
    expect((await choose(folder)).chains.heading1[0]?.name).toBe('黑体');
  });

  it('takes the right member out of a collection, and every word is drawn with it', async () => {
    const songti = renameFont(face, '宋体', 'SimSun');
    const body = renameFont(face, '仿宋', 'FangSong');
    const folder = await folderWith('collection', ['simsun.ttc', makeCollection(songti, body)]);
    const faces = await choose(folder);
    expect(faces.chains.body[0]?.name).toBe('仿宋');
    expect(faces.chains.pageNumber[0]?.name).toBe('宋体');
    const pdf = await renderPdf(sampleOpinion, faces);
    const words = (await readPdfPages(pdf.bytes)).flat().filter((piece) => !piece.isArtifact);
    expect(withoutSpace(words.map((piece) => piece.text).join(''))).toBe(withoutSpace(opinionText(sampleOpinion)));
    expect(Buffer.from(pdf.bytes).includes('+FangSong')).toBe(true);
    expect(Buffer.from(pdf.bytes).includes('+SimSun')).toBe(true);
  });

  it('says so when a bundled face is missing', async () => {
    await expect(chooseFaces({ fontFolders: [], assets: root })).rejects.toMatchObject({ code: 'font-unusable' });
  });
});
