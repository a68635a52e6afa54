import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../../electron/services/extract/format.ts';
import { rtfReader } from '../../../../electron/services/extract/rtf.ts';
import type { Extraction } from '../../../../shared/document/source.ts';
import { hex, rtf, unicode } from '../../../support/rtf-text.ts';

const read = (content: string, limits = defaultLimits): Promise<Extraction> =>
  rtfReader.extract(rtf(content), limits, '');
const texts = async (content: string) => (await read(content)).paragraphs.map(({ text }) => text);
const chineseHead =
  "\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 \\'cb\\'ce\\'cc\\'e5;}{\\f1\\froman\\fcharset0 Times;}}";

describe('bytes and characters', () => {
  it.each([
    ['GBK escapes', `${chineseHead}${hex(0xb5, 0xda, 0xd2, 0xbb, 0xcc, 0xf5)}\\par`, '第一条'],
    ['GBK bytes as they are', `${chineseHead}\xb5\xda\xd2\xbb\xcc\xf5\\par`, '第一条'],
    ['a second byte that is a letter', `${chineseHead}\\'e9F\\par`, '镕'],
    ['double bytes with a line end between the halves', `${chineseHead}\\'b5\r\n\\'da\\par`, '第'],
    ['GBK in a font that says nothing', `\\ansi\\ansicpg936 ${hex(0xb5, 0xda)}\\par`, '第'],
    ['Western quotes before letters in a Chinese file', `${chineseHead}\\f1 \\'93abc\\'94\\par`, '“abc”'],
    ['Big5', `\\ansi{\\fonttbl{\\f0\\fcharset136 x;}}\\f0${hex(0xb2, 0xc4)}\\par`, '第'],
    ['Shift-JIS', `\\ansi{\\fonttbl{\\f0\\fcharset128 x;}}\\f0${hex(0x91, 0xe6)}\\par`, '第'],
    ['a code page of the font', `\\ansi{\\fonttbl{\\f0\\cpg936 x;}}\\f0${hex(0xb5, 0xda)}\\par`, '第'],
    ['Western text', "\\ansi\\ansicpg1252 caf\\'e9\\par", 'café'],
    ['a negative unit', '\\u-29300?\\par', '\u8d8c'],
    ['two fallback bytes', `\\uc2\\u31532${hex(0xb5, 0xda)}\\u19968${hex(0xd2, 0xbb)}\\par`, '第一'],
    ['no fallback', '\\uc0\\u31532\\u19968 x\\par', '第一x'],
    ['a fallback that is a word', '\\u8212\\emdash x\\par', '—x'],
    ['a fallback in the next group', '{\\u31532}?\\par', '第?'],
    ['a fallback length that ends with its group', '{\\uc0\\u31532}\\u19968?x\\par', '第一x'],
    ['a surrogate pair', '\\u-10174?\\u-8265?\\par', '\u{20bb7}'],
    ['half of a surrogate pair', 'a\\u-8265?b\\par', 'a\ufffdb'],
    [
      'special characters',
      'a\\tab b\\emdash c\\endash d\\lquote e\\rquote f\\ldblquote g\\rdblquote h\\bullet\\par',
      'a\tb—c–d‘e’f“g”h•',
    ],
    ['symbols', 'a\\~b\\_c\\-d\\{e\\}f\\\\\\par', 'a b-cd{e}f\\'],
    [
      'a sign of a symbol font',
      "{\\fonttbl{\\f0 A;}{\\f1\\fcharset2 Wingdings;}}{\\f1\\'fe}x{\\f1\\u-3928?}\\par",
      '☑x□',
    ],
    ['raw data', 'a\\bin4 }}}}b\\par', 'ab'],
    [
      'a formula in one line',
      '{\\mmath{\\*\\moMath{\\mf{\\mfPr{\\mtype lin}}{\\mnum{\\mr a}}{\\mden{\\mr b}}}}}c\\par',
      'abc',
    ],
    ['the Unicode half of alternatives', '{\\upr{ansi}{\\*\\ud{\\u31532?}}}\\par', '第'],
  ])('reads %s', async (_, content, expected) => {
    expect(await texts(content)).toEqual([expected]);
  });

  it('says where bytes are not valid in their encoding', async () => {
    const { paragraphs, warnings } = await read(`${chineseHead}x\\'ff\\'ff\\par`);
    expect(paragraphs[0]?.text).toContain('\ufffd');
    expect(warnings.map(({ code }) => code)).toContain('characters-dropped');
  });

  it('reads paragraphs, line breaks, alignment, styles and outline levels', async () => {
    const { paragraphs } = await read(
      '{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}{\\*\\cs2 Strong;}}' +
        'one\\par two\\\nthree\\line four\\par\\pard\\s1\\qc title\\line below\\par\\pard\\qr\\outlinelevel3 r\\par\\pard\\qj last',
    );
    expect(paragraphs.map(({ text, style, outline, alignment }) => [text, style, outline, alignment])).toEqual([
      ['one', 'normal', null, null],
      ['two', 'normal', null, null],
      ['three', 'normal', null, null],
      ['four', 'normal', null, null],
      ['title below', 'heading 1', 0, 'center'],
      ['r', 'normal', 3, 'right'],
      ['last', 'normal', null, 'justify'],
    ]);
  });
});

describe('automatic numbers', () => {
  const chapter =
    "{\\listlevel\\levelnfc39\\levelstartat1{\\leveltext\\'03\\u31532?\\'00\\u31456?;}{\\levelnumbers\\'02;}}";
  const article =
    "{\\listlevel\\levelnfc39\\levelstartat1\\levelnorestart1{\\leveltext\\'03\\u31532?\\'01\\u26465?;}{\\levelnumbers\\'02;}}";
  const legal =
    "{\\listlevel\\levelnfc0\\levellegal1\\levelstartat3{\\leveltext\\'03\\'01.\\'02;}{\\levelnumbers\\'01\\'03;}}";
  const bullet = "{\\list{\\listlevel\\levelnfc23{\\leveltext\\'01\\'b7;}{\\levelnumbers;}}\\listid8}";
  const tables =
    `{\\*\\listtable{\\list${chapter}${article}${legal}\\listid7}${bullet}}` +
    '{\\*\\listoverridetable{\\listoverride\\listid7\\listoverridecount0\\ls1}{\\listoverride\\listid8\\ls2}' +
    '{\\listoverride\\listid7\\listoverridecount2{\\lfolevel}{\\lfolevel\\listoverridestartat1\\levelstartat9}\\ls3}}';
  const at = (list: number, level: number, text: string) => `\\pard\\ls${list}\\ilvl${level} ${text}\\par`;
  const labels = async (content: string) => (await read(content)).paragraphs.map(({ label }) => label);

  it('are computed from the list tables where the file prints none', async () => {
    const body = [
      at(1, 0, 'a'),
      at(1, 1, 'b'),
      at(1, 2, 'c'),
      at(2, 0, 'd'),
      at(1, 0, 'e'),
      at(1, 1, 'f'),
      at(3, 1, 'g'),
    ];
    expect(await labels(tables + body.join(''))).toEqual([
      '第一章',
      '第一条',
      '1.3',
      null,
      '第二章',
      '第二条',
      '第九条',
    ]);
  });

  it('are those that were printed where the file keeps them', async () => {
    const printed = (text: string, content: string) =>
      `\\pard{\\listtext\\pard ${text}\\tab}\\ls1\\ilvl0 ${content}\\par`;
    expect(await labels(tables + printed(unicode('第五章'), 'a') + printed(unicode('第七章'), 'b'))).toEqual([
      '第五章',
      '第七章',
    ]);
  });

  it('of old files stand before their paragraphs, bullets among them are none', async () => {
    const old = (label: string, text: string) =>
      `\\pard{\\pntext\\f0 ${label}\\tab}{\\*\\pn\\pnlvlbody\\pndec}${text}\\par`;
    expect(await labels(old('1.', 'a') + old("\\'b7", 'b') + old('2.', 'c'))).toEqual(['1.', null, '2.']);
  });

  it('differ between the views where a numbered paragraph is inserted or deleted', async () => {
    const item = (mark: string, text: string) => `\\pard{\\listtext ?\\tab}\\ls1\\ilvl1{${mark} ${text}\\par}`;
    const { paragraphs } = await read(
      `${tables}{\\*\\revtbl{Unknown;}{${unicode('王五')};}}` +
        item('', 'a') +
        item('\\revised\\revauth1', 'b') +
        item('\\deleted\\revauthdel1', 'c') +
        item('', 'd'),
    );
    expect(
      paragraphs.map(({ label, originalLabel, text, originalText }) => [label, originalLabel, text, originalText]),
    ).toEqual([
      ['第一条', '第一条', 'a', null],
      ['第二条', null, 'b', null],
      [null, '第二条', '', 'c'],
      ['第三条', '第三条', 'd', null],
    ]);
  });

  it('get the signs back that a writer could not put into the level', async () => {
    const lossy =
      "{\\*\\listtable{\\list{\\listlevel\\levelnfc39{\\leveltext\\'03?\\'00?;}{\\levelnumbers\\'02;}}\\listid7}}";
    const override = '{\\*\\listoverridetable{\\listoverride\\listid7\\ls1}}';
    const item = (label: string, text: string) => `\\pard{\\listtext ${unicode(label)}\\tab}\\ls1 ${text}`;
    const content = `${item('第一条', 'a\\par')}${item('第二条', '{\\deleted b\\par}')}${item('第三条', 'c\\par')}`;
    expect(
      (await read(lossy + override + content)).paragraphs.map(({ label, originalLabel }) => [label, originalLabel]),
    ).toEqual([
      ['第一条', '第一条'],
      [null, '第二条'],
      ['第二条', '第三条'],
    ]);
  });
});

describe('tables', () => {
  it('are rows whose cells are joined by a tab; merged and stray cells count once', async () => {
    const { paragraphs } = await read(
      '\\trowd\\cellx1\\cellx2\\pard\\intbl a\\cell b\\par b2\\cell\\row' +
        '\\trowd\\clmgf\\cellx1\\clmrg\\cellx2\\cellx3\\pard\\intbl c\\cell\\cell d\\cell\\cell\\row\\pard after\\par',
    );
    expect(paragraphs.map(({ part, text }) => [part, text])).toEqual([
      ['table-row', 'a\tb b2'],
      ['table-row', 'c\td'],
      ['body', 'after'],
    ]);
  });

  it('in tables belong to their cell', async () => {
    const inner =
      '\\pard\\intbl\\itap2 x\\nestcell y\\nestcell{\\*\\nesttableprops\\trowd\\cellx1\\cellx2\\nestrow}{\\nonesttables\\par}';
    const { paragraphs } = await read(
      `\\trowd\\cellx1\\cellx2\\pard\\intbl a\\par${inner}\\pard\\intbl b\\cell c\\cell\\row\\pard d\\par`,
    );
    expect(paragraphs.map(({ text }) => text)).toEqual(['a x y b\tc', 'd']);
  });

  it('that break off still give their cells', async () => {
    expect(await texts('\\trowd\\cellx1\\pard\\intbl a\\cell b\\pard\\par c\\par')).toEqual(['a', 'b', 'c']);
  });

  it('say which cells are tracked', async () => {
    const { paragraphs } = await read('\\trowd\\cellx1\\clins\\cellx2\\pard\\intbl a\\cell b\\cell\\row');
    expect(paragraphs).toMatchObject([{ text: 'a\tb', originalText: 'a' }]);
  });
});

describe('parts beside the body', () => {
  it('are notes, margins, text boxes and comments', async () => {
    const { paragraphs, xray } = await read(
      '{\\header h\\par}{\\headerf h\\par}{\\footer {\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}\\par}' +
        'a{\\super\\chftn}{\\footnote\\pard{\\super\\chftn} note\\par}b{\\footnote\\ftnalt end}' +
        '{\\*\\atrfstart 3}c{\\*\\atrfend 3}{\\*\\atnid Z}{\\*\\atnauthor Zhao}\\chatn{\\*\\annotation{\\*\\atnref 3}{\\*\\atndate 1206065792}\\pard why?\\par}d\\par' +
        '{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt \\pard box\\par}}{\\shprslt{\\*\\do{\\dptxbxtext box}}}}e\\par',
    );
    expect(paragraphs.map(({ part, text }) => [part, text])).toEqual([
      ['body', 'abcd'],
      ['body', 'e'],
      ['text-box', 'box'],
      ['header', 'h'],
      ['footer', '1'],
      ['footnote', 'note'],
      ['footnote', 'end'],
      ['comment', 'why?'],
    ]);
    expect(xray).toEqual([{ kind: 'comment', detail: '批注（Zhao，2026-03-03）：“why?”', paragraph: 0 }]);
  });

  it('a note inside a table does not end its cell', async () => {
    const { paragraphs } = await read('\\trowd\\cellx1\\pard\\intbl a{\\footnote\\pard n\\par}b\\cell\\row');
    expect(paragraphs.map(({ part, text }) => [part, text])).toEqual([
      ['table-row', 'ab'],
      ['footnote', 'n'],
    ]);
  });
});

describe('the X-ray', () => {
  it('names changes with author and date, in both views', async () => {
    const { paragraphs, xray } = await read(
      `{\\*\\revtbl{Unknown;}{${unicode('王五')};}}a{\\revised\\revauth1\\revdttm1206065792 b}{\\deleted\\revauthdel1 c}` +
        '{\\revised\\revauth1\\deleted\\revauthdel1 both}{\\mvf\\mvauth1 from}{\\mvt\\mvauth1 to}d\\par',
    );
    expect(paragraphs).toMatchObject([{ text: 'abtod', originalText: 'acfromd' }]);
    expect(xray.map(({ detail }) => detail)).toEqual([
      '修订（王五，2026-03-03）：插入“b”',
      '修订（王五）：删除“cboth”',
      '修订（王五）：移出“from”',
      '修订（王五）：移入“to”',
    ]);
  });

  it('joins paragraphs whose mark is deleted', async () => {
    const { paragraphs } = await read('a{\\deleted\\par}b\\par');
    expect(paragraphs.map(({ text, originalText, deleted }) => [text, originalText, deleted])).toEqual([
      ['', 'a', true],
      ['ab', 'b', false],
    ]);
  });

  it('finds hidden text, links, objects, a template and who made the file', async () => {
    const { paragraphs, xray, warnings } = await read(
      '{\\info{\\title T}{\\author A}{\\operator B}{\\company C}{\\manager D}}{\\*\\template http://x/t.dot}' +
        'a{\\v secret}b\\par {\\field{\\*\\fldinst HYPERLINK "http://x/y"}{\\fldrslt link}} {\\field{\\*\\fldinst INCLUDETEXT "c:\\\\\\\\x"}{\\fldrslt in}}\\par' +
        '{\\object\\objemb{\\*\\objclass Excel.Sheet.8}{\\*\\objdata 0105}{\\result{\\pict\\pngblip 00ff}}}' +
        '{\\object\\objautlink{\\*\\objclass Word}{\\result shown}}\\par{\\*\\shppict{\\pict 00}}{\\nonshppict{\\pict 00}}x\\par',
    );
    expect(paragraphs.map(({ text }) => text)).toEqual(['ab', 'link in', 'shown', 'x']);
    expect(xray).toEqual([
      { kind: 'hidden-text', detail: '隐藏文字“secret”：打印页面上看不到，未计入正文', paragraph: 0 },
      { kind: 'external-link', detail: '外部链接（超链接）：http://x/y', paragraph: 1 },
      { kind: 'external-link', detail: '从外部取内容的域：“INCLUDETEXT "c:\\\\x"”', paragraph: 1 },
      { kind: 'metadata', detail: '文件属性·作者：A', paragraph: null },
      { kind: 'metadata', detail: '文件属性·最后保存者：B', paragraph: null },
      { kind: 'metadata', detail: '文件属性·单位：C', paragraph: null },
      { kind: 'metadata', detail: '文件属性·主管：D', paragraph: null },
      { kind: 'external-link', detail: '外部链接（文档模板）：http://x/t.dot', paragraph: null },
      { kind: 'embedded-object', detail: '嵌入的对象：Excel.Sheet.8，其内容未读取', paragraph: null },
      { kind: 'external-link', detail: '外部链接（链接的对象）：Word', paragraph: null },
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(['page-unknown', 'picture-unread']);
  });

  it('finds a reference to a number that has changed', async () => {
    const { xray } = await read(
      `\\pard{\\listtext ${unicode('第二条')}\\tab}{\\*\\bkmkstart r1}a{\\*\\bkmkend r1}\\par` +
        `\\pard {\\field{\\*\\fldinst REF r1 \\\\r \\\\h}{\\fldrslt ${unicode('第一条')}}}\\par`,
    );
    expect(xray).toEqual([
      { kind: 'stale-reference', detail: '交叉引用显示“第一条”，所引的段落现为“第二条”，更新域后会改变', paragraph: 1 },
    ]);
  });
});

describe('hostile and damaged files', () => {
  it.each([
    ['is known by its beginning', '{\\rtf1 a}', true],
    ['may begin with line ends', '\r\n{\\rtf1 a}', true],
    ['may begin with a byte-order mark', '\xef\xbb\xbf{\\rtf1 a}', true],
    ['is not what only mentions it', 'x {\\rtf1 a}', false],
    ['is not nothing', '', false],
  ])('an RTF file %s', (_, content, expected) => {
    expect(rtfReader.recognise(Uint8Array.from(content, (character) => character.charCodeAt(0)))).toBe(expected);
  });

  it('is damaged where it breaks off', async () => {
    const whole = rtf('a\\par{\\b b}\\par');
    await expect(rtfReader.extract(whole.subarray(0, -1), defaultLimits, '')).rejects.toMatchObject({
      code: 'damaged-file',
    });
    await expect(rtfReader.extract(whole.subarray(0, -1), defaultLimits, '')).rejects.toThrow(/在结束之前中断/u);
  });

  it.each([
    ['nesting', '{'.repeat(300) + 'a' + '}'.repeat(300), defaultLimits, 'limit-exceeded'],
    ['text', 'a'.repeat(100), { ...defaultLimits, maxTextLength: 99 }, 'limit-exceeded'],
    ['a file', 'a', { ...defaultLimits, maxFileBytes: 3 }, 'limit-exceeded'],
    ['no text', '\\par\\par', defaultLimits, 'no-text'],
    ['nothing but a picture', '{\\pict 00}\\par', defaultLimits, 'no-text'],
  ])('ends at the limits: %s', async (_, content, limits, code) => {
    await expect(read(content, limits)).rejects.toMatchObject({ code });
  });

  it('passes over a million groups that are not read, and raw data that claims to be endless', async () => {
    expect(await texts(`{\\*\\unknown${'{'.repeat(500_000)}${'}'.repeat(500_000)}}a\\par`)).toEqual(['a']);
    await expect(read('a\\bin2147483647 b')).rejects.toMatchObject({ code: 'damaged-file' });
  });

  it('says that something stands behind the end', async () => {
    const { paragraphs, warnings } = await read('a\\par}b\\par{c');
    expect(paragraphs.map(({ text }) => text)).toEqual(['a']);
    expect(warnings.map(({ code }) => code)).toContain('trailing-content');
  });
});
