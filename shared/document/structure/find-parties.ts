import type { ReviewedDocument, Span } from '../document.ts';
import { rolePattern } from '../signature-lines.ts';
import type { Article, Part, Party, Signature } from './structure.ts';

/** A stretch of text inside one block, in one column. */
interface Cell extends Span {
  readonly text: string;
  readonly column: number;
}

const headParty = new RegExp(
  `^(${rolePattern})\\s{0,6}(?:[（(][^（()）]{0,20}[）)]){0,2}\\s{0,6}[:：]\\s{0,6}(.*)$`,
  'u',
);
const signingParty = new RegExp(
  `^(${rolePattern})\\s{0,6}(?:[（(][^（()）]{0,12}[）)]){0,2}\\s{0,6}(?:[:：]\\s{0,20}(.*)|)$`,
  'u',
);
const creditCode = /统一社会信用代码\s{0,4}[:：]?\s{0,4}([0-9A-Za-z]{10,20})/u;
const signerLine =
  /^(法定代表人|法人代表|负责人|授权代表|委托代理人|签字代表|代表人?|区\s{0,2}长|常务副区长|副区长|主任|局长|镇长|乡长)\s{0,6}(?:或(?:授权代表|委托代理人|负责人))?\s{0,6}(?:[（(][^（()）]{0,20}[）)]){0,2}\s{0,6}[:：]\s{0,20}(.*)$/u;
const officeLine = /^职\s{0,4}务\s{0,6}[:：]\s{0,20}(.*)$/u;
const officeWords =
  /(?:常务副区长|副区长|区\s{0,2}长|主管领导|办公室主任|副主任|主\s{0,2}任|副局长|局\s{0,2}长|股\s{0,2}长|科\s{0,2}长|镇\s{0,2}长|乡\s{0,2}长|董事长|总经理|经理|院\s{0,2}长|书\s{0,2}记)/u;

/** A blank to fill in is no name. */
function filled(text: string): string {
  return text.replace(/[_＿\s]+$/u, '').replace(/^[_＿\s]+/u, '');
}

/** Splits a block into columns: at tabs, and at wide gaps before a further role or label. */
function cellsOf(document: ReviewedDocument, block: number): readonly Cell[] {
  const entry = document.blocks[block];
  if (!entry) return [];
  const offset = entry.end - entry.text.length;
  const cells: Cell[] = [];
  let column = 0;
  for (const match of entry.text.matchAll(/[^\t]+?(?=\t|\s{4,}\S|\u3000{2,}\S|$)/gu)) {
    const text = match[0].trim();
    if (text === '') continue;
    const lead = match[0].length - match[0].trimStart().length;
    const start = offset + match.index + lead;
    cells.push({ text, column, start, end: start + text.length });
    column += 1;
  }
  return cells;
}

/** The parties as the head of the agreement names them: the lines before the first article. */
export function findParties(
  document: ReviewedDocument,
  parts: readonly Part[],
  articles: readonly Article[],
): readonly Party[] {
  const main = parts.findIndex((part) => part.kind === 'body');
  const part = parts[main];
  if (!part) return [];
  const end =
    articles.find((article) => article.part === main)?.firstBlock ?? Math.min(part.endBlock, part.firstBlock + 30);
  const parties: Party[] = [];
  for (let block = part.firstBlock; block < end; block += 1) {
    for (const cell of cellsOf(document, block)) {
      const match = headParty.exec(cell.text);
      if (match) {
        parties.push({
          role: (match[1] ?? '').replace(/\s/gu, ''),
          name: filled((match[2] ?? '').replace(/统一社会信用代码.*$/u, '').replace(/[（(]以下简称.*$/u, '')),
          creditCode: null,
          start: cell.start,
          end: cell.end,
        });
      }
      const code = creditCode.exec(cell.text);
      const last = parties.at(-1);
      if (code?.[1] !== undefined && last?.creditCode === null) {
        const start = cell.start + code.index + code[0].length - code[1].length;
        parties[parties.length - 1] = { ...last, creditCode: { text: code[1], start, end: start + code[1].length } };
      }
    }
  }
  return parties;
}

/** The signature block: who signs for which party, with the office printed there. */
export function findSignatures(
  document: ReviewedDocument,
  parts: readonly Part[],
  articles: readonly Article[],
): readonly Signature[] {
  const main = parts.findIndex((part) => part.kind === 'body');
  const part = parts[main];
  if (!part) return [];
  const first = articles.findLast((article) => article.part === main)?.firstBlock ?? part.firstBlock;
  const columns: Cell[][] = [];
  for (let block = first + 1; block < part.endBlock; block += 1) {
    const kind = document.blocks[block]?.kind;
    if (kind !== 'signature' && kind !== 'table-row') continue;
    for (const cell of cellsOf(document, block)) (columns[cell.column] ??= []).push(cell);
  }
  return columns.flatMap(signaturesOf).sort((a, b) => a.start - b.start);
}

function signaturesOf(cells: readonly Cell[]): readonly Signature[] {
  const found: Signature[] = [];
  for (const cell of cells) {
    const party = signingParty.exec(cell.text);
    if (party) {
      const name = filled(party[2] ?? '');
      found.push({
        role: (party[1] ?? '').replace(/\s/gu, ''),
        name,
        signer: '',
        office: '',
        signerSpan: null,
        start: cell.start,
        end: cell.end,
      });
      continue;
    }
    const current = found.at(-1);
    if (!current) continue;
    const signer = signerLine.exec(cell.text);
    const office = officeLine.exec(cell.text);
    if (signer) {
      const text = filled(signer[2] ?? '');
      const printed = officeWords.exec(signer[1] ?? '')?.[0] ?? officeWords.exec(text)?.[0] ?? current.office;
      found[found.length - 1] = {
        ...current,
        signer: filled(text.replace(officeWords, '')),
        office: printed.replace(/\s/gu, ''),
        signerSpan: { start: cell.start, end: cell.end },
        end: cell.end,
      };
    } else if (office) {
      found[found.length - 1] = { ...current, office: filled(office[1] ?? ''), end: cell.end };
    }
  }
  return found;
}
