import { blockTextStart, type ReviewedDocument } from '../../document/document.ts';
import type { Sentence } from '../../document/sentences.ts';
import type { Paragraph, Structure } from '../../document/structure/structure.ts';
import { formatYuan } from '../../text/amount.ts';
import type { Mismatch } from './mismatch.ts';
import { agrees, statedAmounts, sumsOf, type StatedAmount } from './stated-amounts.ts';

const totalWord = /(?:合计|共计|总计|总额|总金额|总价款?|总费用)(?:金额|款)?(?:人民币)?[为是:：]?\s?[（(]?$/u;
const breakdown = /其中|包括|包含|分别为|由下列|由以下|组成|如下|分[^，,。；;]{0,3}(?:期|次|笔|批|阶段)/u;
/** Words that make an amount a limit, a rate or something besides a part. */
const noPlainSum =
  /不超过|不少于|不低于|不高于|以上|以下|以内|最高|最低|至少|每|单价|扣|预留|增加|减少|结余|原|累计|已(?:支)?付|尚|[0-9]\s?(?:台|套|个|辆|亩|平方米)|\/(?:年|月|台|套)/u;
const tentative = /约|暂|预估|估算|上下|左右/u;
const remainder = /余款|余额|剩余|尾款|其余|余下/u;

function mismatch(kind: Mismatch['kind'], stated: StatedAmount, sum: number, isSure: boolean): Mismatch {
  return { kind, start: stated.start, end: stated.end, stated: stated.text, computed: formatYuan(sum), isSure };
}

/** A、B，合计C and C，其中A、B in one sentence. */
export function sentenceMismatches(
  document: ReviewedDocument,
  structure: Structure,
  sentence: Sentence,
): readonly Mismatch[] {
  const amounts = statedAmounts(document, structure.amounts, sentence);
  const first = amounts[0];
  const last = amounts.at(-1);
  if (!first || !last) return [];
  const product = productMismatch(sentence, amounts);
  if (product) return product;
  if (amounts.length < 3 || noPlainSum.test(sentence.text)) return [];
  const before = (amount: StatedAmount): string => sentence.text.slice(0, amount.start - sentence.start);
  const isFirm = !tentative.test(sentence.text);
  const listed = amounts.slice(1);
  const firstListed = listed[0];
  if (firstListed && breakdown.test(before(firstListed)) && !breakdown.test(before(first))) {
    if (remainder.test(sentence.text)) return [];
    const sums = sumsOf(listed);
    if (agrees(first, sums)) return [];
    // A list after 其中 may leave something out; it cannot exceed the whole.
    return [mismatch('parts', first, sums[0], isFirm && sums[0] > (first.values[0] ?? 0))];
  }
  const parts = amounts.slice(0, -1);
  if (!totalWord.test(before(last))) return [];
  const sums = sumsOf(parts);
  return agrees(last, sums) ? [] : [mismatch('sum', last, sums[0], isFirm)];
}

const unitPrice =
  /单价(?:金额)?(?:为|是)?[:：]?(?:人民币)?$|每(?:台|套|件|个|辆|亩|张|株|棵|吨|盏|人|份|平方米|米)(?:人民币)?$/u;
const counted =
  /([0-9][0-9,]{0,8}(?:\.[0-9]{1,3})?)\s?(?:台|套|件|个|辆|亩|张|株|棵|吨|盏|人|份|座|组|块|平方米|米)(?![0-9])/gu;
const productTotal = /(?:合计|共计|总计|总额|总金额|总价款?|合价|小计|金额)(?:金额)?(?:人民币)?[为是:：]?\s?[（(]?$/u;
const furtherFactor = /每年|每月|年|个月|次|折|下浮|税/u;

/** 单价A元，数量N台，合计C元 in one sentence; null where the sentence is of another kind. */
function productMismatch(sentence: Sentence, amounts: readonly StatedAmount[]): readonly Mismatch[] | null {
  const [price, total, more] = amounts;
  const counts = [...sentence.text.matchAll(counted)].filter(
    (match) =>
      !amounts.some(({ start, end }) => start <= sentence.start + match.index && sentence.start + match.index < end),
  );
  const [count, another] = counts;
  if (!price || !total || more || !count?.[1] || another || furtherFactor.test(sentence.text)) return null;
  const before = (amount: StatedAmount): string => sentence.text.slice(0, amount.start - sentence.start);
  if (!unitPrice.test(before(price)) || !productTotal.test(before(total))) return null;
  const computed = Math.round((price.values[0] ?? 0) * Number(count[1].replace(/,/gu, '')));
  return agrees(total, [computed]) ? [] : [mismatch('product', total, computed, !tentative.test(sentence.text))];
}

/** C，由下列各项组成： followed by items with one amount each. */
export function itemMismatches(
  document: ReviewedDocument,
  structure: Structure,
  paragraph: Paragraph,
): readonly Mismatch[] {
  const block = document.blocks[paragraph.block];
  const items = paragraph.items.filter((item) => item.level === 5);
  if (!block || items.length < 2) return [];
  const intro = { start: blockTextStart(block), end: block.end };
  const [total, more] = statedAmounts(document, structure.amounts, intro);
  if (!total || more || !breakdown.test(block.text) || noPlainSum.test(block.text)) return [];
  const parts: StatedAmount[] = [];
  for (const item of items) {
    const [part, another] = statedAmounts(document, structure.amounts, item);
    const text = document.text.slice(item.start, item.end);
    if (!part || another || noPlainSum.test(text) || remainder.test(text.slice(0, part.start - item.start))) return [];
    parts.push(part);
  }
  const sums = sumsOf(parts);
  if (agrees(total, sums)) return [];
  const isFirm = !tentative.test(document.text.slice(paragraph.start, paragraph.end));
  return [mismatch('parts', total, sums[0], isFirm)];
}
