import type { ReviewedDocument, Span } from '../document.ts';
import { rolePattern } from '../signature-lines.ts';

/** A stretch of text inside one block that stands in one column. */
export interface Cell extends Span {
  readonly text: string;
  /** 0-based; cells of several lines that belong to one party have the same column. */
  readonly column: number;
}

const gap = /\t|\s{4,}|\u3000{2,}/gu;
const role = new RegExp(`^${rolePattern}(?![的应须可有对与和及])`, 'u');
const label =
  /^(?:法定代表人|法人代表|负责人|授权|委托代理人|签字|签名|签约|签署|签订|代表|职\s{0,4}务|日\s{0,6}期|经办人|地\s{0,6}址|电\s{0,6}话|联系|开户|账\s{0,6}号|统一社会信用代码|区\s{0,2}长|[（(]盖?章?|盖章)/u;
const continues = /^职\s{0,4}务/u;

/**
 * The cells of a block: those of a table row, else the pieces between tabs or wide gaps. A gap parts a line only before
 * a further role or label; the blank between 负责人： and a name does not.
 */
export function cellsOf(document: ReviewedDocument, block: number): readonly Cell[] {
  const entry = document.blocks[block];
  if (!entry) return [];
  const isRow = entry.kind === 'table-row';
  const offset = entry.end - entry.text.length;
  const cells: Cell[] = [];
  let column = 0;
  const add = (from: number, to: number): void => {
    const raw = entry.text.slice(from, to);
    const text = raw.trim();
    const start = offset + from + (raw.length - raw.trimStart().length);
    if (text !== '') cells.push({ text, column, start, end: start + text.length });
  };
  let from = 0;
  for (const match of entry.text.matchAll(gap)) {
    const after = match.index + match[0].length;
    const rest = entry.text.slice(after, after + 12).trimStart();
    if (isRow ? match[0] !== '\t' : !role.test(rest) && !label.test(rest)) continue;
    add(from, match.index);
    if (isRow || !continues.test(rest)) column += 1;
    from = after;
  }
  add(from, entry.text.length);
  return cells;
}

/** Whether a cell says who a party is or begins a label of the signature block. */
export function isLabelled(text: string): boolean {
  return role.test(text) || label.test(text);
}

/** A name without blanks to fill in, brackets like （盖章） and what follows it. */
export function filledName(text: string): string {
  return text
    .replace(/统一社会信用代码.*$/u, '')
    .replace(/[（(](?:以下|下称|简称|盖章|公章|签章|印章|单位|签字|全称|章)[^（()）]{0,20}[）)]?.*$/u, '')
    .replace(/^[_＿\s/／]+|[_＿\s/／，,；;。]+$/gu, '');
}
