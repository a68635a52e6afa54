import { blockTextStart, type Block, type ReviewedDocument } from '../../document/document.ts';
import type { Article, Heading, Structure } from '../../document/structure/structure.ts';
import { formatChineseNumeral } from '../../text/chinese-numeral.ts';
import { parseLabel } from '../../text/label.ts';
import { defineCheck, type Report } from '../check.ts';
import { isPublished } from '../is-published.ts';

type MessageId = 'skipped' | 'repeated' | 'backwards';

/** One numbered thing: its number, and where its label stands. */
interface Numbered {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

type Print = (number: number) => string;

const chinese = (number: number): string => (number > 9999 ? String(number) : formatChineseNumeral(number));

function compare(sequence: readonly Numbered[], print: Print): readonly Report<MessageId>[] {
  const reports: Report<MessageId>[] = [];
  let expected = 1;
  for (const [index, { number, start, end }] of sequence.entries()) {
    const data = { found: print(number), expected: print(expected) };
    if (number === expected - 1 && expected > 1) reports.push({ messageId: 'repeated', data, start, end });
    else if (number > expected) reports.push({ messageId: 'skipped', data, start, end });
    else if (number < expected) reports.push({ messageId: 'backwards', data, start, end });
    // One slip is reported once: counting goes on from what is printed, unless the next label shows that this one alone
    // is wrong.
    const isAloneWrong = number !== expected && sequence[index + 1]?.number === expected + 1;
    expected = isAloneWrong ? expected + 1 : number + 1;
  }
  return reports;
}

/**
 * As {@link compare}, for headings and 项 of a text that is printed: where the law pack knows the title, the numbers
 * are the lawmaker's, and a single label missing from an otherwise unbroken row was lost when the text was copied.
 */
function comparePrinted(sequence: readonly Numbered[], print: Print, isPrinted: boolean): readonly Report<MessageId>[] {
  const reports = compare(sequence, print);
  const [first, ...rest] = sequence;
  const missing =
    (first?.number ?? 1) - 1 + rest.reduce((sum, { number }, at) => sum + number - (sequence[at]?.number ?? 0) - 1, 0);
  const isOneLost = reports.length === 1 && reports[0]?.messageId === 'skipped' && missing === 1;
  return isPrinted && isOneLost ? [] : reports;
}

function labelled(document: ReviewedDocument, index: number, number: number): Numbered {
  const block = document.blocks[index];
  if (!block) throw new Error(`no block ${index}`);
  return { number, start: block.start, end: block.start + (block.label?.length ?? 0) };
}

/** 第一百二十条之一 stands beside 第一百二十条 and counts for itself. */
const isInserted = (article: Article): boolean => /之[一二三四五六七八九十]$/u.test(article.label);

function articleReports(document: ReviewedDocument, structure: Structure): readonly Report<MessageId>[] {
  return structure.parts.flatMap((part, index) => {
    const sequence = structure.articles
      .filter((article) => article.part === index && !isInserted(article))
      .map((article) => labelled(document, article.firstBlock, article.number));
    const print = {
      article: (number: number): string => `第${chinese(number)}条`,
      chinese: (number: number): string => `${chinese(number)}、`,
      decimal: (number: number): string => `${number}.`,
    }[part.numbering ?? 'article'];
    return compare(sequence, print);
  });
}

/** Chapters of a code start anew in each book, sections in each chapter. */
function groupUnder(headings: readonly Heading[], uppers: readonly Heading[]): readonly (readonly Heading[])[] {
  const upperOf = (heading: Heading): number => uppers.findLastIndex((upper) => upper.block < heading.block);
  return [-1, ...uppers.keys()].map((upper) => headings.filter((heading) => upperOf(heading) === upper));
}

function headingReports(
  document: ReviewedDocument,
  structure: Structure,
  isPrinted: boolean,
): readonly Report<MessageId>[] {
  return structure.parts.flatMap((_, part) => {
    const at = (level: Heading['level']): readonly Heading[] =>
      structure.headings.filter((heading) => heading.part === part && heading.level === level);
    const [books, chapters, sections] = [at(0), at(1), at(2)];
    const check = (group: readonly Heading[], name: string): readonly Report<MessageId>[] =>
      comparePrinted(
        group.map((heading) => labelled(document, heading.block, heading.number)),
        (number) => `第${chinese(number)}${name}`,
        isPrinted,
      );
    return [
      ...check(books, '编'),
      ...groupUnder(chapters, books).flatMap((group) => check(group, '章')),
      ...groupUnder(sections, chapters).flatMap((group) => check(group, '节')),
    ];
  });
}

/** What a label looks like apart from its own number; labels of one shape count together. */
function shapeOf(label: string): string {
  const open = label
    .replace(/[（(]/u, '（')
    .replace(/[）)]/u, '）')
    .replace(/[．、]$/u, '.');
  if (/^[0-9]{1,3}\.[0-9]/u.test(open)) return open.replace(/[0-9]{1,3}\.?$/u, 'n');
  return open
    .replace(/[一二三四五六七八九十百]+/u, '一')
    .replace(/[0-9０-９]+/u, '1')
    .replace(/[①-⑳]/u, '①');
}

/** The label that another number would have in the place of `label`. */
function printLike(label: string, number: number): string {
  if (/^[①-⑳]/u.test(label)) return number <= 20 ? String.fromCharCode(0x245f + number) : String(number);
  if (/[0-9０-９]/u.test(label)) return label.replace(/[0-9０-９]+(?=[^0-9０-９]*$)/u, String(number));
  return label.replace(/[一二三四五六七八九十百]+/u, chinese(number));
}

/** An item with the 款 it stands in: a new 款 lets a row of items start anew. */
interface ListedItem extends Numbered {
  readonly label: string;
  readonly group: number;
}

/**
 * Items that count together. Rows nest in the order in which their shapes appear: 1. 2. start anew under each （一）,
 * and a row may go on after a 款 that interrupts it.
 */
function rowsOf(items: readonly ListedItem[]): readonly (readonly ListedItem[])[] {
  const rows: ListedItem[][] = [];
  const open: { readonly shape: string; readonly row: ListedItem[] }[] = [];
  for (const item of items) {
    const shape = shapeOf(item.label);
    const depth = open.findIndex((entry) => entry.shape === shape);
    const row = open[depth]?.row;
    const last = row?.at(-1);
    if (row && last && (last.group === item.group || item.number === last.number + 1)) {
      row.push(item);
      open.length = depth + 1;
    } else {
      const fresh = [item];
      rows.push(fresh);
      open.length = depth < 0 ? open.length : depth;
      open.push({ shape, row: fresh });
    }
  }
  return rows;
}

const inlineFirst = /[:：]\s?([（(]一[）)]|1[.．、](?![0-9]))/u;

/** The labels （一）（二）… or 1. 2. … that a line holds within itself after a colon; the lines below may go on from them. */
function inlineItems(block: Block, group: number): readonly ListedItem[] {
  const first = inlineFirst.exec(block.text)?.[1];
  if (first === undefined) return [];
  const offset = blockTextStart(block);
  const items: ListedItem[] = [];
  for (let number = 1, from = 0; ; number += 1) {
    const label = printLike(first, number);
    const at = block.text.indexOf(label, from);
    if (at < 0) return items;
    items.push({ number, label, group, start: offset + at, end: offset + at + label.length });
    from = at + label.length;
  }
}

/**
 * The items of each part in order. Where articles are numbered 第X条, each has its own; under 一、 and 1. they may run on
 * through the whole text.
 */
function itemLists(document: ReviewedDocument, structure: Structure): readonly (readonly ListedItem[])[] {
  return structure.parts.flatMap((part) => {
    const lists: ListedItem[][] = [[]];
    let group = 0;
    document.blocks.slice(part.firstBlock, part.endBlock).forEach((block, offset) => {
      if (block.kind === 'article' && part.numbering === 'article') lists.push([]);
      const number = block.kind === 'item' && block.label !== null ? parseLabel(`${block.label} `)?.number : undefined;
      if (number === undefined) group += 1;
      else
        lists
          .at(-1)
          ?.push({ ...labelled(document, part.firstBlock + offset, number), label: block.label ?? '', group });
      lists.at(-1)?.push(...inlineItems(block, group));
    });
    return lists;
  });
}

function itemReports(
  document: ReviewedDocument,
  structure: Structure,
  isPrinted: boolean,
): readonly Report<MessageId>[] {
  return itemLists(document, structure).flatMap((items) =>
    rowsOf(items).flatMap((row) => comparePrinted(row, (number) => printLike(row[0]?.label ?? '', number), isPrinted)),
  );
}

/** L01: 条 run on through the chapters, 章 through the text, 节 through the chapter, 项 through the 条. */
export const l01 = defineCheck<MessageId>({
  meta: {
    id: 'L01',
    title: '条款序号连续',
    appliesTo: ['normative', 'agreement', 'decision'],
    severity: 'major',
    certainty: 'A',
    basis: [],
    messages: {
      skipped: '序号跳号：应为“{expected}”，实为“{found}”。',
      repeated: '序号重复：“{found}”已经用过，应为“{expected}”。',
      backwards: '序号倒退：应为“{expected}”，实为“{found}”。',
    },
    falseAlarms: [
      '节录或修正案只印出部分条文',
      '附件与正文连排而附件标题未单独成行',
      '已公布的法律法规，转录时丢了一个章名或项号的不报',
    ],
  },
  run: (document, { structure, law }) => {
    const isPrinted = isPublished(document, law);
    return [
      ...headingReports(document, structure, isPrinted),
      ...articleReports(document, structure),
      ...itemReports(document, structure, isPrinted),
    ];
  },
});
