import { rtf } from './rtf-text.ts';

/** Chinese of this draft in code page 936, by character: enough for a test, no table of a library is needed. */
const gbk: Readonly<Record<string, string | undefined>> = {
  第: 'b5da',
  一: 'd2bb',
  二: 'b6fe',
  三: 'c8fd',
  条: 'ccf5',
  章: 'd5c2',
  总: 'd7dc',
  则: 'd4f2',
  停: 'cda3',
  车: 'b3b5',
  办: 'b0ec',
  法: 'b7a8',
  王: 'cdf5',
  五: 'cee5',
  赵: 'd5d4',
  六: 'c1f9',
  罚: 'b7a3',
  款: 'bfee',
  元: 'd4aa',
  百: 'b0d9',
  删: 'c9be',
  去: 'c8a5',
  注: 'd7a2',
  批: 'c5fa',
  表: 'b1ed',
  页: 'd2b3',
  眉: 'c3bc',
  '。': 'a1a3',
  '，': 'a3ac',
};

/** Text as Word writes Chinese: a font for East Asian text, two escapes a character. */
function text(content: string): string {
  const bytes = [...content].map((character) => {
    const code = gbk[character];
    if (code === undefined) throw new Error(`no code for ${character}`);
    return `\\'${code.slice(0, 2)}\\'${code.slice(2)}`;
  });
  return `\\loch\\af13\\hich\\af13\\dbch\\f13 ${bytes.join('')}`;
}

const run = (content: string, properties = '') =>
  `{\\rtlch\\fcs1 \\af0 \\ltrch\\fcs0 ${properties}\\lang1033\\langfe2052\\insrsid1 ${text(content)}}`;
const end = (properties = '') => `{\\rtlch\\fcs1 \\af0 \\ltrch\\fcs0 ${properties}\\insrsid1 \r\n\\par }`;
const printed = (label: string) =>
  `{\\listtext\\pard\\plain\\ltrpar \\rtlch\\fcs1 \\af0 \\ltrch\\fcs0 \\insrsid1 ${text(label)}\\tab}`;
const pard = (rest: string) => `\\pard\\plain \\ltrpar${rest}\\rtlch\\fcs1 \\af0\\afs24 \\ltrch\\fcs0 \\fs21\\kern2 `;
const level = (text: string) =>
  `{\\listlevel\\levelnfc39\\levelnfcn39\\leveljc0\\leveljcn0\\levelfollow1\\levelstartat1\\levelspace0\\levelindent0` +
  `{\\leveltext\\leveltemplateid1${text};}{\\levelnumbers\\'02;}\\rtlch\\fcs1 \\af0 \\ltrch\\fcs0 \\hres0\\chhres0 }`;
const revised = '\\revised\\revauth1\\revdttm1206065792 ';
const deleted = '\\deleted\\revauthdel1\\revdttmdel1206065792 ';

/** A draft in the manner of Word 2016: its header, its groups around every run, its way to note changes and comments. */
export function buildWordRtf(): Uint8Array {
  const cells = (...contents: readonly string[]) =>
    contents.map((content) => `${pard('\\ql\\intbl ')}${run(content)}{\\rtlch\\fcs1 \\insrsid1 \\cell }`).join('');
  const definition =
    '\\trowd \\irow0\\irowband0\\ltrrow\\ts15\\clvertalt\\cltxlrtb\\clftsWidth3\\cellx4000\\clvertalt\\cellx8000';
  return rtf(
    '\\adeflang1025\\ansi\\ansicpg936\\uc2\\adeff0\\deff0\\stshfdbch13\\stshfloch0\\deflang1033\\deflangfe2052' +
      "{\\fonttbl{\\f0\\fbidi \\froman\\fcharset0\\fprq2{\\*\\panose 02020603050405020304}Times New Roman;}{\\f13\\fbidi \\fnil\\fcharset134\\fprq2{\\*\\panose 02010600030101010101}\\'cb\\'ce\\'cc\\'e5{\\*\\falt SimSun};}}" +
      '{\\colortbl;\\red0\\green0\\blue0;}{\\*\\defchp \\fs21}{\\*\\defpap \\ql \\li0}' +
      '{\\stylesheet{\\ql \\li0\\snext0 \\sqformat Normal;}{\\s1\\qc\\outlinelevel0 \\sbasedon0 \\snext0 heading 1;}{\\*\\cs10 \\additive Default Paragraph Font;}{\\*\\ts11\\tsrowd Normal Table;}}' +
      `{\\*\\listtable{\\list\\listtemplateid-1\\listhybrid${level("\\'03\\'b5\\'da\\'00\\'cc\\'f5")}{\\listname ;}\\listid77}}` +
      '{\\*\\listoverridetable{\\listoverride\\listid77\\listoverridecount0\\ls1}}' +
      `{\\*\\revtbl {Unknown;}{${text('王五')};}}{\\*\\rsidtbl \\rsid1}{\\mmathPr\\mmathFont34}` +
      `{\\info{\\author ${text('赵六')}}{\\operator ${text('王五')}}{\\creatim\\yr2026\\mo3\\dy3}{\\nofpages1}}` +
      '{\\*\\xmlnstbl {\\xmlns1 http://schemas.microsoft.com/office/word/2003/wordml}}\\paperw11906\\paperh16838 \\ltrsect' +
      `{\\header \\ltrpar ${pard('\\s2\\qc ')}${run('页眉')}${end()}}` +
      `${pard('\\s1\\qc\\outlinelevel0 ')}${run('停车办法')}${end()}` +
      `${printed('第一条')}${pard('\\ql\\ls1\\ilvl0 ')}${run('总则')}{\\rtlch\\fcs1 \\cs16\\super \\insrsid1 \\chftn {\\footnote \\ltrpar ${pard('\\s15 ')}{\\cs16\\super \\chftn }${run('注')}}}${run('。')}${end()}` +
      `${printed('第二条')}${pard('\\ql\\ls1\\ilvl0 ')}${run('删去', deleted)}${end(deleted)}` +
      `${printed('第三条')}${pard('\\ql\\ls1\\ilvl0 ')}{\\*\\atrfstart 0}${run('罚款')}{\\*\\atrfend 0}{\\rtlch\\fcs1 \\cs17 {\\*\\atnid ZL}{\\*\\atnauthor ${text('赵六')}}\\chatn {\\*\\annotation{\\*\\atnref 0}{\\*\\atndate 1206065792}\\ltrpar ${pard('\\s18 ')}{\\cs17 \\chatn }${run('批注')}}}` +
      `${run('二百', revised)}${run('一百', deleted)}${run('元。')}{\\rtlch\\fcs1 \\v ${text('注')}}${end()}` +
      `${definition}${cells('表', '一')}\\pard \\ltrpar\\intbl {\\rtlch\\fcs1 \\insrsid1 ${definition}\\row }` +
      `${pard('\\ql ')}${run('总则')}${end()}{\\*\\themedata 504b0304}{\\*\\latentstyles\\lsdstimax1{\\lsdlockedexcept Normal;}}{\\*\\datastore 0105}`,
  );
}
