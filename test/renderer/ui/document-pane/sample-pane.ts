import { plainPane, type Line } from './long-document.ts';
import type { PagePane } from './page.tsx';

/** Text that would do harm if anything took it for markup. */
export const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script><b>粗</b>&lt;i&gt;';

const lines: readonly Line[] = [
  { kind: 'title', level: null, label: null, text: '卧龙区农贸市场管理办法' },
  { kind: 'title', level: null, label: null, text: '（试行）' },
  { kind: 'heading', level: 1, label: '第一章', text: '总　则' },
  { kind: 'article', level: 3, label: '第一条', text: '为规范农贸市场秩序，保障食品安全，制定本办法。' },
  { kind: 'article', level: 3, label: '第二条', text: '市场开办者应当按照本办法第四条规定的标准收取摊位费。' },
  { kind: 'paragraph', level: 4, label: null, text: '前款费用由ＧＰＳ设备记录，按Kg计算。' },
  { kind: 'article', level: 3, label: '第三条', text: '经营者应当遵守下列规定：' },
  { kind: 'item', level: 5, label: '（一）', text: '亮证经营，明码标价；' },
  { kind: 'item', level: 5, label: '（二）', text: `不得使用${hostile}；` },
  { kind: 'table-row', level: null, label: null, text: '项目\t金额\t备注' },
  { kind: 'table-row', level: null, label: null, text: '摊位费\t600\t' },
  { kind: 'table-row', level: null, label: null, text: '\t合计' },
  { kind: 'article', level: 3, label: '第四条', text: '' },
  { kind: 'comment', level: null, label: null, text: '此处请法规科核对。' },
  { kind: 'footnote', level: null, label: '1', text: '见附件𠮷号。' },
  { kind: 'signature', level: null, label: null, text: '卧龙区人民政府' },
  { kind: 'signature', level: null, label: null, text: '2026年3月2日' },
];

/** A small document with a block of every kind that is laid out in its own way. */
export function samplePane(part: Partial<PagePane> = {}): PagePane {
  return { ...plainPane(lines), ...part };
}

/** The span of words that stand once in a text. */
export function spanOf(text: string, words: string): { readonly start: number; readonly end: number } {
  const start = text.indexOf(words);
  if (start === -1 || text.includes(words, start + 1)) throw new Error(`not once in the text: ${words}`);
  return { start, end: start + words.length };
}
