import { describe, expect, it } from 'vitest';
import { docReader } from '../../../../electron/services/extract/doc.ts';
import { defaultLimits } from '../../../../electron/services/extract/format.ts';
import { recogniseFormat } from '../../../../electron/services/extract/formats.ts';
import {
  buildDrawnText,
  buildHiddenThings,
  buildQuickSaved,
  buildStatuteWps,
  buildTables,
  buildTrackedProperties,
} from '../../../support/doc-samples.ts';
import { extractionLines, xrayLines } from '../../../support/extraction-lines.ts';

const read = (bytes: Uint8Array) => docReader.extract(bytes, defaultLimits, '');

describe('docReader on files built to the standard', () => {
  it('reads a decree of WPS: numbers through the chapters, both views, a second start of one list', async () => {
    const bytes = buildStatuteWps();
    expect(recogniseFormat(bytes)).toMatchObject({ kind: 'readable', reader: { id: 'doc' } });
    const extraction = await read(bytes);
    expect(extractionLines(extraction)).toEqual([
      '停车管理办法',
      '第一章 总则',
      '第一条 适用于本区。',
      '- {第二条} {本条已删。}',
      '第二条{第三条} 罚款二百元：{罚款一百元：}',
      '（一） 车位；',
      '（二） 收费。',
      '2.2.1{3.2.1} 细目',
      '不编号的款。',
      '第二章 管理',
      '第三条{} 新增一条。',
      '第四条 公开。',
      '1、 一项',
      '2、 二项',
      '6、 改为六',
      '7、 接着七',
      '8、 回到前表',
      '第三款 另立三款',
    ]);
    expect(xrayLines(extraction)).toEqual([
      '3 tracked-change 修订（王五，2026-03-04）：删除“本条已删。”',
      '4 tracked-change 修订（王五，2026-03-04）：删除“一百”',
      '4 tracked-change 修订（赵六，2026-03-02）：插入“二百”',
      '10 tracked-change 修订（赵六，2026-03-02）：插入“新增一条。”',
      '11 hidden-text 隐藏文字“内部掌握”：打印页面上看不到，未计入正文',
    ]);
    expect(extraction.paragraphs[0]).toMatchObject({ alignment: 'center', style: 'normal' });
    expect(extraction.paragraphs[1]).toMatchObject({ alignment: 'center', style: 'heading 1', outline: 0 });
    expect(extraction.paragraphs[2]).toMatchObject({ alignment: 'justify', style: '条', outline: null });
  });

  it('follows the pieces of a quick save, compressed ones too, with what they lay over the text', async () => {
    const extraction = await read(buildQuickSaved());
    expect(extractionLines(extraction)).toEqual([
      'Contract “A”',
      '第一条　保留的文字，照旧。{第一条　保留的文字，已删的文字，照旧。}',
      '落款',
    ]);
    expect(xrayLines(extraction)).toEqual([
      '1 tracked-change 修订（王五，2026-03-04）：删除“已删的文字，”',
      '1 hidden-text 隐藏文字“藏起的文字，”：打印页面上看不到，未计入正文',
    ]);
    expect(extraction.paragraphs[2]?.alignment).toBe('right');
  });

  it('reads inserted and deleted rows, a table in a cell and numbers in cells', async () => {
    const extraction = await read(buildTables());
    expect(extractionLines(extraction)).toEqual([
      '附表',
      'table-row 序号⇥名称',
      'table-row 1、⇥甲 乙',
      '- table-row {删去的行}',
      'table-row 新增的行',
      'table-row 外 内一 内二 外后',
      '表后',
    ]);
    expect(xrayLines(extraction)).toEqual([
      '3 tracked-change 修订（王五，2026-03-04）：删除表格行“删去的行”',
      '4 tracked-change 修订（王五，2026-03-02）：插入表格行“新增的行”',
    ]);
  });

  it('shows macros, embedded objects, foreign templates and content, stale references, and who saved the file where', async () => {
    const extraction = await read(buildHiddenThings());
    expect(extractionLines(extraction)).toEqual([
      '第一条　见旧文。',
      '第二条　第九条的规定。',
      '孤立的域标记不吞掉后文。',
    ]);
    expect(xrayLines(extraction)).toEqual([
      '0 external-link 从外部取内容的域：“INCLUDETEXT "Z:\\\\other.doc"”',
      '1 stale-reference 交叉引用显示“第九条”，所引的段落现已没有编号，更新域后会改变',
      'macro 文件含有宏（Macros），本程序不会运行它',
      'embedded-object 嵌入的对象：ObjectPool/_1234567890，其内容未读取',
      'external-link 外部链接（文档模板）：\\\\server\\模板\\公文.dot',
      'metadata 文件属性·作者：起草人甲',
      'metadata 文件属性·最后保存者：修改人乙',
      'metadata 文件属性·单位：示例区司法局',
      'metadata 文件属性·保存记录：张三，C:\\草稿\\办法.doc',
      'metadata 文件属性·保存记录：李四，D:\\办法（定稿）.doc',
    ]);
  });

  it('reads the character under a reading and in a circle, symbols, and says what it cannot read', async () => {
    const extraction = await read(buildDrawnText());
    expect(extractionLines(extraction)).toEqual([
      '囹圄二字。',
      '密件，占1/3，。',
      '选择☑和□\ufffd，连-字、软连、图',
      '图：完',
    ]);
    expect(extraction.warnings.map(({ code }) => code)).toEqual([
      'page-unknown',
      'old-format',
      'drawing-unread',
      'equation-unread',
      'numbering-unread',
      'picture-unread',
      'symbol-unknown',
    ]);
    expect(extraction.warnings.map(({ message }) => message)).toContain(
      '文中有 2 个公式域或自动编号域，其内容未读取，请人工查看。',
    );
  });

  it('keeps the number that a paragraph had before its properties were changed, and tells moved text', async () => {
    const extraction = await read(buildTrackedProperties());
    expect(extractionLines(extraction)).toEqual([
      '1、 原有编号',
      '{2、} 取消编号',
      '2、{3、} 长属性',
      '去处：移来的话{去处：}',
      '来处：{来处：移走的话}',
    ]);
    expect(xrayLines(extraction)).toEqual([
      '1 tracked-change 修订（王五，2026-01-02）：改动编号：原为“2、”，现为“无编号”',
      '3 tracked-change 修订（王五，2026-03-02）：移入“移来的话”',
      '4 tracked-change 修订（王五，2026-03-04）：移出“移走的话”',
    ]);
  });
});
