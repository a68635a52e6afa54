import { describe, expect, it } from 'vitest';
import { docxReader } from '../../../../electron/services/extract/docx.ts';
import { splitAtBreaks } from '../../../../electron/services/extract/docx/story.ts';
import { defaultLimits } from '../../../../electron/services/extract/format.ts';
import {
  abstractNum,
  buildDocx,
  level,
  num,
  paragraph,
  paragraphStyle,
  relationship,
  run,
  table,
  wordPart,
  type DocxParts,
} from '../../../support/docx-builder.ts';

async function read(parts: DocxParts) {
  return docxReader.extract(await buildDocx(parts), defaultLimits, '');
}

/** Part and text of every entry; the part is left out for the body. */
async function texts(body: string, parts: Omit<DocxParts, 'body'> = {}): Promise<readonly string[]> {
  const { paragraphs } = await read({ ...parts, body });
  return paragraphs.map(({ part, text }) => (part === 'body' ? text : `${part}: ${text}`));
}

const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const instruction = (text: string) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
const lineBreak = '<w:r><w:br/></w:r>';

const inline: readonly { readonly name: string; readonly content: string; readonly text: string }[] = [
  {
    name: 'tabs, hyphens and symbols',
    content:
      '<w:r><w:t>甲</w:t><w:tab/><w:t>0377</w:t><w:noBreakHyphen/><w:t>6</w:t><w:softHyphen/><w:t>6</w:t><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
    text: '甲\t0377-66☑',
  },
  {
    name: 'the base of ruby text and not its gloss',
    content:
      '<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>zhù</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>注</w:t></w:r></w:rubyBase></w:ruby><w:t>音</w:t></w:r>',
    text: '注音',
  },
  {
    name: 'hyperlinks, content controls, custom XML and smart tags',
    content: `<w:hyperlink r:id="x">${run('链')}</w:hyperlink><w:sdt><w:sdtPr><w:alias w:val="无"/></w:sdtPr><w:sdtContent>${run('控')}</w:sdtContent></w:sdt><w:customXml>${run('自')}</w:customXml><w:smartTag>${run('标')}</w:smartTag>`,
    text: '链控自标',
  },
  {
    name: 'the result of a field and not its instruction',
    content: `${run('见')}${field('begin')}${instruction(' REF a ')}${field('separate')}${run('第三条')}${field('end')}${run('。')}`,
    text: '见第三条。',
  },
  {
    name: 'nested fields',
    content: `${field('begin')}${instruction('IF ')}${field('begin')}${instruction('PAGE')}${field('separate')}${run('9')}${field('end')}${field('separate')}${run('果')}${field('end')}`,
    text: '果',
  },
  { name: 'a simple field', content: `<w:fldSimple w:instr="PAGE">${run('1')}</w:fldSimple>`, text: '1' },
  {
    name: 'what follows a field mark without counterpart',
    content: `${field('end')}${field('begin')}${run('照旧')}${field('separate')}${run('可见')}`,
    text: '照旧可见',
  },
  {
    name: 'the choice that Word understands and not the fallback as well',
    content: `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>新</w:t></mc:Choice><mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
    text: '新',
  },
  {
    name: 'the fallback of a choice that Word does not understand',
    content: `<w:r><mc:AlternateContent xmlns:odd="urn:odd:thing"><mc:Choice Requires="odd"><w:t>藏</w:t></mc:Choice><mc:Fallback><w:t>显</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
    text: '显',
  },
  {
    name: 'text without characters that take no room, no-break spaces as spaces',
    content: run('第\u200b一\ufeff条\u00a0甲\u00ad乙'),
    text: '第一条 甲乙',
  },
  {
    name: 'text without the white space XML does not keep',
    content: '<w:r><w:t>\n  甲\n  </w:t><w:t xml:space="preserve"> 乙 </w:t><w:t>丙</w:t></w:r>',
    text: '甲 乙 丙',
  },
  {
    name: 'formulas in one line',
    content:
      '<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>',
    text: 'ab',
  },
  {
    name: 'no deleted text, even where the deletion around it is missing',
    content: `${run('留')}<w:r><w:delText>删</w:delText></w:r>`,
    text: '留',
  },
  {
    name: 'no text of hidden runs',
    content: run('显') + run('藏', '<w:vanish/>') + run('露', '<w:vanish w:val="0"/>'),
    text: '显露',
  },
];

it.each(inline)('reads $name', async ({ content, text }) => {
  expect(await texts(paragraph(content))).toEqual([text]);
});

it('a sign of a symbol font that is not known is marked and reported', async () => {
  const { paragraphs, warnings } = await read({
    body: paragraph('<w:r><w:sym w:font="Webdings" w:char="F099"/></w:r>'),
  });
  expect(paragraphs[0]?.text).toBe('\ufffd');
  expect(warnings.map(({ code }) => code)).toContain('symbol-unknown');
});

it('a field may span paragraphs; the whole of its result is text', async () => {
  const body =
    paragraph(field('begin') + instruction('TOC') + field('separate') + run('第一章')) +
    paragraph(run('第二章')) +
    paragraph(field('end') + run('正文'));
  expect(await texts(body)).toEqual(['第一章', '第二章', '正文']);
});

describe('line breaks', () => {
  it('begin a new paragraph without label in body text', async () => {
    const body = paragraph(run('第一款。') + lineBreak + run('第二款。') + lineBreak, {
      properties: '<w:jc w:val="both"/>',
    });
    const { paragraphs } = await read({ body });
    expect(paragraphs.map(({ text, label, alignment }) => [text, label, alignment])).toEqual([
      ['第一款。', null, 'justify'],
      ['第二款。', null, 'justify'],
    ]);
  });

  it('join the lines of a centred title', async () => {
    const body = paragraph(run('关于印发办法') + lineBreak + run('的通知'), { properties: '<w:jc w:val="center"/>' });
    expect(await texts(body)).toEqual(['关于印发办法的通知']);
  });

  it('separate even in a heading after the end of a sentence', () => {
    expect(splitAtBreaks('甲条。\n乙款', true)).toEqual(['甲条。', '乙款']);
    expect(splitAtBreaks('Review\nDesk\n法审台', true)).toEqual(['Review Desk法审台']);
    expect(splitAtBreaks('\n\n', false)).toEqual(['']);
  });

  it('leave the outline level to the first line', async () => {
    const body = paragraph(run('甲条。') + lineBreak + run('乙款'), { properties: '<w:outlineLvl w:val="2"/>' });
    const { paragraphs } = await read({ body });
    expect(paragraphs.map(({ outline }) => outline)).toEqual([2, null]);
  });

  it('are spaces in a table cell', async () => {
    expect(await texts(table([{ cells: [paragraph(run('甲') + lineBreak + run('乙'))] }]))).toEqual([
      'table-row: 甲 乙',
    ]);
  });
});

it('one row is one entry, cells joined by a tab, paragraphs and inner tables by a space', async () => {
  const inner = table([{ cells: [paragraph('内一'), paragraph('内二')] }]);
  const body = table([
    { cells: [paragraph('序号'), paragraph('事项')] },
    { cells: [paragraph('1'), paragraph('甲') + paragraph('乙') + inner + paragraph('')] },
    { cells: [paragraph(''), paragraph('')] },
  ]);
  expect(await texts(body)).toEqual(['table-row: 序号\t事项', 'table-row: 1\t甲 乙 内一 内二']);
});

it('blocks inside content controls and custom XML are read where they stand', async () => {
  const row = `<w:sdt><w:sdtContent><w:tr><w:tc>${paragraph('格')}</w:tc></w:tr></w:sdtContent></w:sdt>`;
  const body = `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph('甲')}</w:sdtContent></w:sdt><w:customXml>${paragraph('乙')}</w:customXml><w:tbl>${row}</w:tbl>`;
  expect(await texts(body)).toEqual(['甲', '乙', 'table-row: 格']);
});

it('a text box comes once, after its paragraph or row', async () => {
  const drawing =
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>' +
    `${box('框')}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>` +
    `<v:textbox>${box('框')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  const body = paragraph(drawing + run('甲')) + table([{ cells: [paragraph(run('格') + drawing)] }]) + paragraph('乙');
  expect(await texts(body)).toEqual(['甲', 'text-box: 框', 'table-row: 格', 'text-box: 框', '乙']);
});

it('notes follow in the order of their references, headers and footers once each, comments last', async () => {
  const reference = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
  const note = (id: number, text: string) => `<w:footnote w:id="${id}">${paragraph(text)}</w:footnote>`;
  const section = (...names: readonly string[]) =>
    `<w:sectPr>${names
      .map((name) => `<w:${name.replace(/\d/u, '')}Reference w:type="default" r:id="${name}"/>`)
      .join('')}</w:sectPr>`;
  const body =
    paragraph(
      run('甲') +
        reference('footnote', 3) +
        reference('footnote', 0) +
        reference('endnote', 2) +
        reference('footnote', 2),
    ) +
    paragraph('乙', { properties: section('header1', 'footer1') }) +
    section('header2', 'footer1');
  const actual = await texts(body, {
    footnotes:
      `<w:footnote w:type="separator" w:id="0">${paragraph('线')}</w:footnote>` +
      note(2, '注二') +
      note(3, '注三') +
      note(4, '无人引用'),
    endnotes: `<w:endnote w:id="2">${paragraph('尾注')}</w:endnote>`,
    comments: `<w:comment w:id="0" w:author="赵六">${paragraph('请核对')}</w:comment>`,
    margins: { header1: paragraph('征求意见稿'), header2: paragraph('征求意见稿'), footer1: paragraph('— 1 —') },
  });
  expect(actual).toEqual([
    '甲',
    '乙',
    'header: 征求意见稿',
    'footer: — 1 —',
    'footnote: 注三',
    'footnote: 注二',
    'footnote: 尾注',
    'comment: 请核对',
  ]);
});

it('gives style, outline and alignment, own properties before those of the style', async () => {
  const styles =
    paragraphStyle('1', 'Heading 1', '<w:outlineLvl w:val="0"/><w:jc w:val="center"/>') +
    paragraphStyle('Z', '章标题', '', '1') +
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>';
  const body =
    paragraph('甲', { style: 'Z' }) +
    paragraph('乙', { style: 'Z', properties: '<w:outlineLvl w:val="9"/><w:jc w:val="end"/>' }) +
    paragraph('丙') +
    paragraph('丁', { style: '没有' });
  const { paragraphs } = await read({ styles, body });
  expect(paragraphs.map(({ style, outline, alignment, page }) => [style, outline, alignment, page])).toEqual([
    ['章标题', 0, 'center', null],
    ['章标题', null, 'right', null],
    ['normal', null, null, null],
    ['normal', null, null, null],
  ]);
});

it('text hidden by its paragraph or character style is hidden, and shown where both hide it', async () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>' +
    '<w:style w:type="character" w:styleId="C"><w:name w:val="c"/><w:rPr><w:vanish/></w:rPr></w:style>';
  const body =
    paragraph(run('显') + run('藏', '<w:rStyle w:val="C"/>')) +
    paragraph(run('藏二') + run('显二', '<w:rStyle w:val="C"/>') + run('显三', '<w:vanish w:val="0"/>'), {
      style: 'H',
    });
  expect(await texts(body, { styles })).toEqual(['显', '显二显三']);
});

it('the main part is found by its relationship, in Strict files and with other prefixes as well', async () => {
  const strict = 'http://purl.oclc.org/ooxml';
  const document =
    `<document xmlns="${strict}/wordprocessingml/main" xmlns:z="${strict}/wordprocessingml/main"><body><p><pPr><jc z:val="center"/>` +
    '</pPr><r><t>严格</t></r></p></body></document>';
  const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship('a', `${strict}/officeDocument/relationships/officeDocument`, '/odd/main.xml')}</Relationships>`;
  const bytes = await buildDocx({
    body: '',
    main: 'odd/main.xml',
    files: { 'odd/main.xml': document, '_rels/.rels': rels },
  });
  expect(docxReader.recognise(bytes)).toBe(true);
  const { paragraphs } = await docxReader.extract(bytes, defaultLimits, '');
  expect(paragraphs.map(({ text, alignment }) => [text, alignment])).toEqual([['严格', 'center']]);
});

it('targets of relationships may be absolute or lead through the parent folder', async () => {
  const parts = {
    body: paragraph('甲', { style: 'A', number: [1, 0] }),
    relationships: relationship('s', 'styles', '/odd/s.xml') + relationship('n', 'numbering', '../odd/./n.xml'),
    files: {
      'odd/s.xml': wordPart('styles', paragraphStyle('A', '条')),
      'odd/n.xml': wordPart('numbering', abstractNum(1, level(0, 'decimal', '%1.')) + num(1, 1)),
    },
  };
  const { paragraphs } = await read(parts);
  expect(paragraphs.map(({ style, label }) => [style, label])).toEqual([['条', '1.']]);
});

it('names in a foreign namespace are not taken for Word’s, whatever their prefix', async () => {
  const body = `${paragraph('甲')}<w:p xmlns:w="urn:foreign"><w:r><w:t>异</w:t></w:r></w:p>`;
  expect(await texts(body)).toEqual(['甲']);
});

it('an empty document and one of pictures alone are refused as having no text', async () => {
  const drawing = '<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>';
  await expect(read({ body: paragraph('') })).rejects.toMatchObject({ code: 'no-text' });
  await expect(read({ body: paragraph('') })).rejects.toThrow(/没有文字。请核对/u);
  await expect(read({ body: paragraph(drawing) })).rejects.toThrow(/没有文字，只有图片。/u);
});

it('says that pages are unknown and which pictures were not read', async () => {
  const drawing = '<w:r><w:drawing><a:blip r:embed="x"/><a:graphicData uri="http://x/diagram"/></w:drawing></w:r>';
  const { warnings } = await read({ body: paragraph(drawing + run('甲')) + '<w:altChunk r:id="y"/>' });
  expect(warnings.map(({ code }) => code)).toEqual([
    'page-unknown',
    'picture-unread',
    'drawing-unread',
    'altchunk-unread',
  ]);
});
