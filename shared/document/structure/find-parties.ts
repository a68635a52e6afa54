import { creditCodeLabel } from '../../text/credit-code.ts';
import type { ReviewedDocument } from '../document.ts';
import { rolePattern } from '../signature-lines.ts';
import { cellsOf, filledName, isLabelled, type Cell } from './cells.ts';
import type { Article, Part, Party } from './structure.ts';

const headParty = new RegExp(
  `^(${rolePattern})\\s{0,6}(?:[（(][^（()）]{0,20}[）)]){0,2}\\s{0,6}[:：]\\s{0,6}(.*)$`,
  'u',
);
const roleAlone = new RegExp(`^(${rolePattern})(?:[（(][^（()）]{0,20}[）)])?$`, 'u');
/** 南阳市卧龙区人民政府（以下简称“甲方”）, as a sentence at the head has it. */
const calledParty = new RegExp(
  `([^，。；：:、（()）\\s]{2,40})[（(]以下[简统]称(?:为|作)?[:：]?[“"‘']?(${rolePattern})[”"’']?[）)]`,
  'gu',
);
const leadIn = /^(?:本[^由]{1,8}由|经|由|与|和|及|同|以及)/u;

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
    const cells = cellsOf(document, block);
    cells.forEach((cell, index) => {
      const party = partyIn(cell, cells[index + 1]) ?? [];
      parties.push(...party.filter((each) => !parties.some((known) => known.role === each.role)));
      const code = creditCodeLabel.exec(cell.text);
      const last = parties.at(-1);
      if (code?.[1] !== undefined && last?.creditCode === null) {
        const start = cell.start + code.index + code[0].length - code[1].length;
        parties[parties.length - 1] = { ...last, creditCode: { text: code[1], start, end: start + code[1].length } };
      }
    });
  }
  return parties;
}

/** The parties that a cell names; null where it names none. `next` is the cell beside it in a table. */
function partyIn(cell: Cell, next: Cell | undefined): readonly Party[] | null {
  const party = (role: string, name: string, start: number, end: number): Party => ({
    role: role.replace(/\s/gu, ''),
    name: filledName(name),
    creditCode: null,
    start,
    end,
  });
  const line = headParty.exec(cell.text);
  if (line) return [party(line[1] ?? '', line[2] ?? '', cell.start, cell.end)];
  const alone = roleAlone.exec(cell.text);
  if (alone && next && !isLabelled(next.text)) return [party(alone[1] ?? '', next.text, cell.start, next.end)];
  const called = [...cell.text.matchAll(calledParty)].map((match) => {
    const start = cell.start + match.index;
    return party(match[2] ?? '', (match[1] ?? '').replace(leadIn, ''), start, start + match[0].length);
  });
  return called.length > 0 ? called : null;
}
