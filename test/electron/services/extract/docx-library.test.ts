import { AlignmentType, Document, LevelFormat, LevelSuffix, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { expect, it } from 'vitest';
import { docxReader } from '../../../../electron/services/extract/docx.ts';
import { defaultLimits } from '../../../../electron/services/extract/format.ts';

it('reads what the docx library writes: chapters, articles, items, a table', async () => {
  const text = (content: string, level?: number) =>
    new Paragraph(
      level === undefined ? { text: content } : { text: content, numbering: { reference: 'draft', level } },
    );
  const file = new Document({
    numbering: {
      config: [
        {
          reference: 'draft',
          levels: [
            { level: 0, format: LevelFormat.CHINESE_COUNTING_THOUSAND, text: '第%1章', suffix: LevelSuffix.SPACE },
            { level: 1, format: LevelFormat.CHINESE_COUNTING_THOUSAND, text: '第%2条', suffix: LevelSuffix.NOTHING },
            { level: 2, format: LevelFormat.CHINESE_COUNTING, text: '（%3）' },
            { level: 3, format: LevelFormat.DECIMAL_ENCLOSED_CIRCLE, text: '%4' },
          ],
        },
      ],
    },
    sections: [
      {
        children: [
          new Paragraph({ text: '停车管理办法', heading: 'Title', alignment: AlignmentType.CENTER }),
          text('总则', 0),
          text('为了规范停车秩序，制定本办法。', 1),
          text('适用范围：', 1),
          text('城市道路；', 2),
          text('公共广场：', 2),
          text('地上；', 3),
          text('附则', 0),
          text('本办法自发布之日起施行。', 1),
          new Table({
            rows: [
              new TableRow({
                children: [text('序号'), text('条', 1)].map((cell) => new TableCell({ children: [cell] })),
              }),
            ],
          }),
          text('末条', 1),
        ],
      },
    ],
  });
  const bytes = new Uint8Array(await Packer.toBuffer(file));
  expect(docxReader.recognise(bytes)).toBe(true);
  const { paragraphs } = await docxReader.extract(bytes, defaultLimits, '');
  expect(paragraphs.map(({ part, label, text: content }) => [part, label, content])).toEqual([
    ['body', null, '停车管理办法'],
    ['body', '第一章', '总则'],
    ['body', '第一条', '为了规范停车秩序，制定本办法。'],
    ['body', '第二条', '适用范围：'],
    ['body', '（一）', '城市道路；'],
    ['body', '（二）', '公共广场：'],
    ['body', '①', '地上；'],
    ['body', '第二章', '附则'],
    // The library cannot write w:lvlRestart, so that Word, too, begins anew in each chapter.
    ['body', '第一条', '本办法自发布之日起施行。'],
    ['table-row', null, '序号\t第二条　条'],
    ['body', '第三条', '末条'],
  ]);
  expect(paragraphs[0]).toMatchObject({ style: 'title', alignment: 'center' });
});
