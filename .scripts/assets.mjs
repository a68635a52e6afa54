// Makes dist/assets: the bundled faces subset to 通用规范汉字 and GB2312 plus symbols, and pdf.js's tables.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import subsetFont from 'subset-font';

const root = join(import.meta.dirname, '..');
const modules = join(root, 'node_modules');
const assets = join(root, 'dist', 'assets');

/** Every face that ships, and what it stands in for when the workstation lacks the official one. */
const faces = [
  ['noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf', 'NotoSerifSC-Regular.ttf'],
  ['noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf', 'NotoSerifSC-Bold.ttf'],
  ['noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf', 'NotoSansSC-Regular.ttf'],
];

/**
 * The characters that ship: all of GB2312 and GBK (which holds all but 200 of 通用规范汉字表), the CJK extension
 * characters of the table that Unicode placed after GBK, and the punctuation of official documents.
 */
function characters() {
  const decoder = new TextDecoder('gb18030');
  let text = '';
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) if (low !== 0x7f) text += decoder.decode(new Uint8Array([high, low]));
  }
  for (let code = 0x20; code < 0x7f; code += 1) text += String.fromCodePoint(code);
  for (let code = 0xa0; code < 0x180; code += 1) text += String.fromCodePoint(code);
  for (let code = 0x2000; code < 0x2070; code += 1) text += String.fromCodePoint(code);
  for (let code = 0x2460; code < 0x24ff; code += 1) text += String.fromCodePoint(code);
  for (let code = 0x3000; code < 0x3040; code += 1) text += String.fromCodePoint(code);
  for (let code = 0xff00; code < 0xfff0; code += 1) text += String.fromCodePoint(code);
  // 通用规范汉字 beyond GBK: URO additions and extensions A to E that the faces hold, and radicals as PDFs use them.
  for (let code = 0x9fa6; code <= 0x9fff; code += 1) text += String.fromCodePoint(code);
  for (let code = 0x3400; code <= 0x4dbf; code += 1) text += String.fromCodePoint(code);
  for (let code = 0x2e80; code <= 0x2fdf; code += 1) text += String.fromCodePoint(code);
  for (let code = 0x20000; code <= 0x2ceaf; code += 1) text += String.fromCodePoint(code);
  return [...new Set(text)].filter((character) => character !== '\ufffd').join('');
}

/** Builds what is missing; a face is made anew only when its source or the character set changed. */
export async function buildAssets() {
  mkdirSync(join(assets, 'fonts'), { recursive: true });
  const wanted = characters();
  const set = createHash('sha256').update(wanted).digest('hex').slice(0, 16);
  for (const [source, name] of faces) {
    const from = join(modules, '@expo-google-fonts', source);
    const to = join(assets, 'fonts', name);
    const mark = `${to}.${set}`;
    if (existsSync(to) && existsSync(mark)) continue;
    writeFileSync(to, await subsetFont(readFileSync(from), wanted, { targetFormat: 'truetype' }));
    writeFileSync(mark, '');
  }
  for (const folder of ['cmaps', 'standard_fonts']) {
    cpSync(join(modules, 'pdfjs-dist', folder), join(assets, 'pdfjs', folder), { recursive: true });
  }
}
