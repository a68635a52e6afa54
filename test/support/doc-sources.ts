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
import { buildFeatureDocx } from './feature-docx.ts';

const by = (author: string, kind: 'ins' | 'del', content = '') =>
  `<w:${kind} w:id="9" w:author="${author}" w:date="2026-05-06T07:08:00Z">${content}</w:${kind}>`;

const normal = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>';
const headings =
  normal +
  paragraphStyle('h1', 'heading 1', '<w:outlineLvl w:val="0"/>', 'a') +
  paragraphStyle('h2', 'heading 2', '<w:outlineLvl w:val="1"/>', 'a') +
  paragraphStyle('Title', 'Title', '<w:jc w:val="center"/>', 'a');

function numbering(): Promise<Uint8Array> {
  const formats = [
    'decimal',
    'chineseCounting',
    'chineseCountingThousand',
    'chineseLegalSimplified',
    'decimalEnclosedCircle',
    'ideographTraditional',
    'ideographZodiac',
    'upperRoman',
    'lowerLetter',
    'decimalFullWidth',
    'decimalZero',
  ];
  const lists = formats.map((format, index) => abstractNum(10 + index, level(0, format, '%1、'), 'singleLevel'));
  const instances = formats.map((_, index) => num(10 + index, 10 + index));
  return buildDocx({
    styles: headings,
    numbering:
      abstractNum(
        1,
        level(0, 'chineseCountingThousand', '第%1章') +
          level(1, 'chineseCountingThousand', '第%2条') +
          level(2, 'chineseCountingThousand', '（%3）', '', 3) +
          level(3, 'decimal', '%3.%4'),
      ) +
      abstractNum(2, level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2')) +
      lists.join('') +
      num(1, 1) +
      num(2, 2) +
      num(3, 2, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="6"/></w:lvlOverride>') +
      instances.join(''),
    body: [
      paragraph('总则', { number: [1, 0], style: 'h1' }),
      paragraph('甲', { number: [1, 1] }),
      paragraph('乙', { number: [1, 1] }),
      paragraph('丙', { number: [1, 2] }),
      paragraph('丁', { number: [1, 3] }),
      paragraph('戊', { number: [1, 2] }),
      paragraph('管理', { number: [1, 0], style: 'h1' }),
      paragraph('己', { number: [1, 1] }),
      paragraph('庚', { number: [1, 2] }),
      paragraph('没有编号'),
      paragraph('一项', { number: [2, 0] }),
      paragraph('一项一', { number: [2, 1] }),
      paragraph('二项', { number: [2, 0] }),
      paragraph('改号', { number: [3, 0] }),
      paragraph('接号', { number: [3, 0] }),
      ...formats.flatMap((format, index) => [
        paragraph(`${format}甲`, { number: [10 + index, 0] }),
        paragraph(`${format}乙`, { number: [10 + index, 0] }),
      ]),
    ].join(''),
  });
}

function tables(): Promise<Uint8Array> {
  const inner = table([
    { cells: [paragraph('内一'), paragraph('内二')] },
    { cells: [paragraph('内三'), paragraph('内四')] },
  ]);
  return buildDocx({
    styles: headings,
    numbering: abstractNum(1, level(0, 'decimal', '%1'), 'singleLevel') + num(1, 1),
    body: [
      paragraph('收费标准', { style: 'Title' }),
      table([
        { cells: [paragraph('序号'), paragraph('项目'), paragraph('金额')] },
        { cells: [paragraph('', { number: [1, 0] }), paragraph('甲') + paragraph('乙'), paragraph('10元')] },
        {
          cells: [
            paragraph('', { number: [1, 0] }),
            paragraph(''),
            paragraph(`${run('20')}${by('孙七', 'del', deletedRun('0'))}${run('元')}`),
          ],
        },
      ]),
      paragraph('表间文字。'),
      table([{ cells: [paragraph('外一') + inner + paragraph('外后'), paragraph('外二')] }]),
      paragraph('表后文字。'),
    ].join(''),
  });
}

function notes(): Promise<Uint8Array> {
  const reference = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
  return buildDocx({
    styles: headings,
    body: [
      paragraph('注释办法', { style: 'Title' }),
      paragraph(
        `${run('第一条　主管部门')}${reference('footnote', 2)}${run('负责')}${reference('footnote', 3)}${run('。')}`,
      ),
      paragraph(`${run('第二条　费用')}${reference('endnote', 2)}${run('另行规定。')}`),
      paragraph(
        `${run('第三条　')}<w:commentRangeStart w:id="0"/>${run('应当')}<w:commentRangeEnd w:id="0"/>` +
          `<w:r><w:commentReference w:id="0"/></w:r>${run('公布。')}`,
      ),
      paragraph(`<w:commentRangeStart w:id="1"/>${run('第四条　跨段开始')}`),
      paragraph(`${run('第五条　跨段结束')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`),
    ].join(''),
    footnotes:
      `<w:footnote w:id="2">${paragraph('指区住房局。')}${paragraph('含派出机构。')}</w:footnote>` +
      `<w:footnote w:id="3">${paragraph('自公布之日起。')}</w:footnote>`,
    endnotes: `<w:endnote w:id="2">${paragraph('见财政局文件。')}</w:endnote>`,
    comments:
      `<w:comment w:id="0" w:author="赵六" w:date="2026-03-03T10:00:00Z">${paragraph('改为“可以”？')}</w:comment>` +
      `<w:comment w:id="1" w:author="钱八" w:date="2026-04-05T06:07:00Z">${paragraph('跨了两条。')}${paragraph('请核。')}</w:comment>`,
  });
}

function sections(): Promise<Uint8Array> {
  const box = (text: string) =>
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" ` +
    `simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>` +
    `<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph">` +
    `<wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="1800000" cy="600000"/><wp:wrapSquare wrapText="bothSides"/>` +
    `<wp:docPr id="1" name="b"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">` +
    `<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="600000"/></a:xfrm>` +
    `<a:prstGeom prst="rect"/></wps:spPr><wps:txbx><w:txbxContent>${paragraph(text)}</w:txbxContent></wps:txbx><wps:bodyPr/>` +
    `</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>`;
  const margins = (names: readonly (readonly [kind: string, type: string, id: string])[], rest = '') =>
    `<w:sectPr>${names.map(([kind, type, id]) => `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`).join('')}${rest}</w:sectPr>`;
  return buildDocx({
    styles: headings,
    body: [
      paragraph('分节协议', { style: 'Title' }),
      paragraph(`${run('第一节正文。')}${box('框内一')}`),
      paragraph(`${run('分页前')}<w:r><w:br w:type="page"/></w:r>${run('分页后')}`),
      paragraph('第一节末。', {
        properties: margins(
          [
            ['header', 'default', 'header1'],
            ['header', 'first', 'header2'],
            ['footer', 'default', 'footer1'],
          ],
          '<w:titlePg/>',
        ),
      }),
      paragraph('第二节首。', { style: 'h2' }),
      paragraph(`${run('第二节正文。')}${box('框内二')}${run('框后。')}`),
      margins([
        ['header', 'default', 'header3'],
        ['footer', 'default', 'footer2'],
      ]),
    ].join(''),
    margins: {
      header1: paragraph('送审稿'),
      header2: paragraph('首页页眉'),
      header3: paragraph('附件部分'),
      footer1: paragraph('第一节页脚'),
      footer2: paragraph('第二节页脚'),
    },
  });
}

function revisions(): Promise<Uint8Array> {
  return buildDocx({
    styles: headings,
    numbering: abstractNum(1, level(0, 'chineseCountingThousand', '第%1条'), 'singleLevel') + num(1, 1),
    body: [
      paragraph('修订办法', { style: 'Title' }),
      paragraph(`${run('保留')}${by('孙七', 'ins', run('新增'))}${run('保留')}`, { number: [1, 0] }),
      paragraph(`${by('孙七', 'del', deletedRun('旧文'))}${by('周九', 'ins', run('新文'))}`, { number: [1, 0] }),
      paragraph(by('周九', 'ins', run('整段新增。')), { number: [1, 0], mark: by('周九', 'ins') }),
      paragraph(`${run('公开')}${run('不公开的内容', '<w:vanish/>')}${run('结束')}`, { number: [1, 0] }),
      paragraph(run('整段隐藏。', '<w:vanish/>'), { mark: '<w:vanish/>' }),
      paragraph(`${run('甲')}${tracked('del', deletedRun('乙'))}${tracked('ins', run('丙'))}${run('丁')}`, {
        number: [1, 0],
      }),
    ].join(''),
  });
}

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function media(): Promise<Uint8Array> {
  const picture =
    '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="360000" cy="360000"/><wp:docPr id="1" name="p"/>' +
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="p"/><pic:cNvPicPr/>' +
    '</pic:nvPicPr><pic:blipFill><a:blip r:embed="pic"/></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>' +
    '<a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
  const link = (text: string) => `<w:hyperlink r:id="link">${run(text)}</w:hyperlink>`;
  return buildDocx({
    styles: headings,
    body: [
      paragraph('附图说明', { style: 'Title' }),
      paragraph(`${run('见图：')}${picture}${run('。')}`),
      paragraph(
        `${run('见')}${link('网站')}${run('，符号')}<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>${run('。')}`,
      ),
      paragraph(`${run('左')}<w:r><w:tab/></w:r>${run('右')}<w:r><w:br/></w:r>${run('下𠮷行')}`),
      paragraph('居右署名', { properties: '<w:jc w:val="right"/>' }),
    ].join(''),
    relationships:
      relationship('link', 'hyperlink', 'https://example.com/law', true) + relationship('pic', 'image', 'media/p.png'),
    files: {
      'word/media/p.png': pixel,
      'docProps/core.xml':
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>李起草</dc:creator><cp:lastModifiedBy>王修改</cp:lastModifiedBy></cp:coreProperties>',
      '_rels/.rels':
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
        relationship('rId1', 'officeDocument', 'word/document.xml') +
        relationship(
          'rId2',
          'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
          'docProps/core.xml',
        ) +
        '</Relationships>',
      '[Content_Types].xml':
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>' +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    },
  });
}

/** The .docx from which LibreOffice made the fixtures of `test/fixtures/doc`, by the name of the fixture. */
export const docSources: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  feature: buildFeatureDocx,
  numbering,
  tables,
  notes,
  sections,
  revisions,
  media,
};
