import type { ReviewedDocument } from '../document.ts';
import { rolePattern } from '../signature-lines.ts';
import { cellsOf, filledName, isLabelled, type Cell } from './cells.ts';
import type { Article, Part, Signature } from './structure.ts';

const bracket = '(?:[（(][^（()）]{0,20}[）)]\\s{0,4}){0,2}';
const signingParty = new RegExp(`^(${rolePattern})\\s{0,6}${bracket}(?:[:：]\\s{0,20}(.*)|)$`, 'u');
const signerWord =
  '(?:法定代表人|法人代表|主要负责人|负责人|授权(?:签字)?代表人?|委托代理人|代理人|签字代表|签约代表|签署人|签字人|代表人?|签字|签名|(?:常务)?副?区\\s{0,2}长|主\\s{0,2}任|局\\s{0,2}长|镇长|乡长)';
const signerLine = new RegExp(
  `^(?:(${rolePattern})的?)?(${signerWord}\\s{0,4}(?:(?:或者?|[/／、及和])\\s{0,4}其?${signerWord}\\s{0,4}){0,2}${bracket}(?:签字|签名|签章|盖章)?\\s{0,4}${bracket})[:：]\\s{0,20}(.*)$`,
  'u',
);
const officeLine = /^职\s{0,4}务\s{0,6}[:：]\s{0,20}(.*)$/u;
const officeWord =
  /区长助理|常务副区长|副区长|区\s{0,2}长|主管领导|办公室主任|副主任|主\s{0,2}任|副局长|局\s{0,2}长|股\s{0,2}长|科\s{0,2}长|镇\s{0,2}长|乡\s{0,2}长|董事长|总经理|经理|院\s{0,2}长|书\s{0,2}记/u;
const organEnd = /[局办委府会室司心处所院部股科区县市镇乡]$/u;
const organName = /(?:政府|委员会|局|办公室|办事处|中心|公司|合作社|厂|集团|医院|学校|研究院|事务所|银行|支行|分行)$/u;

/** The office in a text, with the organ it belongs to, and the text without it. */
function officeIn(text: string): { readonly office: string; readonly rest: string } {
  const match = officeWord.exec(text);
  if (!match) return { office: '', rest: text };
  const before = text.slice(0, match.index);
  const token = /[^\s（()）、,，:：]{0,30}$/u.exec(before)?.[0] ?? '';
  // 城市管理局局长 is an office; in 王建民局长 a name stands before it.
  const organ = organEnd.test(token) ? token : '';
  const rest = before.slice(0, before.length - organ.length) + text.slice(match.index + match[0].length);
  return { office: (organ + match[0]).replace(/\s/gu, ''), rest };
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
      found.push({
        role: (party[1] ?? '').replace(/\s/gu, ''),
        name: filledName(party[2] ?? ''),
        signer: '',
        office: '',
        signerSpan: null,
        start: cell.start,
        end: cell.end,
      });
      continue;
    }
    // 甲方代表： names its party wherever it stands; other lines belong to the party above them.
    const named = signerLine.exec(cell.text)?.[1]?.replace(/\s/gu, '');
    const index = named === undefined ? found.length - 1 : found.findLastIndex(({ role }) => role === named);
    const current = found[index];
    if (current) found[index] = withCell(current, cell);
  }
  return found;
}

/** What a further line of a party's column adds to its signature. */
function withCell(current: Signature, cell: Cell): Signature {
  const signer = signerLine.exec(cell.text);
  const office = officeLine.exec(cell.text);
  if (signer) {
    const printed = officeIn(signer[3] ?? '');
    const name = filledName(printed.rest);
    // A second line left blank (委托代理人：____) does not take away who signs.
    if (current.signerSpan && name === '' && printed.office === '') return { ...current, end: cell.end };
    const labelled = officeIn((signer[2] ?? '').replace(/签[字名章]/gu, ''));
    return {
      ...current,
      signer: name,
      office: printed.office !== '' ? printed.office : labelled.office !== '' ? labelled.office : current.office,
      signerSpan: { start: cell.start, end: cell.end },
      end: cell.end,
    };
  }
  if (office) return { ...current, office: filledName(office[1] ?? '') || current.office, end: cell.end };
  if (current.name === '' && !current.signerSpan && !isLabelled(cell.text) && organName.test(filledName(cell.text))) {
    return { ...current, name: filledName(cell.text), end: cell.end };
  }
  return current;
}
