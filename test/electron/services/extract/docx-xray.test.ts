import { describe, expect, it } from 'vitest';
import { docxReader } from '../../../../electron/services/extract/docx.ts';
import { defaultLimits } from '../../../../electron/services/extract/format.ts';
import {
  abstractNum,
  buildDocx,
  deletedRun,
  level,
  num,
  paragraph,
  relationship,
  run,
  table,
  tracked,
  type DocxParts,
} from '../../../support/docx-builder.ts';

/** Kind, detail and paragraph of every note. */
async function xray(parts: DocxParts): Promise<readonly (readonly [string, string, number | null])[]> {
  const { xray: notes } = await docxReader.extract(await buildDocx(parts), defaultLimits, '');
  return notes.map(({ kind, detail, paragraph: at }) => [kind, detail, at]);
}

const relationships = (content: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;

it('hidden text is kept out of the text and told, also where a whole paragraph is hidden', async () => {
  const numbering = abstractNum(1, level(0, 'decimal', '%1.')) + num(1, 1);
  const body =
    paragraph(run('甲') + run('暗语', '<w:vanish/>'), { number: [1, 0] }) +
    paragraph(run('全段', '<w:vanish/>'), { number: [1, 0], mark: '<w:vanish/>' }) +
    paragraph('乙', { number: [1, 0] });
  const bytes = await buildDocx({ numbering, body });
  const { paragraphs, xray: notes } = await docxReader.extract(bytes, defaultLimits, '');
  expect(paragraphs.map(({ label, text }) => `${label ?? ''}${text}`)).toEqual(['1.甲', '2.乙']);
  expect(notes.map(({ kind, detail, paragraph: at }) => [kind, detail, at])).toEqual([
    ['hidden-text', '隐藏文字“暗语”：打印页面上看不到，未计入正文', 0],
    ['hidden-text', '隐藏文字“全段”：打印页面上看不到，未计入正文', 1],
  ]);
});

it('comments are tied to the paragraph they are about, one without anchor to itself', async () => {
  const comment = (id: number, text: string) =>
    `<w:comment w:id="${id}" w:author="赵六" w:date="2026-04-01T08:00:00Z">${paragraph(text)}</w:comment>`;
  const body =
    paragraph('甲') +
    '<w:commentRangeStart w:id="5"/>' +
    paragraph(run('乙') + '<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>');
  expect(await xray({ body, comments: comment(4, '游离') + comment(5, '期限过短') })).toEqual([
    ['comment', '批注（赵六，2026-04-01）：“期限过短”', 1],
    ['comment', '批注（赵六，2026-04-01）：“游离”', 3],
  ]);
});

it('long quotations are cut and a missing author is left out', async () => {
  const change = tracked('ins', run('长'.repeat(100))).replace(' w:author="王五" w:date="2026-03-02T09:00:00Z"', '');
  expect(await xray({ body: paragraph(change) })).toEqual([['tracked-change', `修订：插入“${'长'.repeat(60)}…”`, 0]]);
});

it('macros, embedded objects, links to the outside and metadata are told for the file as a whole', async () => {
  const notes = await xray({
    body: paragraph('甲'),
    relationships:
      relationship('h1', 'hyperlink', 'https://example.com/?a=1&b=2', true) +
      relationship('h2', 'hyperlink', 'https://example.com/?a=1&b=2', true) +
      relationship('a1', 'aFChunk', 'chunk.html'),
    files: {
      'word/vbaProject.bin': 'x',
      'word/embeddings/budget.xlsx': 'x',
      'word/_rels/settings.xml.rels': relationships(
        relationship('t', 'attachedTemplate', 'file:///D:/模板.dotm', true),
      ),
      '_rels/.rels': relationships(
        relationship('1', 'officeDocument', 'word/document.xml') +
          relationship(
            '2',
            'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
            'docProps/core.xml',
          ) +
          relationship('3', 'extended-properties', 'docProps/app.xml'),
      ),
      'docProps/core.xml':
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>张三</dc:creator><cp:lastModifiedBy>李四</cp:lastModifiedBy></cp:coreProperties>',
      'docProps/app.xml':
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>某律师事务所</Company></Properties>',
    },
  });
  expect(notes.every(([, , at]) => at === null)).toBe(true);
  expect(notes.map(([kind, detail]) => [kind, detail])).toEqual([
    ['macro', '文件含有宏（word/vbaProject.bin），本程序不会运行它'],
    ['embedded-object', '嵌入的对象：word/embeddings/budget.xlsx，其内容未读取'],
    ['external-link', '外部链接（超链接）：https://example.com/?a=1&b=2'],
    ['embedded-object', '嵌入的外来内容（altChunk）：word/chunk.html，其内容未读取'],
    ['external-link', '外部链接（文档模板）：file:///D:/模板.dotm'],
    ['metadata', '文件属性·作者：张三'],
    ['metadata', '文件属性·最后保存者：李四'],
    ['metadata', '文件属性·单位：某律师事务所'],
  ]);
});

it('damaged properties do not cost the text', async () => {
  const notes = await xray({
    body: paragraph('甲'),
    files: {
      '_rels/.rels': relationships(
        relationship('1', 'officeDocument', 'word/document.xml') + relationship('3', 'extended-properties', 'app.xml'),
      ),
      'app.xml': '<broken',
    },
  });
  expect(notes).toEqual([['metadata', '文件属性已损坏，无法读取', null]]);
});

describe('cross-references', () => {
  const numbering =
    abstractNum(
      1,
      level(0, 'chineseCounting', '第%1条') + level(1, 'chineseCounting', '（%2）') + level(2, 'decimal', '%3.'),
    ) + num(1, 1);
  const mark = (name: string) => `<w:bookmarkStart w:id="1" w:name="${name}"/><w:bookmarkEnd w:id="1"/>`;
  const reference = (instruction: string, shown: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>` +
    `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const targets =
    paragraph(tracked('del', deletedRun('删')), { number: [1, 0], mark: tracked('del') }) +
    paragraph(run('甲') + mark('first'), { number: [1, 0] }) +
    mark('second') +
    paragraph('乙', { number: [1, 0] }) +
    paragraph(run('项') + mark('item'), { number: [1, 1] }) +
    paragraph(run('目') + mark('detail'), { number: [1, 2] }) +
    paragraph(run('无号') + mark('plain')) +
    mark('table') +
    table([{ cells: [mark('cell') + paragraph('格', { number: [1, 0] })] }]) +
    paragraph(run('前') + mark('joined'), { number: [1, 0], mark: tracked('del') }) +
    paragraph('后', { number: [1, 0] }) +
    paragraph(tracked('del', deletedRun('去') + mark('deleted')), { mark: tracked('del') });

  const cases: readonly (readonly [instruction: string, shown: string, detail: string | null])[] = [
    ['REF first \\r \\h', '第一条', null],
    ['REF first \\r \\h', '第二条', '交叉引用显示“第二条”，所引的段落现为“第一条”，更新域后会改变'],
    ['REF second \\n', '第二条', null],
    ['REF second \\n', '第三条', '交叉引用显示“第三条”，所引的段落现为“第二条”，更新域后会改变'],
    ['REF item \\w', '第二条（一）', null],
    ['REF item \\w', '第二条（二）', '交叉引用显示“第二条（二）”，所引的段落现为“（一）”，更新域后会改变'],
    ['REF detail \\n', '1', null],
    ['REF detail \\t \\n', '9', null],
    ['REF first \\h', '甲', null],
    ['PAGEREF first \\h', '7', null],
    ['REF plain \\r', '第九条', '交叉引用显示“第九条”，所引的段落现已没有编号，更新域后会改变'],
    ['REF plain \\r', '0', null],
    ['REF table \\r', '第三条', null],
    ['REF CELL \\r', '第三条', null],
    ['REF joined \\r', '第四条', null],
    ['REF deleted \\r', '第五条', '交叉引用显示“第五条”，但所引的位置已不存在，更新域后会显示错误'],
    ['REF gone \\r', '第九条', '交叉引用显示“第九条”，但所引的位置已不存在，更新域后会显示错误'],
  ];
  it.each(cases)('%s showing %s', async (instruction, shown, detail) => {
    const notes = await xray({ numbering, body: targets + paragraph(run('依照') + reference(instruction, shown)) });
    const stale = notes.filter(([kind]) => kind === 'stale-reference');
    expect(stale).toEqual(detail === null ? [] : [['stale-reference', detail, 10]]);
  });

  it('a reference whose result spans paragraphs is left alone', async () => {
    const [before = '', after = ''] = reference('REF first \\r', '|').split(run('|'));
    const body = targets + paragraph(before + run('第九')) + paragraph(run('条') + after);
    const notes = await xray({ numbering, body });
    expect(notes.filter(([kind]) => kind === 'stale-reference')).toEqual([]);
  });

  it('a hyperlink written as a field is told as a link, one inside the document is not', async () => {
    const body = paragraph(reference('HYPERLINK "http://a.cn/"', '甲') + reference('HYPERLINK \\l "b"', '乙'));
    expect(await xray({ body })).toEqual([['external-link', '外部链接（超链接）：http://a.cn/', 0]]);
  });

  it('fields that fetch from outside are told as links', async () => {
    const notes = await xray({ body: paragraph(reference('INCLUDETEXT "D:\\\\a.docx"', '旧文')) });
    expect(notes).toEqual([['external-link', '从外部取内容的域：“INCLUDETEXT "D:\\\\a.docx"”', 0]]);
  });
});
