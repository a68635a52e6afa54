// Makes resources/samples: drafts as .docx with automatic numbering (chapters and articles are one multi-level list whose
// articles do not restart in each chapter), a tracked change left in, covering notes and materials.
// Run by hand when the texts change: `node .scripts/samples.mjs`. The bytes are the same each time.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AlignmentType,
  Document,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  LevelSuffix,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import JSZip from 'jszip';
import { agreementMaterials, normativeMaterials } from './samples/texts.mjs';

const root = join(import.meta.dirname, '..');
const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋_GB2312' };
const run = (text) => new TextRun({ text, font, size: 32 });
const indent = { firstLine: 640 };

const numbering = {
  config: [
    {
      reference: 'law',
      levels: [
        {
          level: 0,
          format: LevelFormat.CHINESE_COUNTING,
          text: '第%1章',
          suffix: LevelSuffix.SPACE,
          alignment: AlignmentType.CENTER,
        },
        {
          level: 1,
          format: LevelFormat.CHINESE_COUNTING,
          text: '第%2条',
          suffix: LevelSuffix.SPACE,
          alignment: AlignmentType.LEFT,
        },
      ],
    },
  ],
};

/** One line of a source text as a paragraph: `#` title, `##` chapter, `@` article, `-` typed item, `>` signature. */
function toParagraph(line) {
  const text = line.replace(/^(##|[#@>-]) /u, '');
  if (line.startsWith('# ')) {
    return new Paragraph({
      heading: HeadingLevel.TITLE,
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ text, size: 44, font: { ...font, eastAsia: '方正小标宋简体' } })],
    });
  }
  if (line.startsWith('## ')) {
    return new Paragraph({
      alignment: AlignmentType.CENTER,
      numbering: { reference: 'law', level: 0 },
      children: [run(text)],
    });
  }
  if (line.startsWith('@ ')) {
    const [before, after] = text.split('并建立经营者档案');
    // The drafters forgot to accept one change: the checker must say so.
    const children =
      after === undefined
        ? [run(text)]
        : [
            run(before),
            new InsertedTextRun({
              text: '并建立经营者档案',
              id: 1,
              author: '经办人',
              date: '2026-03-01T09:00:00Z',
              font,
              size: 32,
            }),
            run(after),
          ];
    return new Paragraph({ numbering: { reference: 'law', level: 1 }, children });
  }
  if (line.startsWith('> ')) return new Paragraph({ alignment: AlignmentType.RIGHT, children: [run(text)] });
  return new Paragraph({ indent, children: [run(text)] });
}

function toTable(lines) {
  const rows = lines.map((line) => {
    const cells = line.replace(/^\| /u, '').split('\t');
    return new TableRow({
      children: cells.map((text) => new TableCell({ children: [new Paragraph({ children: [run(text)] })] })),
    });
  });
  return new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } });
}

async function makeDraft(source, title) {
  const lines = readFileSync(join(import.meta.dirname, 'samples', source), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const children = [];
  for (let index = 0; index < lines.length; index += 1) {
    if (!lines[index].startsWith('| ')) {
      children.push(toParagraph(lines[index]));
      continue;
    }
    const rows = [];
    while (lines[index]?.startsWith('| ')) rows.push(lines[index++]);
    index -= 1;
    children.push(toTable(rows));
  }
  const document = new Document({ title, creator: '起草单位', numbering, sections: [{ children }] });
  return settle(await Packer.toBuffer(document));
}

/** Articles run on through the chapters (w:lvlRestart 0, which the library cannot say), and dates are fixed. */
async function settle(bytes) {
  const source = await JSZip.loadAsync(bytes);
  const target = new JSZip();
  const date = new Date('2026-03-03T00:00:00Z');
  for (const name of Object.keys(source.files)
    .filter((entry) => !source.files[entry].dir)
    .sort()) {
    let content = await source.files[name].async('nodebuffer');
    if (name === 'word/numbering.xml') {
      const xml = content.toString('utf8');
      const patched = xml.replace(
        /(<w:lvl w:ilvl="1"[^>]*><w:start [^>]*\/><w:numFmt w:val="chineseCounting"\/>)/gu,
        '$1<w:lvlRestart w:val="0"/>',
      );
      if (patched === xml) throw new Error('numbering.xml does not look as expected');
      content = Buffer.from(patched);
    }
    if (name === 'docProps/core.xml') {
      content = Buffer.from(content.toString('utf8').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, '2026-03-03T00:00:00Z'));
    }
    target.file(name, content, { date, createFolders: false });
  }
  return target.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

async function make(kind, source, title, materials) {
  const folder = join(root, 'resources', 'samples', kind, '送审材料');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${title}（送审稿）.docx`), await makeDraft(source, title));
  for (const [name, text] of Object.entries(materials)) writeFileSync(join(folder, name), text);
}

await make('normative', 'normative.txt', '卧龙区农贸市场管理办法（试行）', normativeMaterials);
await make('agreement', 'agreement.txt', '卧龙区智慧停车项目合作协议', agreementMaterials);
