import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../../electron/services/extract/format.ts';
import { recogniseFormat } from '../../../../electron/services/extract/formats.ts';
import { odtReader } from '../../../../electron/services/extract/odt.ts';
import type { Extraction } from '../../../../shared/document/source.ts';
import {
  buildFlatOdt,
  buildOdt,
  changedRegion,
  h,
  list,
  listLevel,
  listStyle,
  p,
  trackedChanges,
  type OdtParts,
} from '../../../support/odt-builder.ts';

const read = async (parts: OdtParts): Promise<Extraction> =>
  odtReader.extract(await buildOdt(parts), defaultLimits, '');
const labels = async (parts: OdtParts) => (await read(parts)).paragraphs.map(({ label }) => label);
const texts = async (body: string, automatic = '') =>
  (await read({ body, automatic })).paragraphs.map(({ text }) => text);
const hiddenStyle =
  '<style:style style:name="T" style:family="text"><style:text-properties text:display="none"/></style:style>' +
  '<style:style style:name="U" style:family="text"><style:text-properties fo:color="#000"/></style:style>' +
  '<style:style style:name="P" style:family="paragraph"><style:text-properties text:display="none"/></style:style>';

describe('text', () => {
  it.each([
    ['white space', p(' a \n\t b<text:s text:c="3"/>c<text:span> </text:span> d '), 'a b   c d'],
    ['tabs and line breaks', p('a<text:tab/>b<text:line-break/>c'), 'a\tb'],
    ['fields', p('<text:page-number>3</text:page-number>/<text:page-count>9</text:page-count>'), '3/9'],
    [
      'rubies by their base',
      p('<text:ruby><text:ruby-base>圄</text:ruby-base><text:ruby-text>yǔ</text:ruby-text></text:ruby>'),
      '圄',
    ],
    ['foreign elements', p('a<x:y xmlns:x="urn:x">b</x:y>'), 'ab'],
    ['marks that print nothing', p('a<text:soft-page-break/><text:bookmark-end text:name="x"/>b'), 'ab'],
    [
      'sections and indexes',
      `<text:section><text:table-of-content><text:index-body>${p('a')}</text:index-body></text:table-of-content></text:section>`,
      'a',
    ],
  ])('reads %s', async (_, body, expected) => {
    expect((await texts(body))[0]).toBe(expected);
  });

  it('reads headings, styles by the name people see, and alignment', async () => {
    const { paragraphs } = await read({
      styles:
        '<style:default-style style:family="paragraph"><style:paragraph-properties fo:text-align="justify"/></style:default-style>' +
        '<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Text_20_body"/>' +
        '<style:style style:name="Text_20_body" style:family="paragraph"><style:paragraph-properties fo:text-align="start"/></style:style>',
      automatic:
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_1"><style:paragraph-properties fo:text-align="center"/></style:style>' +
        '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="P2"/>',
      body: h(1, 'a', 'text:style-name="P1"') + p('b', 'Text_20_body') + p('c', 'P2') + h(10, 'd'),
    });
    expect(paragraphs.map(({ text, style, outline, alignment }) => [text, style, outline, alignment])).toEqual([
      ['a', 'heading 1', 0, 'center'],
      ['b', 'text body', null, 'left'],
      ['c', null, null, 'justify'],
      ['d', null, null, 'justify'],
    ]);
  });

  it('keeps hidden text apart, whatever hides it', async () => {
    const { paragraphs, xray } = await read({
      automatic: hiddenStyle,
      body:
        p('a<text:span text:style-name="T">b<text:span text:style-name="U">c</text:span></text:span>d') +
        p(
          '<text:hidden-text text:string-value="e" text:is-hidden="true"/>f<text:hidden-text text:string-value="g" text:is-hidden="false">g</text:hidden-text>',
        ) +
        p('h', 'P') +
        p('<text:hidden-paragraph text:is-hidden="true"/>i') +
        `<text:section text:display="none">${p('j')}</text:section>${p('k')}`,
    });
    expect(paragraphs.map(({ text }) => text)).toEqual(['ad', 'fg', 'k']);
    expect(xray.map(({ detail }) => /“(.*)”/u.exec(detail)?.[1])).toEqual(['bc', 'e', 'h', 'i', 'j']);
  });
});

describe('automatic numbers', () => {
  const styles =
    listStyle(
      'L',
      listLevel(1, '一, 二, 三, ...', '第', '条'),
      listLevel(2, '1', '', '.', 'text:display-levels="2"'),
      listLevel(3, 'a', '(', ')'),
    ) +
    listStyle('M', listLevel(1, '甲, 乙, 丙, ...', '', '、', 'text:start-value="2"')) +
    listStyle('B', '<text:list-level-style-bullet text:level="1" text:bullet-char="•"/>') +
    listStyle('N', listLevel(1, '', '附件：', '')) +
    listStyle(
      'X',
      '<text:list-level-style-number text:level="1" style:num-format="1" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" loext:num-list-format="第%1%款"/>',
    );
  const style = (name: string, rest = '') => `text:style-name="${name}" ${rest}`;

  it.each([
    [
      'levels',
      list(style('L'), p('a') + list('', p('b'), p('c') + list('', p('d'))), p('e') + list('', p('f'))),
      ['第一条', '一.1.', '一.2.', '(a)', '第二条', '二.1.'],
    ],
    ['a start', list(style('M'), p('a'), p('b')), ['乙、', '丙、']],
    ['a new list each time', list(style('L'), p('a')) + list(style('L'), p('b')), ['第一条', '第一条']],
    [
      'a list that goes on',
      list(style('L'), p('a')) + p('x') + list(style('L', 'text:continue-numbering="true"'), p('b')),
      ['第一条', null, '第二条'],
    ],
    [
      'a list that goes on after another style',
      list(style('L'), p('a')) + list(style('M'), p('x')) + list(style('L', 'text:continue-numbering="true"'), p('b')),
      ['第一条', '乙、', '第一条'],
    ],
    [
      'a list that goes on by name',
      list(style('L', 'xml:id="i"'), p('a')) +
        list(style('L'), p('x')) +
        list(style('L', 'text:continue-list="i"'), p('b')),
      ['第一条', '第一条', '第二条'],
    ],
    [
      'an item with a start of its own',
      list(style('L'), p('a'), `<text:list-item text:start-value="7">${p('b')}</text:list-item>`, p('c')),
      ['第一条', '第七条', '第八条'],
    ],
    [
      'an item in a style of its own',
      list(style('L'), p('a'), `<text:list-item text:style-override="X">${p('b')}</text:list-item>`, p('c')),
      ['第一条', '第2款', '第三条'],
    ],
    [
      'second paragraphs and headers of a list',
      list(style('L'), `<text:list-header>${p('x')}</text:list-header>`, p('a') + p('y'), p('b')),
      [null, '第一条', null, '第二条'],
    ],
    ['a level that was skipped', list(style('L'), list('', p('a')), p('b')), ['一.1.', '第二条']],
    ['bullets', list(style('B'), p('a')), [null]],
    ['a label without a number', list(style('N'), p('a')), ['附件：']],
    ['a pattern', list(style('X'), p('a')), ['第1款']],
    ['a style that is not there', list(style('Q'), p('a')), [null]],
    [
      'numbered paragraphs',
      ['a', 'b']
        .map(
          (text) =>
            `<text:numbered-paragraph text:list-id="n" text:level="1" text:style-name="L">${p(text)}</text:numbered-paragraph>`,
        )
        .join(''),
      ['第一条', '第二条'],
    ],
  ])('count %s', async (_, body, expected) => {
    expect(await labels({ styles, body })).toEqual(expected);
  });

  it.each([
    ['1', '1'],
    ['a', 'a'],
    ['A', 'A'],
    ['i', 'i'],
    ['I', 'I'],
    ['一, 二, 三, ...', '一'],
    ['壹, 贰, 叁, ...', '壹'],
    ['甲, 乙, 丙, ...', '甲'],
    ['子, 丑, 寅, ...', '子'],
    ['①, ②, ③, ...', '①'],
    ['１, ２, ３, ...', '１'],
    ['01, 02, 03, ...', '01'],
  ])('write the format %s', async (format, expected) => {
    const own = listStyle('F', listLevel(1, format));
    expect(await labels({ styles: own, body: list(style('F'), p('x')) })).toEqual([expected]);
  });

  it('say which formats they cannot write', async () => {
    const { paragraphs, warnings } = await read({
      styles: listStyle('F', listLevel(1, 'イ, ロ, ハ, ...', '（', '）')),
      body: list(style('F'), p('x')),
    });
    expect(paragraphs[0]?.label).toBe('（1）');
    expect(warnings.map(({ code }) => code)).toContain('number-format-unknown');
  });

  it('come from the style of the paragraph where the list names none', async () => {
    const automatic = '<style:style style:name="P1" style:family="paragraph" style:list-style-name="L"/>';
    expect(await labels({ styles, automatic, body: list('', p('a', 'P1'), p('b', 'P1')) + p('c', 'P1') })).toEqual([
      '第一条',
      '第二条',
      null,
    ]);
  });

  it('of headings come from the outline', async () => {
    const outline =
      '<text:outline-style><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-prefix="第" style:num-suffix="章"/>' +
      '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>';
    const plain = '<style:style style:name="Plain" style:family="paragraph" style:list-style-name=""/>';
    const body =
      h(1, 'a') +
      h(2, 'b') +
      h(1, 'x', 'text:style-name="Plain"') +
      h(1, 'y', 'text:is-list-header="true"') +
      h(1, 'c') +
      h(1, 'd', 'text:restart-numbering="true" text:start-value="9"') +
      h(2, 'e');
    expect(await labels({ styles: outline, automatic: plain, body })).toEqual([
      '第一章',
      '一.1',
      null,
      null,
      '第二章',
      '第九章',
      '九.1',
    ]);
  });
});

describe('tracked changes', () => {
  const views = async (parts: OdtParts) =>
    (await read(parts)).paragraphs.map(({ label, text, originalLabel, originalText, deleted }) => [
      label,
      text,
      originalLabel,
      originalText,
      deleted,
    ]);
  const change = (id: string) => `<text:change text:change-id="${id}"/>`;
  const start = (id: string) => `<text:change-start text:change-id="${id}"/>`;
  const end = (id: string) => `<text:change-end text:change-id="${id}"/>`;

  it('keep both views of text within a paragraph, and say who made them', async () => {
    const { paragraphs, xray } = await read({
      body:
        trackedChanges(changedRegion('d', p('旧')), changedRegion('i')) +
        p(`前${change('d')}${start('i')}新${end('i')}后`),
    });
    expect(paragraphs).toMatchObject([{ text: '前新后', originalText: '前旧后' }]);
    expect(xray.map(({ detail }) => detail)).toEqual([
      '修订（王五，2026-03-02）：删除“旧”',
      '修订（王五，2026-03-02）：插入“新”',
    ]);
  });

  it('keep the paragraphs that were deleted, and their numbers', async () => {
    const styles = listStyle('L', listLevel(1, '一, 二, 三, ...', '第', '条'));
    const region = changedRegion(
      'd',
      `<text:list text:style-name="L"><text:list-item>${p('乙')}</text:list-item><text:list-item>${p('')}</text:list-item></text:list>`,
    );
    const body = trackedChanges(region) + list('text:style-name="L"', p('甲'), p(`${change('d')}丙`), p('丁'));
    expect(await views({ styles, body })).toEqual([
      ['第一条', '甲', '第一条', null, false],
      [null, '', '第二条', '乙', true],
      ['第二条', '丙', '第三条', null, false],
      ['第三条', '丁', '第四条', null, false],
    ]);
  });

  it('keep the paragraphs that were inserted, and split one where a break was', async () => {
    const body = trackedChanges(changedRegion('i')) + p(`甲${start('i')}乙`) + p('丙') + p(`丁${end('i')}戊`);
    expect(await views({ body })).toEqual([
      [null, '甲乙', null, null, false],
      [null, '丙', null, null, false],
      [null, '丁戊', null, '甲戊', false],
    ]);
  });

  it('join what a deletion across paragraphs joined', async () => {
    const body = trackedChanges(changedRegion('d', p('尾') + p('中') + p('头'))) + p(`甲${change('d')}乙`);
    expect(await views({ body })).toEqual([
      [null, '', null, '甲尾', true],
      [null, '', null, '中', true],
      [null, '甲乙', null, '头乙', false],
    ]);
  });

  it('hold for blocks that stand between paragraphs', async () => {
    const table =
      '<table:table><table:table-row><table:table-cell><text:p>表</text:p></table:table-cell></table:table-row></table:table>';
    const body =
      trackedChanges(changedRegion('d', p('删') + table), changedRegion('i')) +
      p('甲') +
      change('d') +
      start('i') +
      p('增') +
      end('i') +
      p('乙');
    expect((await views({ body })).map(([, text, , originalText]) => [text, originalText])).toEqual([
      ['甲', null],
      ['', '删'],
      ['', '表'],
      ['增', null],
      ['乙', null],
    ]);
  });

  it('that are named and not there change nothing', async () => {
    expect(await texts(p(`a${change('x')}${start('y')}b${end('z')}c`))).toEqual(['abc']);
  });
});

describe('parts beside the body', () => {
  it('are notes, comments, text boxes and margins', async () => {
    const note = (kind: string, text: string) =>
      `<text:note text:note-class="${kind}"><text:note-citation>1</text:note-citation><text:note-body>${p(text)}</text:note-body></text:note>`;
    const { paragraphs, xray } = await read({
      body:
        p(
          `a${note('endnote', 'end')}${note('footnote', 'foot')}<office:annotation office:name="n"><dc:creator>赵六</dc:creator><dc:date>2026-03-03T10:00:00</dc:date>${p('何故？')}</office:annotation>b<office:annotation-end office:name="n"/>`,
        ) +
        `<draw:frame><draw:text-box>${p('page box')}</draw:text-box></draw:frame>` +
        p(`c<draw:g><draw:custom-shape>${p('shape')}</draw:custom-shape></draw:g>`),
      master: `<style:header>${p('top', 'H')}</style:header><style:header-left>${p('top', 'H')}</style:header-left><style:footer>${p('bottom')}</style:footer><style:footer-left style:display="false">${p('none')}</style:footer-left>`,
      masterStyles:
        '<style:style style:name="H" style:family="paragraph"><style:paragraph-properties fo:text-align="end"/></style:style>',
    });
    expect(paragraphs.map(({ part, text, alignment }) => [part, text, alignment])).toEqual([
      ['body', 'ab', null],
      ['text-box', 'page box', null],
      ['body', 'c', null],
      ['text-box', 'shape', null],
      ['header', 'top', 'right'],
      ['footer', 'bottom', null],
      ['footnote', 'foot', null],
      ['footnote', 'end', null],
      ['comment', '何故？', null],
    ]);
    expect(xray).toEqual([{ kind: 'comment', detail: '批注（赵六，2026-03-03）：“何故？”', paragraph: 0 }]);
  });

  it('are rows of tables, with spans, repetition and tables in cells', async () => {
    const cell = (content: string, rest = '') => `<table:table-cell ${rest}>${content}</table:table-cell>`;
    const covered = (count = 1) => `<table:covered-table-cell table:number-columns-repeated="${count}"/>`;
    const row = (...cells: readonly string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
    const inner = `<table:table>${row(cell(p('x')), cell(p('y')))}</table:table>`;
    expect(
      await texts(
        `<table:table><table:table-header-rows>${row(cell(p('a'), 'table:number-columns-spanned="2"'), covered(), cell(p('b')))}</table:table-header-rows>` +
          row(cell(p('c'), 'table:number-columns-spanned="2" table:number-rows-spanned="2"'), covered(), cell(p('d'))) +
          row(covered(2), cell(p('e'))) +
          row(cell(p('f') + inner), cell(p('g'), 'table:number-columns-repeated="2"')) +
          '</table:table>',
      ),
    ).toEqual(['a\tb', 'c\td', '\te', 'f x y\tg\tg']);
  });
});

describe('the X-ray', () => {
  it('finds links, pictures, objects, macros and who made the file', async () => {
    const { xray, warnings } = await read({
      body:
        p('<text:a xlink:href="https://example.com/a b">链接</text:a><text:a xlink:href="#x">内部</text:a>') +
        p(
          '<draw:frame><draw:image xlink:href="http://x/y.png"/></draw:frame><draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="./r.png"/></draw:frame>',
        ) +
        `<text:section><text:section-source xlink:href="../b.odt"/>${p('x<text:script>1</text:script>')}</text:section>`,
      scripts: '<office:event-listeners><script:event-listener script:event-name="dom:load"/></office:event-listeners>',
      meta:
        '<meta:initial-creator>甲</meta:initial-creator><dc:creator>乙</dc:creator><meta:editing-cycles>7</meta:editing-cycles>' +
        '<meta:user-defined meta:name="Company">丙局</meta:user-defined><meta:template xlink:href="http://x/t.ott"/>',
      files: { 'Basic/Standard/Module1.xml': 'x', 'Basic/Standard/script-lb.xml': 'x', 'Scripts/python/a.py': 'x' },
    });
    expect(xray.map(({ kind, detail }) => [kind, detail])).toEqual([
      ['external-link', '外部链接（超链接）：https://example.com/a%20b'],
      ['external-link', '外部链接（图片）：http://x/y.png'],
      ['embedded-object', '嵌入的对象：Object%201，其内容未读取'],
      ['external-link', '外部链接（链接的内容）：../b.odt'],
      ['macro', '文件的正文里含有脚本，本程序不会运行它'],
      ['macro', '文件含有宏（Basic/Standard/Module1.xml），本程序不会运行它'],
      ['macro', '文件含有宏（Scripts/python/a.py），本程序不会运行它'],
      ['macro', '文件含有随打开、保存等动作运行的脚本，本程序不会运行它'],
      ['metadata', '文件属性·作者：甲'],
      ['metadata', '文件属性·最后保存者：乙'],
      ['metadata', '文件属性·单位：丙局'],
      ['metadata', '文件属性·编辑次数：7'],
      ['external-link', '外部链接（文档模板）：http://x/t.ott'],
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(['page-unknown', 'picture-unread', 'drawing-unread']);
  });

  it('finds a reference to a number that has changed', async () => {
    const reference = '<text:bookmark-ref text:reference-format="number" text:ref-name="b">第一条</text:bookmark-ref>';
    const { xray } = await read({
      styles: listStyle('L', listLevel(1, '一, 二, 三, ...', '第', '条')),
      body: list('text:style-name="L"', p('a'), p('<text:bookmark text:name="b"/>b')) + p(reference),
    });
    expect(xray).toMatchObject([{ kind: 'stale-reference', paragraph: 2 }]);
  });
});

describe('which files are read', () => {
  const reader = (bytes: Uint8Array) => {
    const found = recogniseFormat(bytes);
    return found.kind === 'readable' ? found.reader.id : found.format.code;
  };
  const encrypted = {
    'META-INF/manifest.xml':
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
  };

  it('a flat file reads like the packed one', async () => {
    const parts: OdtParts = {
      body: p('a') + list('text:style-name="L"', p('b')),
      styles: listStyle('L', listLevel(1, '1', '', '.')),
      meta: '<dc:creator>乙</dc:creator>',
    };
    const flat = buildFlatOdt(parts);
    expect(reader(flat)).toBe('odt');
    expect(await odtReader.extract(flat, defaultLimits, '')).toEqual(await read(parts));
  });

  it.each([
    ['a text', {}, 'odt'],
    ['a template', { type: 'application/vnd.oasis.opendocument.text-template' }, 'odt'],
    ['a spreadsheet', { type: 'application/vnd.oasis.opendocument.spreadsheet' }, 'unsupported-format'],
    ['a presentation', { type: 'application/vnd.oasis.opendocument.presentation' }, 'unsupported-format'],
    ['an encrypted text', { files: encrypted }, 'encrypted-file'],
  ])('%s is told by its content', async (_, parts, expected) => {
    expect(reader(await buildOdt({ body: p('a'), ...parts }))).toBe(expected);
  });

  it('what is refused is refused with what to do', async () => {
    const refusal = async (parts: Partial<OdtParts>) => {
      const found = recogniseFormat(await buildOdt({ body: p('a'), ...parts }));
      return found.kind === 'unsupported' ? `${found.format.what}，${found.format.remedy}` : found.kind;
    };
    expect(await refusal({ type: 'application/vnd.oasis.opendocument.spreadsheet' })).toBe(
      'ODF 表格（.ods），本版暂不能读取，请把需要审查的内容另存为 PDF 后重新提交',
    );
    expect(await refusal({ files: encrypted })).toBe('设有打开密码的 ODF 文档，请取消密码保护后重新提交');
    await expect(
      odtReader.extract(await buildOdt({ body: p('a'), files: encrypted }), defaultLimits, ''),
    ).rejects.toMatchObject({ code: 'encrypted-file' });
  });

  it.each([
    ['a truncated file', async () => (await buildOdt({ body: p('a'.repeat(100)) })).subarray(0, 600), 'damaged-file'],
    ['a text without a body', () => buildOdt({ body: '', files: { 'content.xml': '<a/>' } }), 'damaged-file'],
    [
      'a document type',
      () => buildOdt({ body: '', files: { 'content.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' } }),
      'damaged-file',
    ],
    ['no text', () => buildOdt({ body: p('') }), 'no-text'],
    [
      'a row that repeats without end',
      () =>
        buildOdt({
          body: `<table:table>${`<table:table-row table:number-rows-repeated="999999"><table:table-cell table:number-columns-repeated="999999">${p('a')}</table:table-cell></table:table-row>`.repeat(3)}</table:table>`,
        }),
      'limit-exceeded',
    ],
    ['spaces without end', () => buildOdt({ body: p('<text:s text:c="999999"/>'.repeat(10)) }), 'limit-exceeded'],
    [
      'nesting',
      () => buildOdt({ body: '<text:section>'.repeat(300) + p('a') + '</text:section>'.repeat(300) }),
      'limit-exceeded',
    ],
  ])('%s is refused with one clear message', async (_, build, code) => {
    const bytes = await build();
    expect(odtReader.recognise(bytes)).toBe(true);
    await expect(odtReader.extract(bytes, defaultLimits, '')).rejects.toMatchObject({ code });
  });
});
