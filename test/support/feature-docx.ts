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

const numbering =
  abstractNum(
    1,
    level(0, 'chineseCountingThousand', '第%1章', '<w:pStyle w:val="Chapter"/><w:suff w:val="space"/>') +
      level(1, 'chineseCountingThousand', '第%2条', '<w:lvlRestart w:val="0"/><w:pStyle w:val="Article"/>') +
      level(2, 'chineseCountingThousand', '（%3）', '<w:suff w:val="nothing"/>') +
      level(3, 'decimal', '%2.%3.%4', '<w:isLgl/>'),
  ) +
  abstractNum(2, level(0, 'bullet', '')) +
  abstractNum(3, level(0, 'decimalEnclosedCircle', '%1')) +
  num(1, 1) +
  num(2, 2) +
  num(3, 3) +
  num(4, 1, '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride>');

const styles =
  '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr></w:style>' +
  paragraphStyle('Title', 'Title', '<w:jc w:val="center"/>', 'a') +
  paragraphStyle('Chapter', 'heading 1', '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>', 'a') +
  paragraphStyle('Article', '条', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>', 'a') +
  paragraphStyle('ArticlePlain', '条 无号', '<w:numPr><w:numId w:val="0"/></w:numPr>', 'Article');

const field = (instruction: string, shown: string) =>
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' +
  `<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const boxContent = `<w:txbxContent>${paragraph('咨询电话：0377-12345678')}</w:txbxContent>`;
const textBox =
  '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>' +
  `${boxContent}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>` +
  `<mc:Fallback><w:pict><v:textbox>${boxContent}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
const ruby =
  '<w:r><w:ruby><w:rt><w:r><w:t>yǔ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>圄</w:t></w:r></w:rubyBase></w:ruby></w:r>';
const article = (content: string, mark?: string) =>
  paragraph(content, mark === undefined ? { style: 'Article' } : { style: 'Article', mark });

const body = [
  paragraph(`${run('示例区停车管理办法')}<w:r><w:br/></w:r>${run('（征求意见稿）')}`, { style: 'Title' }),
  paragraph('总则', { style: 'Chapter' }),
  article(`<w:bookmarkStart w:id="1" w:name="_RefScope"/>${run('本办法适用于示例区。')}<w:bookmarkEnd w:id="1"/>`),
  article(tracked('del', deletedRun('本条已删。')), tracked('del')),
  article(
    `${run('罚款')}${tracked('del', deletedRun('一百'))}${tracked('ins', run('二百'))}${run('元以下，')}` +
      `<w:commentRangeStart w:id="0"/>${run('依照')}${field('REF _RefScope \\r \\h', '第一条')}<w:commentRangeEnd w:id="0"/>` +
      '<w:r><w:commentReference w:id="0"/></w:r>' +
      run('执行：'),
  ),
  paragraph('车位；', { number: [1, 2] }),
  paragraph('收费。', { number: [1, 2] }),
  paragraph('细目', { number: [1, 3] }),
  paragraph('要点', { number: [2, 0] }),
  paragraph('本款没有条号。', { style: 'ArticlePlain' }),
  paragraph('管理', { style: 'Chapter' }),
  article(
    `<w:bookmarkStart w:id="2" w:name="_RefFee"/>${run('收费标准见下表。')}<w:bookmarkEnd w:id="2"/>` +
      `<w:r><w:br/></w:r>${run('收费标准由区人民政府公布。')}<w:r><w:footnoteReference w:id="2"/></w:r>${textBox}`,
  ),
  table([
    { cells: [paragraph('序号'), paragraph('车型')] },
    { cells: [paragraph('', { number: [3, 0] }), paragraph('小型') + paragraph('新能源')] },
    {
      properties: tracked('del'),
      cells: [paragraph('', { number: [3, 0] }), paragraph(tracked('del', deletedRun('大型')))],
    },
    { properties: tracked('ins'), cells: [paragraph('', { number: [3, 0] }), paragraph(tracked('ins', run('中型')))] },
  ]),
  article(
    `${run('囹')}${ruby}${run('二字注音。')}<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>${run('内部掌握', '<w:vanish/>')}`,
  ),
  article(`${run('违反')}${field('REF _RefFee \\r \\h', '第四条')}${run('的，责令改正。')}`),
  paragraph(`${run('详见')}<w:hyperlink r:id="link">${run('政府网站')}</w:hyperlink>${run('。')}`),
  paragraph('附件：车位清单', { properties: '<w:pageBreakBefore/>' }),
  paragraph('清单自成一体。', { number: [4, 1] }),
  '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="first" r:id="header2"/>' +
    '<w:footerReference w:type="default" r:id="footer1"/></w:sectPr>',
].join('');

/** A small draft with every feature that is awkward to read, made by hand; `test/fixtures/docx/feature.docx` is its output. */
export function buildFeatureDocx(): Promise<Uint8Array> {
  return buildDocx({
    body,
    numbering,
    styles,
    footnotes:
      `<w:footnote w:type="separator" w:id="0">${paragraph('')}</w:footnote>` +
      `<w:footnote w:id="2">${paragraph('以公布之日为准。')}</w:footnote>`,
    comments: `<w:comment w:id="0" w:author="赵六" w:date="2026-03-03T10:00:00Z">${paragraph('引用是否准确？')}</w:comment>`,
    margins: {
      header1: paragraph('征求意见稿'),
      header2: paragraph('征求意见稿'),
      footer1: paragraph(`${run('— ')}${field('PAGE', '1')}${run(' —')}`),
    },
    relationships: relationship('link', 'hyperlink', 'https://example.com/parking', true),
    files: { 'word/embeddings/oleObject1.bin': 'x' },
  });
}
