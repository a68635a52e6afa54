import { expect, it } from 'vitest';
import { docxReader } from '../../../../electron/services/extract/docx.ts';
import { defaultLimits } from '../../../../electron/services/extract/format.ts';
import {
  abstractNum,
  buildDocx,
  level,
  num,
  paragraph,
  paragraphStyle,
  table,
  run,
  type DocxParts,
} from '../../../support/docx-builder.ts';

async function labels(parts: DocxParts): Promise<readonly (string | null)[]> {
  const { paragraphs } = await docxReader.extract(await buildDocx(parts), defaultLimits, '');
  return paragraphs.map(({ label }) => label);
}

/** Chapters and articles as drafts have them: 第X章, 第X条 running on, （一）, 1. */
const draftList = abstractNum(
  1,
  level(0, 'chineseCountingThousand', '第%1章') +
    level(1, 'chineseCountingThousand', '第%2条', '<w:lvlRestart w:val="0"/>') +
    level(2, 'chineseCountingThousand', '（%3）') +
    level(3, 'decimal', '%4.'),
);
const startOverride = (ilvl: number, value: number) =>
  `<w:lvlOverride w:ilvl="${ilvl}"><w:startOverride w:val="${value}"/></w:lvlOverride>`;
/** One numbered paragraph per entry: instance and level. */
const numbered = (...places: readonly (readonly [number, number])[]) =>
  places.map((number) => paragraph('文', { number })).join('');

const cases: readonly {
  readonly name: string;
  readonly parts: DocxParts;
  readonly labels: readonly (string | null)[];
}[] = [
  {
    name: 'articles run on across chapters where w:lvlRestart is 0',
    parts: { numbering: draftList + num(1, 1), body: numbered([1, 0], [1, 1], [1, 1], [1, 0], [1, 1], [1, 2], [1, 1]) },
    labels: ['第一章', '第一条', '第二条', '第二章', '第三条', '（一）', '第四条'],
  },
  {
    name: 'deeper levels restart after any shallower one by default',
    parts: {
      numbering: draftList + num(1, 1),
      body: numbered([1, 1], [1, 2], [1, 3], [1, 3], [1, 2], [1, 3], [1, 1], [1, 2]),
    },
    labels: ['第一条', '（一）', '1.', '2.', '（二）', '1.', '第二条', '（一）'],
  },
  {
    name: 'w:lvlRestart names the level after which a level restarts',
    parts: {
      numbering:
        abstractNum(
          1,
          level(0, 'decimal', '%1') +
            level(1, 'decimal', '%2') +
            level(2, 'decimal', '%3', '<w:lvlRestart w:val="1"/>'),
        ) + num(1, 1),
      body: numbered([1, 0], [1, 1], [1, 2], [1, 2], [1, 1], [1, 2], [1, 0], [1, 2]),
    },
    labels: ['1', '1', '1', '2', '2', '3', '2', '1'],
  },
  {
    name: 'a level that was skipped counts as begun',
    parts: {
      numbering: abstractNum(1, level(0, 'decimal', '%1') + level(1, 'decimal', '%1.%2')) + num(1, 1),
      body: numbered([1, 1], [1, 1], [1, 0], [1, 1]),
    },
    labels: ['1.1', '1.2', '2', '2.1'],
  },
  {
    name: 'instances of one list share their counters, w:startOverride begins anew once',
    parts: {
      numbering: draftList + num(1, 1) + num(2, 1) + num(3, 1, startOverride(1, 6)),
      body: numbered([1, 1], [2, 1], [3, 1], [3, 1], [1, 1], [3, 1]),
    },
    labels: ['第一条', '第二条', '第六条', '第七条', '第八条', '第九条'],
  },
  {
    name: 'w:startOverride also holds where the level restarts',
    parts: {
      numbering: abstractNum(1, level(0, 'decimal', '%1') + level(1, 'decimal', '%2')) + num(1, 1, startOverride(1, 5)),
      body: numbered([1, 0], [1, 1], [1, 1], [1, 0], [1, 1]),
    },
    labels: ['1', '5', '6', '2', '5'],
  },
  {
    name: 'separate lists count separately',
    parts: {
      numbering: draftList + abstractNum(2, level(0, 'decimal', '%1、')) + num(1, 1) + num(2, 2),
      body: numbered([1, 1], [2, 0], [1, 1], [2, 0]),
    },
    labels: ['第一条', '1、', '第二条', '2、'],
  },
  {
    name: 'a full level override replaces format, text and start of the level',
    parts: {
      numbering:
        draftList + num(1, 1, `<w:lvlOverride w:ilvl="1">${level(1, 'decimal', '第%2条', '', 10)}</w:lvlOverride>`),
      body: numbered([1, 1], [1, 1], [1, 2]),
    },
    labels: ['第10条', '第11条', '（一）'],
  },
  {
    name: 'the first start is that of w:start, zero where it is missing',
    parts: {
      numbering:
        abstractNum(1, level(0, 'decimal', '%1', '', 4)) +
        abstractNum(2, '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl>') +
        num(1, 1) +
        num(2, 2),
      body: numbered([1, 0], [1, 0], [2, 0], [2, 0]),
    },
    labels: ['4', '5', '0', '1'],
  },
  {
    name: 'numbering comes with the style, at the level bound to it, through w:basedOn as well',
    parts: {
      numbering:
        abstractNum(
          1,
          level(0, 'chineseCounting', '第%1章', '<w:pStyle w:val="Chapter"/>') +
            level(1, 'chineseCounting', '第%2条', '<w:pStyle w:val="Article"/><w:lvlRestart w:val="0"/>'),
        ) + num(7, 1),
      styles:
        paragraphStyle('Chapter', 'heading 1', '<w:numPr><w:numId w:val="7"/></w:numPr>') +
        paragraphStyle('Article', '条', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>') +
        paragraphStyle('ArticleBold', '条 加粗', '', 'Article'),
      body:
        paragraph('总则', { style: 'Chapter' }) +
        paragraph('甲', { style: 'Article' }) +
        paragraph('乙', { style: 'ArticleBold' }) +
        paragraph('附则', { style: 'Chapter' }) +
        paragraph('丙', { style: 'Article' }),
    },
    labels: ['第一章', '第一条', '第二条', '第二章', '第三条'],
  },
  {
    name: 'a derived style may change the level alone',
    parts: {
      numbering: draftList + num(1, 1),
      styles:
        paragraphStyle('A', '条', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>') +
        paragraphStyle('B', '项', '<w:numPr><w:ilvl w:val="2"/></w:numPr>', 'A'),
      body: paragraph('甲', { style: 'A' }) + paragraph('乙', { style: 'B' }) + paragraph('丙', { style: 'A' }),
    },
    labels: ['第一条', '（一）', '第二条'],
  },
  {
    name: 'numId 0 cancels the numbering of the style, in the paragraph and in a derived style',
    parts: {
      numbering: draftList + num(1, 1) + num(0, 1),
      styles:
        paragraphStyle('A', '条', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>') +
        paragraphStyle('B', '款', '<w:numPr><w:numId w:val="0"/></w:numPr>', 'A'),
      body:
        paragraph('甲', { style: 'A' }) +
        paragraph('款', { style: 'A', number: [0, 0] }) +
        paragraph('款', { style: 'B' }) +
        paragraph('乙', { style: 'A' }),
    },
    labels: ['第一条', null, null, '第二条'],
  },
  {
    name: 'the default paragraph style numbers paragraphs that name no style',
    parts: {
      numbering: draftList + num(1, 1),
      styles:
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/><w:pPr><w:numPr>' +
        '<w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      body: paragraph('甲') + paragraph('乙'),
    },
    labels: ['第一条', '第二条'],
  },
  {
    name: 'styles based on each other in a circle do no harm',
    parts: {
      numbering: draftList + num(1, 1),
      styles:
        paragraphStyle('A', 'a', '', 'B') +
        paragraphStyle('B', 'b', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>', 'A'),
      body: paragraph('甲', { style: 'A' }),
    },
    labels: ['第一条'],
  },
  {
    name: 'a numbering style is followed to the list behind it, and counts as a list of its own',
    parts: {
      numbering:
        abstractNum(1, `<w:styleLink w:val="L"/>${level(0, 'decimal', '%1)')}`) +
        abstractNum(2, '<w:numStyleLink w:val="L"/>') +
        num(1, 1) +
        num(2, 2),
      styles:
        '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      body: numbered([2, 0], [2, 0], [1, 0]),
    },
    labels: ['1)', '2)', '1)'],
  },
  {
    name: 'a numbering style without w:styleLink is followed through its instance',
    parts: {
      numbering:
        abstractNum(1, level(0, 'decimal', '%1)')) +
        abstractNum(2, '<w:numStyleLink w:val="L"/>') +
        num(1, 1) +
        num(2, 2),
      styles:
        '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      body: numbered([2, 0]),
    },
    labels: ['1)'],
  },
  {
    name: 'numbering styles that point at each other number nothing',
    parts: {
      numbering: abstractNum(2, '<w:numStyleLink w:val="L"/>') + num(2, 2),
      styles:
        '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>',
      body: numbered([2, 0]),
    },
    labels: [null],
  },
  {
    name: 'w:isLgl writes all numbers of the label in decimal, but keeps a leading zero',
    parts: {
      numbering:
        abstractNum(
          1,
          level(0, 'chineseCounting', '第%1章') +
            level(1, 'chineseCounting', '%1.%2', '<w:isLgl/>') +
            level(2, 'decimalZero', '%1.%2.%3', '<w:isLgl/>') +
            level(3, 'decimal', '%1.%2.%4', '<w:isLgl w:val="0"/>'),
        ) + num(1, 1),
      body: numbered([1, 0], [1, 0], [1, 1], [1, 2], [1, 3]),
    },
    labels: ['第一章', '第二章', '2.1', '2.1.01', '二.一.1'],
  },
  {
    name: 'a bullet has no label and counts all the same; its placeholder prints nothing',
    parts: {
      numbering:
        abstractNum(
          1,
          level(0, 'bullet', '●') +
            level(1, 'decimal', '%1%2.') +
            level(2, 'none', '注：') +
            level(3, 'decimal', '%1%3%4', '<w:isLgl/>'),
        ) + num(1, 1),
      body: numbered([1, 0], [1, 1], [1, 1], [1, 0], [1, 1], [1, 2], [1, 3]),
    },
    labels: [null, '1.', '2.', null, '1.', '注：', '1'],
  },
  {
    name: 'a label formatted as hidden is not printed, but counts',
    parts: {
      numbering:
        abstractNum(
          1,
          `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1"/><w:rPr><w:vanish/></w:rPr></w:lvl>${level(1, 'decimal', '%1.%2')}`,
        ) + num(1, 1),
      body: numbered([1, 0], [1, 0], [1, 1]),
    },
    labels: [null, null, '2.1'],
  },
  {
    name: 'the label comes trimmed and without the suffix',
    parts: {
      numbering:
        abstractNum(
          1,
          level(0, 'decimal', '%1、 ', '<w:suff w:val="space"/>') +
            level(1, 'decimal', '　（%2）　', '<w:suff w:val="nothing"/>'),
        ) + num(1, 1),
      body: numbered([1, 0], [1, 1]),
    },
    labels: ['1、', '（1）'],
  },
  {
    name: 'a single-level list has one level, whatever the paragraph says',
    parts: {
      numbering: abstractNum(1, level(0, 'decimal', '%1.'), 'singleLevel') + num(1, 1),
      body: numbered([1, 0], [1, 3]),
    },
    labels: ['1.', '2.'],
  },
  {
    name: 'custom formats are read from their sample inside the alternatives',
    parts: {
      numbering:
        abstractNum(
          1,
          '<w:lvl w:ilvl="0"><w:start w:val="9"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" ' +
            'w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback>' +
            '</mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>',
        ) + num(1, 1),
      body: numbered([1, 0], [1, 0]),
    },
    labels: ['009', '010'],
  },
  {
    name: 'instances and levels that do not exist number nothing',
    parts: { numbering: draftList + num(1, 1) + num(2, 99), body: numbered([9, 0], [2, 0], [1, 8], [1, 12], [1, 1]) },
    labels: [null, null, null, null, '第一条'],
  },
  {
    name: 'an empty numbered paragraph keeps its number, the empty end of a section has none',
    parts: {
      numbering: draftList + num(1, 1),
      body:
        numbered([1, 1]) +
        paragraph('', { number: [1, 1] }) +
        paragraph('', { number: [1, 1], properties: '<w:sectPr/>' }) +
        numbered([1, 1]),
    },
    labels: ['第一条', '第二条', '第三条'],
  },
  {
    name: 'numbers beyond ten, a hundred and a thousand are written in full',
    parts: {
      numbering:
        draftList +
        num(1, 1, startOverride(1, 10)) +
        num(2, 1, startOverride(1, 110)) +
        num(3, 1, startOverride(1, 1001)),
      body: numbered([1, 1], [1, 1], [2, 1], [3, 1]),
    },
    labels: ['第十条', '第十一条', '第一百一十条', '第一千零一条'],
  },
];

it.each(cases)('$name', async ({ parts, labels: expected }) => {
  expect(await labels(parts)).toEqual(expected);
});

it('labels stand in front of the text of table cells, and cells count like other paragraphs', async () => {
  const cell = (text: string) => paragraph(text, { number: [1, 1] });
  const { paragraphs } = await docxReader.extract(
    await buildDocx({
      numbering: draftList + num(1, 1),
      body:
        cell('甲') +
        table([{ cells: [cell('乙') + paragraph('续'), paragraph('丙', { number: [1, 2] })] }]) +
        cell('丁'),
    }),
    defaultLimits,
    '',
  );
  expect(paragraphs.map(({ part, label, text }) => [part, label, text])).toEqual([
    ['body', '第一条', '甲'],
    ['table-row', null, '第二条　乙 续\t（一）丙'],
    ['body', '第三条', '丁'],
  ]);
});

it('text boxes, notes and headers are numbered apart from the body', async () => {
  const box = `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${numbered([1, 1])}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
  const { paragraphs } = await docxReader.extract(
    await buildDocx({
      numbering: draftList + num(1, 1),
      body: paragraph(run('甲') + box, { number: [1, 1] }) + paragraph(run('乙') + box, { number: [1, 1] }),
    }),
    defaultLimits,
    '',
  );
  expect(paragraphs.map(({ part, label }) => [part, label])).toEqual([
    ['body', '第一条'],
    ['text-box', '第一条'],
    ['body', '第二条'],
    ['text-box', '第一条'],
  ]);
});

it('a format that is not known is written in decimal and reported', async () => {
  const parts = { numbering: abstractNum(1, level(0, 'hebrew1', '%1.')) + num(1, 1), body: numbered([1, 0]) };
  const { paragraphs, warnings } = await docxReader.extract(await buildDocx(parts), defaultLimits, '');
  expect(paragraphs[0]?.label).toBe('1.');
  expect(warnings.find(({ code }) => code === 'number-format-unknown')?.message).toContain('hebrew1');
});
