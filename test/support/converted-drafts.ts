import {
  abstractNum,
  buildDocx,
  deletedRun,
  level,
  num,
  paragraph,
  paragraphStyle,
  relationship,
  run,
  table,
  tracked,
} from './docx-builder.ts';

const numberFormats = [
  'chineseCounting',
  'chineseCountingThousand',
  'chineseLegalSimplified',
  'ideographLegalTraditional',
  'ideographTraditional',
  'ideographZodiac',
  'decimalEnclosedCircle',
  'decimalZero',
  'upperRoman',
  'lowerRoman',
  'upperLetter',
  'lowerLetter',
  'taiwaneseCounting',
];

/** A draft of lists: every number format, restarts, lists that go on after others, levels that show several numbers. */
function buildNumbers(): Promise<Uint8Array> {
  const lists = numberFormats.map((format, index) => abstractNum(index + 10, level(0, format, '%1、')));
  const instances = numberFormats.map((_, index) => num(index + 10, index + 10));
  const outline =
    level(0, 'chineseCountingThousand', '第%1章', '<w:pStyle w:val="Heading1"/>') +
    level(1, 'chineseCountingThousand', '第%2条', '<w:pStyle w:val="Heading2"/>');
  const items = level(0, 'chineseCountingThousand', '（%1）') + level(1, 'decimal', '%2.', '', 3);
  const decimal = level(0, 'decimal', '%1') + level(1, 'decimal', '%1.%2') + level(2, 'decimal', '%1.%2.%3');
  return buildDocx({
    numbering:
      lists.join('') +
      abstractNum(1, outline) +
      abstractNum(2, decimal) +
      abstractNum(3, items) +
      instances.join('') +
      num(1, 1) +
      num(2, 2) +
      num(4, 3) +
      num(3, 2, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
    styles:
      paragraphStyle('Heading1', 'heading 1', '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>') +
      paragraphStyle(
        'Heading2',
        'heading 2',
        '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/>',
      ),
    body: [
      paragraph('总则', { style: 'Heading1' }),
      paragraph('第一款', { style: 'Heading2' }),
      paragraph('甲项', { number: [4, 0] }),
      paragraph('乙项', { number: [4, 0] }),
      paragraph('第二款', { style: 'Heading2' }),
      paragraph('丙项', { number: [4, 0] }),
      paragraph('子目', { number: [4, 1] }),
      paragraph('附则', { style: 'Heading1' }),
      paragraph('第三款', { style: 'Heading2' }),
      ...numberFormats.flatMap((format, index) => [
        paragraph(format, { number: [index + 10, 0] }),
        paragraph('第二', { number: [index + 10, 0] }),
      ]),
      ...Array.from({ length: 10 }, (_, index) => paragraph(`至十二之${index + 3}`, { number: [11, 0] })),
      paragraph('一级', { number: [2, 0] }),
      paragraph('二级', { number: [2, 1] }),
      paragraph('三级', { number: [2, 2] }),
      paragraph('又三级', { number: [2, 2] }),
      paragraph('插入的正文'),
      paragraph('接着二级', { number: [2, 1] }),
      paragraph('接着一级', { number: [2, 0] }),
      paragraph('从五开始', { number: [3, 0] }),
      paragraph('五之下', { number: [3, 1] }),
    ].join(''),
  });
}

/** A draft of changes: paragraphs inserted, deleted, split and joined in a numbered list, and comments. */
function buildChanges(): Promise<Uint8Array> {
  const item = (content: string, mark?: string) =>
    paragraph(content, mark === undefined ? { number: [1, 0] } : { number: [1, 0], mark });
  return buildDocx({
    numbering: abstractNum(1, level(0, 'chineseCountingThousand', '第%1条')) + num(1, 1),
    comments:
      `<w:comment w:id="0" w:author="赵六" w:date="2026-03-03T10:00:00Z">${paragraph('跨段批注')}</w:comment>` +
      `<w:comment w:id="1" w:author="Zhao" w:date="2026-03-04T10:00:00Z">${paragraph('第二个')}${paragraph('两段')}</w:comment>`,
    body: [
      paragraph('修订示例'),
      item('不变的一条。'),
      item(tracked('ins', run('整条插入。')), tracked('ins')),
      item('又一条不变。'),
      item(tracked('del', deletedRun('整条删除。')), tracked('del')),
      item(`${run('前半')}${tracked('del', deletedRun('删去的尾巴'))}`, tracked('del')),
      item(`${tracked('del', deletedRun('删去的开头'))}${run('后半。')}`),
      item(`<w:commentRangeStart w:id="0"/>${run('改')}${tracked('ins', run('动'))}${run('一处。')}`),
      item(`${run('批注到此。')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`),
      item(`${run('另有')}<w:r><w:commentReference w:id="1"/></w:r>${run('批注。')}`),
      paragraph('末段。'),
    ].join(''),
  });
}

const cell = (properties: string, content: string) => `<w:tcPr>${properties}</w:tcPr>${content}`;

/** A draft of parts: tables with merged cells and a table in a table, notes, margins, hidden text, a link, a picture. */
function buildParts(): Promise<Uint8Array> {
  const inner = table([{ cells: [paragraph('内一'), paragraph('内二')] }]);
  return buildDocx({
    styles: paragraphStyle('Title', 'Title', '<w:jc w:val="center"/>'),
    footnotes: `<w:footnote w:id="2">${paragraph('脚注内容。')}</w:footnote>`,
    endnotes: `<w:endnote w:id="2">${paragraph('尾注内容。')}</w:endnote>`,
    margins: { header1: paragraph('页眉文字'), footer1: paragraph('页脚文字') },
    relationships: relationship('link', 'hyperlink', 'https://example.com/list', true),
    body: [
      paragraph('部件示例', { style: 'Title' }),
      paragraph(
        `${run('正文')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('继续')}<w:r><w:endnoteReference w:id="2"/></w:r>${run('。')}`,
      ),
      table([
        { cells: [cell('<w:gridSpan w:val="2"/>', paragraph('跨两列')), paragraph('第三列')] },
        { cells: [cell('<w:vMerge w:val="restart"/>', paragraph('跨两行')), paragraph('乙'), paragraph('丙')] },
        { cells: [cell('<w:vMerge/>', paragraph('')), paragraph('丁'), paragraph('戊')] },
        {
          cells: [
            paragraph('套表') + inner + paragraph('表后'),
            paragraph('己'),
            paragraph(`${run('庚')}<w:r><w:tab/></w:r>${run('辛')}`),
          ],
        },
      ]),
      paragraph(`${run('看得见')}${run('看不见', '<w:vanish/>')}${run('又看得见')}`),
      paragraph(`${run('见')}<w:hyperlink r:id="link">${run('网站')}</w:hyperlink>${run('。')}`),
      paragraph('右对齐', { properties: '<w:jc w:val="right"/>' }),
      paragraph('生僻字：𠮷、㛃、镕，符号：“引号”——破折号……'),
      '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>',
    ].join(''),
  });
}

/** Drafts that LibreOffice turned into the fixtures of other formats, by name. */
export const convertedDrafts: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  numbers: buildNumbers,
  changes: buildChanges,
  parts: buildParts,
};
