import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { docReader } from '../../../../electron/services/extract/doc.ts';
import { defaultLimits } from '../../../../electron/services/extract/format.ts';
import { formatNumber } from '../../../../electron/services/extract/docx/number-formats.ts';
import { extractionLines, xrayLines } from '../../../support/extraction-lines.ts';

const fixtures = join(import.meta.dirname, '../../../fixtures/doc');

async function read(name: string) {
  const bytes = await readFile(join(fixtures, `${name}.doc`));
  expect(docReader.recognise(bytes)).toBe(true);
  return docReader.extract(bytes, defaultLimits, '');
}

describe('docReader on files of LibreOffice', () => {
  it('reads a draft with every feature', async () => {
    const extraction = await read('feature');
    expect(extractionLines(extraction)).toEqual([
      '示例区停车管理办法（征求意见稿）',
      '第一章 总则',
      '第一条 本办法适用于示例区。',
      '第二条 {本条已删。}',
      '第三条 罚款二百元以下，依照第一条执行：{罚款一百元以下，依照第一条执行：}',
      '（一） 车位；',
      '（二） 收费。',
      '三.二.1 细目',
      '要点',
      '本款没有条号。',
      '第二章 管理',
      '第一条 收费标准见下表。',
      '收费标准由区人民政府公布。',
      'text-box 咨询电话：0377-12345678',
      'table-row 序号⇥车型',
      'table-row ①⇥小型 新能源',
      'table-row ②⇥{②⇥大型}',
      'table-row ③⇥中型{③⇥}',
      '第二条 囹圄二字注音。□',
      '第三条 违反第一条的，责令改正。',
      '详见政府网站。',
      '附件：车位清单',
      '第一条 清单自成一体。',
      'header 征求意见稿',
      'footer — 2 —',
      'footnote 以公布之日为准。',
      'comment 引用是否准确？',
    ]);
    expect(xrayLines(extraction)).toEqual([
      '3 tracked-change 修订（王五，2026-03-02）：删除“本条已删。”',
      '4 tracked-change 修订（王五，2026-03-02）：删除“一百”',
      '4 tracked-change 修订（王五，2026-03-02）：插入“二百”',
      '16 tracked-change 修订（王五，2026-03-02）：删除“大型”',
      '17 tracked-change 修订（王五，2026-03-02）：插入“中型”',
      '18 hidden-text 隐藏文字“内部掌握”：打印页面上看不到，未计入正文',
      '4 comment 批注（赵六，2026-03-03）：“引用是否准确？”',
      '20 external-link 外部链接（超链接）：https://example.com/parking',
    ]);
    expect(extraction.warnings.map(({ code }) => code)).toEqual(['page-unknown', 'old-format']);
    const [title, chapter] = extraction.paragraphs;
    expect(title).toMatchObject({ style: 'title', alignment: 'center' });
    expect(chapter).toMatchObject({ style: 'heading 1', outline: 0, alignment: 'justify' });
  });

  it('counts lists in all formats and levels as they are printed', async () => {
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
    const extraction = await read('numbering');
    expect(extractionLines(extraction)).toEqual([
      '第一章 总则',
      '第一条 甲',
      '第二条 乙',
      '（三） 丙',
      '三.1 丁',
      '（四） 戊',
      '第二章 管理',
      '第一条 己',
      '（三） 庚',
      '没有编号',
      '1. 一项',
      '1.1 一项一',
      '2. 二项',
      '6. 改号',
      '1. 接号',
      ...formats.flatMap((format) => [
        `${formatNumber(1, format)}、 ${format}甲`,
        `${formatNumber(2, format)}、 ${format}乙`,
      ]),
    ]);
    expect(formats.map((format) => formatNumber(2, format)).join(' ')).toBe('2 二 二 贰 ② 乙 丑 II b ２ 02');
  });

  it('reads rows and cells, tables in cells, and changes within', async () => {
    const extraction = await read('tables');
    expect(extractionLines(extraction)).toEqual([
      '收费标准',
      'table-row 序号⇥项目⇥金额',
      'table-row 1⇥甲 乙⇥10元',
      'table-row 2⇥⇥20元{2⇥⇥200元}',
      '表间文字。',
      'table-row 外一 内一 内二 内三 内四 外后⇥外二',
      '表后文字。',
    ]);
    expect(xrayLines(extraction)).toEqual(['3 tracked-change 修订（孙七，2026-05-06）：删除“0”']);
  });

  it('reads footnotes, endnotes and comments, and ties a comment to where its range begins', async () => {
    const extraction = await read('notes');
    expect(extractionLines(extraction)).toEqual([
      '注释办法',
      '第一条　主管部门负责。',
      '第二条　费用另行规定。',
      '第三条　应当公布。',
      '第四条　跨段开始',
      '第五条　跨段结束',
      'footnote 指区住房局。',
      'footnote 含派出机构。',
      'footnote 自公布之日起。',
      'footnote 见财政局文件。',
      'comment 改为“可以”？',
      'comment 跨了两条。',
      'comment 请核。',
    ]);
    expect(xrayLines(extraction)).toEqual([
      '3 comment 批注（赵六，2026-03-03）：“改为“可以”？”',
      '4 comment 批注（钱八，2026-04-05）：“跨了两条。 请核。”',
    ]);
  });

  it('reads headers and footers of all sections and text boxes where they are anchored', async () => {
    expect(extractionLines(await read('sections'))).toEqual([
      '分节协议',
      '第一节正文。',
      'text-box 框内一',
      '分页前',
      '分页后',
      '第一节末。',
      '第二节首。',
      '第二节正文。框后。',
      'text-box 框内二',
      'header 送审稿',
      'header 首页页眉',
      'header 附件部分',
      'footer 第一节页脚',
      'footer 第二节页脚',
    ]);
  });

  it('reads both views of tracked changes, with author and day, and keeps hidden text out', async () => {
    const extraction = await read('revisions');
    expect(extractionLines(extraction)).toEqual([
      '修订办法',
      '第一条 保留新增保留{保留保留}',
      '第二条 新文{旧文}',
      '第三条 整段新增。{}',
      '第四条 公开结束',
      '第五条 甲丙丁{甲乙丁}',
    ]);
    expect(xrayLines(extraction)).toEqual([
      '1 tracked-change 修订（孙七，2026-05-06）：插入“新增”',
      '2 tracked-change 修订（孙七，2026-05-06）：删除“旧文”',
      '2 tracked-change 修订（周九，2026-05-06）：插入“新文”',
      '3 tracked-change 修订（周九，2026-05-06）：插入“整段新增。”',
      '4 hidden-text 隐藏文字“不公开的内容”：打印页面上看不到，未计入正文',
      '5 hidden-text 隐藏文字“整段隐藏。”：打印页面上看不到，未计入正文',
      '5 tracked-change 修订（王五，2026-03-02）：删除“乙”',
      '5 tracked-change 修订（王五，2026-03-02）：插入“丙”',
    ]);
  });

  it('counts pictures, reads symbols, links, breaks, and who wrote the file', async () => {
    const extraction = await read('media');
    expect(extractionLines(extraction)).toEqual([
      '附图说明',
      '见图：。',
      '见网站，符号☑。',
      '左⇥右',
      '下𠮷行',
      '居右署名',
    ]);
    expect(extraction.paragraphs.at(-1)).toMatchObject({ alignment: 'right' });
    expect(xrayLines(extraction)).toEqual([
      '2 external-link 外部链接（超链接）：https://example.com/law',
      'metadata 文件属性·作者：李起草',
      'metadata 文件属性·最后保存者：王修改',
    ]);
    expect(extraction.warnings.map(({ message }) => message)).toContain(
      '文中有 1 幅图片，图片里的文字未读取，请人工查看。',
    );
  });
});
