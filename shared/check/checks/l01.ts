import type { ReviewedDocument } from '../../document/document.ts';
import type { Article, Heading, Item, Structure } from '../../document/structure/structure.ts';
import { formatChineseNumeral } from '../../text/chinese-numeral.ts';
import { defineCheck, type Report } from '../check.ts';

type MessageId = 'skipped' | 'repeated' | 'backwards';

/** One numbered thing: its number, how it is printed, and where its label stands. */
interface Numbered {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

const signs = { article: ['第', '条'], chinese: ['', '、'], decimal: ['', '.'] } as const;

function compare(sequence: readonly Numbered[], print: (number: number) => string): readonly Report<MessageId>[] {
  const reports: Report<MessageId>[] = [];
  let expected = 1;
  for (const current of sequence) {
    const { number, start, end } = current;
    const data = { found: print(number), expected: print(expected) };
    if (number === expected - 1 && expected > 1) reports.push({ messageId: 'repeated', data, start, end });
    else if (number > expected) reports.push({ messageId: 'skipped', data, start, end });
    else if (number < expected) reports.push({ messageId: 'backwards', data, start, end });
    // Counting goes on from what is printed, so that one slip is reported once and not at every label after it.
    expected = number + 1;
  }
  return reports;
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
    const [before, after] = signs[part.numbering ?? 'article'];
    const sequence = structure.articles
      .filter((article) => article.part === index && !isInserted(article))
      .map((article) => labelled(document, article.firstBlock, article.number));
    const print = (number: number): string =>
      before + (part.numbering === 'decimal' ? String(number) : formatChineseNumeral(Math.min(number, 9999))) + after;
    return compare(sequence, print);
  });
}

function headingReports(document: ReviewedDocument, structure: Structure): readonly Report<MessageId>[] {
  const print =
    (name: string) =>
    (number: number): string =>
      `第${formatChineseNumeral(Math.min(number, 9999))}${name}`;
  const inPart = (part: number, level: Heading['level']): readonly Heading[] =>
    structure.headings.filter((heading) => heading.part === part && heading.level === level);
  return structure.parts.flatMap((_, part) => {
    const books = inPart(part, 0);
    const chapters = inPart(part, 1);
    // Chapters of a code start anew in each book, sections in each chapter.
    const under = (heading: Heading, uppers: readonly Heading[]): number =>
      uppers.findLastIndex((upper) => upper.block < heading.block);
    const groups = (headings: readonly Heading[], uppers: readonly Heading[]): readonly (readonly Heading[])[] =>
      [-1, ...uppers.keys()].map((upper) => headings.filter((heading) => under(heading, uppers) === upper));
    const toNumbered = (heading: Heading): Numbered => labelled(document, heading.block, heading.number);
    return [
      ...compare(books.map(toNumbered), print('编')),
      ...groups(chapters, books).flatMap((group) => compare(group.map(toNumbered), print('章'))),
      ...groups(inPart(part, 2), chapters).flatMap((group) => compare(group.map(toNumbered), print('节'))),
    ];
  });
}

/** 项 of one 款, told apart by their kind of label: （一）（二） beside 1. 2. are two sequences. */
function itemReports(document: ReviewedDocument, structure: Structure): readonly Report<MessageId>[] {
  return structure.articles.flatMap((article) =>
    article.paragraphs.flatMap((paragraph) =>
      runsOf(paragraph.items).flatMap((items) =>
        compare(
          items.map((item) => labelled(document, item.block, item.number)),
          (number) =>
            (items[0]?.label ?? '').replace(/[一二三四五六七八九十百0-9０-９①-⑳]+/u, () => printItem(items[0], number)),
        ),
      ),
    ),
  );
}

function printItem(first: Item | undefined, number: number): string {
  return /[0-9]/u.test(first?.label ?? '') ? String(number) : formatChineseNumeral(number);
}

function shapeOf(item: Item): string {
  return item.label
    .replace(/[一二三四五六七八九十百]+/u, '一')
    .replace(/[0-9０-９]+/gu, '1')
    .replace(/[①-⑳]/u, '①');
}

/** 项 that count together: 目 start anew under each 项, and a multilevel label (1.2) counts nowhere here. */
function runsOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const runs: Item[][] = [];
  const open = new Map<string, Item[]>();
  for (const item of items) {
    const shape = shapeOf(item);
    if (/^1\.1/u.test(shape)) continue;
    if (item.level === 5) for (const key of [...open.keys()]) if (key !== shape) open.delete(key);
    const run = open.get(shape);
    if (run) {
      run.push(item);
    } else {
      const fresh = [item];
      runs.push(fresh);
      open.set(shape, fresh);
    }
  }
  return runs;
}

/** L01: 条 run on through the chapters, 章 through the text, 节 through the chapter, 项 through the 款. */
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
    falseAlarms: ['节录或修正案只印出部分条文', '附件与正文连排而附件标题未单独成行'],
  },
  run: (document, { structure }) => [
    ...headingReports(document, structure),
    ...articleReports(document, structure),
    ...itemReports(document, structure),
  ],
});
