import type { ReviewedDocument, Span } from '../../document/document.ts';
import type { AmountMention, Structure } from '../../document/structure/structure.ts';
import { formatYuan } from '../../text/amount.ts';
import { defineCheck, type Report } from '../check.ts';
import { sentencesOf, type Sentence } from '../../document/sentences.ts';

type MessageId = 'capitals' | 'unit' | 'figures' | 'sum' | 'excess' | 'percent' | 'shares';

const besideCapitals = /^(?:人民币|RMB|大写|小写|金额|即|合?计|为|整|[\s（()）：:，,￥¥]){0,12}$/u;
const saysTheSame = /[（(]|大写|小写|即|^[\s整]*(?:人民币)?[:：]?\s*$/u;
const openBracket = /^[（(](?:即|计|合|合计|共计|折合|人民币|小写[:：]?|大写[:：]?|\s){0,4}$/u;
const about = /约|左右|近|暂/u;

/** Whether two amounts differ by a power of ten and by nothing else: a slip of 元, 万元, 亿元 or of the decimal point. */
function tenfold(a: number, b: number): number | null {
  const [small, large] = a < b ? [a, b] : [b, a];
  if (small === 0) return null;
  for (let factor = 10; factor <= 1e8; factor *= 10) if (small * factor === large) return factor;
  return null;
}

/** One amount printed twice beside each other, in capitals and figures or in two units. */
function besideReports(document: ReviewedDocument, structure: Structure): readonly Report<MessageId>[] {
  return structure.amounts.flatMap((first, index): readonly Report<MessageId>[] => {
    const second = structure.amounts[index + 1];
    if (!second || first.fen === second.fen) return [];
    const between = document.text.slice(first.end, second.start);
    const isMixed = first.form !== second.form;
    const gap = /^(?:人民币|小写)/u.test(second.text) ? `${between}小写` : between;
    const span = { start: first.start, end: second.end };
    const data = {
      first: first.text,
      second: second.text,
      firstValue: formatYuan(first.fen),
      secondValue: formatYuan(second.fen),
    };
    if (isMixed && besideCapitals.test(between) && saysTheSame.test(gap))
      return [{ messageId: 'capitals', data, ...span }];
    if (isMixed || !openBracket.test(between)) return [];
    const around = document.text.slice(Math.max(0, first.start - 3), first.start) + between;
    if (!/^整?[）)]/u.test(document.text.slice(second.end, second.end + 2)) || about.test(around)) return [];
    const factor = tenfold(first.fen, second.fen);
    if (factor !== null) return [{ messageId: 'unit', data: { ...data, factor }, ...span }];
    return [{ messageId: 'figures', data, ...span }];
  });
}

const totalWord = /(?:合计|共计|总计|总额|总金额|总价)(?:金额)?(?:人民币)?[为是:：]?\s?$/u;
/** Words that make an amount a limit, a rate or something besides the sum. */
const noPlainSum =
  /不超过|不少于|不低于|不高于|以上|以下|以内|最高|最低|至少|每|单价|税|扣|预留|暂|约|增加|减少|结余|原|分别|累计/u;
const breakdown = /其中/u;

/** Amounts of one sentence that are said to make a total: A、B，合计C, or C，其中A、B. */
function sumReports(sentence: Sentence, amounts: readonly AmountMention[]): readonly Report<MessageId>[] {
  const inside = amounts.filter(
    ({ start, end, form }) => form === 'figures' && sentence.start <= start && end <= sentence.end,
  );
  if (inside.length < 3 || noPlainSum.test(sentence.text)) return [];
  const add = (parts: readonly AmountMention[]): number => parts.reduce((sum, { fen }) => sum + fen, 0);
  const before = (amount: AmountMention): string => sentence.text.slice(0, amount.start - sentence.start);
  const [first] = inside;
  const last = inside.at(-1);
  if (!first || !last) return [];
  const span: Span = { start: first.start, end: last.end };
  if (breakdown.test(sentence.text)) {
    const parts = inside.slice(1);
    const isBrokenDown = parts[0] !== undefined && breakdown.test(before(parts[0])) && !breakdown.test(before(first));
    if (!isBrokenDown || add(parts) <= first.fen) return [];
    return [{ messageId: 'excess', data: { sum: formatYuan(add(parts)), total: first.text }, ...span }];
  }
  const parts = inside.slice(0, -1);
  if (!totalWord.test(before(last)) || add(parts) === last.fen) return [];
  return [{ messageId: 'sum', data: { sum: formatYuan(add(parts)), total: last.text }, ...span }];
}

interface Percentage extends Span {
  /** In millionths of a per cent, exact. */
  readonly value: number;
  readonly before: string;
}

function percentagesIn(sentence: Sentence): readonly Percentage[] {
  return [...sentence.text.matchAll(/([0-9]{1,3}(?:\.[0-9]{1,4})?)\s?[%％]/gu)].map((match) => ({
    value: Math.round(Number(match[1]) * 1e6),
    before: sentence.text.slice(Math.max(0, match.index - 8), match.index),
    start: sentence.start + match.index,
    end: sentence.start + match.index + match[0].length,
  }));
}

const whole = 100 * 1e6;
const statedWhole = /(?:合计|共计|总计|总和|之和)[^，。；0-9]{0,6}$/u;
const sharing = /承担|分担|负担|出资|持股|占股|分成|分配/u;
const noShare =
  /不超过|不少于|不低于|不高于|以上|以下|以内|最高|最低|至少|超过|每|递增|递减|税|逾期|违约|其中|再|剩余|其余|增长|提高|降低|利率/u;

function percent(value: number): string {
  return `${value / 1e6}%`;
}

/** Percentages that are said to make 100%, or shares of the parties to one thing. */
function percentReports(sentence: Sentence, context: readonly Sentence[]): readonly Report<MessageId>[] {
  const own = percentagesIn(sentence);
  const stated = own.find(({ value, before }) => value === whole && statedWhole.test(before));
  if (stated) {
    const listed = own.filter(({ end }) => end <= stated.start);
    const parts = listed.length >= 2 ? listed : context.flatMap(percentagesIn).filter(({ end }) => end <= stated.start);
    const sum = parts.reduce((total, { value }) => total + value, 0);
    if (parts.length < 2 || sum === whole) return [];
    return [
      { messageId: 'percent', data: { sum: percent(sum) }, start: parts[0]?.start ?? stated.start, end: stated.end },
    ];
  }
  const [first] = own;
  const last = own.at(-1);
  if (!first || !last || own.length < 2 || noShare.test(sentence.text)) return [];
  const tail = sentence.text.slice(last.end - sentence.start, last.end - sentence.start + 12);
  const isRow = own
    .slice(1)
    .every(({ start }, index) =>
      /^[、，,和及与以\s]{1,3}$/u.test(
        sentence.text.slice((own[index]?.end ?? 0) - sentence.start, start - sentence.start),
      ),
    );
  const isShared =
    own.every(({ before }) => sharing.test(before)) || (isRow && /^的比例/u.test(tail) && sharing.test(tail));
  const sum = own.reduce((total, { value }) => total + value, 0);
  if (!isShared || sum === whole) return [];
  return [{ messageId: 'shares', data: { sum: percent(sum) }, certainty: 'B', start: first.start, end: last.end }];
}

/** The sentences of the 款, with its 项, in which a sentence stands. */
function paragraphOf(structure: Structure, sentences: readonly Sentence[], sentence: Sentence): readonly Sentence[] {
  const paragraph = structure.articles
    .flatMap(({ paragraphs }) => paragraphs)
    .find(({ start, end }) => start <= sentence.start && sentence.end <= end);
  if (!paragraph) return [];
  return sentences.filter(({ start, end }) => paragraph.start <= start && end <= paragraph.end);
}

/** L07: one amount printed twice must be the same twice, and parts must make the total that stands beside them. */
export const l07 = defineCheck<MessageId>({
  meta: {
    id: 'L07',
    title: '金额数字一致',
    appliesTo: ['normative', 'agreement', 'decision'],
    severity: 'major',
    certainty: 'A',
    basis: [],
    messages: {
      capitals: '大小写金额不一致：“{first}”为{firstValue}，“{second}”为{secondValue}。',
      unit: '同一金额的两种写法相差{factor}倍，疑为单位或小数点有误：“{first}”为{firstValue}，“{second}”为{secondValue}。',
      figures: '同一金额的两种写法不一致：“{first}”为{firstValue}，“{second}”为{secondValue}。',
      sum: '分项之和为{sum}，与所写合计“{total}”不符。',
      excess: '“其中”各项之和为{sum}，超过总额“{total}”。',
      percent: '各项比例之和为{sum}，与所写100%不符。',
      shares: '各方分担（分配）比例之和为{sum}，不足或超过100%，请核对。',
    },
    falseAlarms: ['括号内是另一笔金额（如上年数、含税数）', '比例分属两件事', '合计另含未列出的项目'],
  },
  run: (document, { structure, type }) => {
    const sentences = sentencesOf(document);
    // In an agreement totals, products and shares of payment are C13's.
    const amounts = type === 'agreement' ? [] : structure.amounts;
    return [
      ...besideReports(document, structure),
      ...sentences.flatMap((sentence) => [
        ...sumReports(sentence, amounts),
        ...(/[%％]/u.test(sentence.text) ? percentReports(sentence, paragraphOf(structure, sentences, sentence)) : []),
      ]),
    ];
  },
});
