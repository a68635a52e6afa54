import { blockTextStart, type ReviewedDocument, type Span } from '../../document/document.ts';
import { parseChineseNumeral } from '../../text/chinese-numeral.ts';
import { clauseEndAfter, clauseStart, sentencesOf, type Sentence } from '../../document/sentences.ts';
import type { Article, Structure } from '../../document/structure/structure.ts';
import { formatYuan } from '../../text/amount.ts';
import type { Mismatch } from './mismatch.ts';
import { agrees, statedAmounts, type StatedAmount } from './stated-amounts.ts';

/** One share of a price that is paid or kept back. */
interface Share extends Span {
  readonly percent: number;
  readonly block: number;
  /** True for 支付至80%: what has been paid by then in all. */
  readonly isCumulative: boolean;
  /** What the share is of: the agreed price, or what is settled in the end; null where it is not said. */
  readonly base: 'agreed' | 'settled' | null;
}

const percentage = /(?<![0-9.])([0-9]{1,3}(?:\.[0-9]{1,2})?)\s?[%％]|百分之([一二三四五六七八九十]{1,3}|百)/gu;
const pays = /支付|付款|付至|付清|拨付|预付|首付|进度款|尾款|余款|剩余|质保金|质量保证金|预留|扣留|留存/u;
const notAShare =
  /违约|逾期|滞纳|利率|利息|税率|税费|罚|折扣|下浮|收益|股权|占比|误差|每年|每月|每季|每期|每日|保险|担保|履约保证金|投标/u;
const isProgress = /^(?:时|后|以上|以下|的?工程量|的?进度|的?形象|的?产值|的?发票|的?增值税)/u;
const progressBefore =
  /(?:完成|达到|进度|工程量|形象|使用率|合格率|满意度|产值|合计|共计|总计|之和)(?:的|至|达|到|不低于|为)?$/u;
const cumulative = /(?:支付|付|拨付|累计|达|拨)(?:款|支付)?(?:比例)?[至到][^，,。；;]{0,24}$|累计[^，,。；;]{0,24}$/u;
const settledBase = /(?:结算|审定|审计|决算|评审)[^，,。；;]{0,10}$/u;
const agreedBase =
  /(?:合同|协议|合作|项目|工程|服务|采购|设备|总|价|费)[^，,。；;]{0,8}(?:价款?|款|费用?|金额|总额|造价)的?$/u;
const alternatives = /方式[一二三]|下列(?:第|方式)|以下(?:第|方式)|任选|选择/u;
const restPaid = /(?:余款|剩余|尾款|其余|余下)[^，,。；;0-9%％]{0,24}(?:付清|支付|结清|返还|无息)/u;
const inStages = /分[^，,。；;]{0,4}(?:期|次|笔|阶段|批)|尾款|余款|质保金|质量保证金|验收/u;

function percentOf(match: RegExpExecArray): number {
  if (match[2] === undefined) return Number(match[1]);
  return match[2] === '百' ? 100 : (parseChineseNumeral(match[2]) ?? Number.NaN);
}

function sharesIn(sentence: Sentence): readonly Share[] {
  const { text } = sentence;
  return [...text.matchAll(percentage)].flatMap((match): readonly Share[] => {
    const from = Math.max(text.lastIndexOf('；', match.index), text.lastIndexOf(';', match.index)) + 1;
    const before = text.slice(from, match.index);
    const after = text.slice(match.index + match[0].length);
    const segment = before + match[0] + (after.split(/[；;]/u)[0] ?? '');
    const clause = text.slice(clauseStart(text, match.index), clauseEndAfter(text, match.index));
    if (!pays.test(segment) || notAShare.test(clause) || isProgress.test(after) || progressBefore.test(before))
      return [];
    const lead = before.slice(-24);
    return [
      {
        percent: percentOf(match),
        block: sentence.block,
        isCumulative: cumulative.test(before),
        base: settledBase.test(lead) ? 'settled' : agreedBase.test(lead) ? 'agreed' : null,
        start: sentence.start + match.index,
        end: sentence.start + match.index + match[0].length,
      },
    ];
  });
}

/** What the shares come to: 支付至 sets what is paid so far, everything else adds to it. */
function sumOf(shares: readonly Share[]): number {
  const sum = shares.reduce((paid, share) => (share.isCumulative ? share.percent : paid + share.percent), 0);
  return Math.round(sum * 100) / 100;
}

/** Where a finding on all shares of an article is shown: the line that introduces them, or their own line. */
function spanOf(document: ReviewedDocument, article: Article, shares: readonly Share[]): Span | null {
  const first = shares[0];
  const last = shares.at(-1);
  if (!first || !last) return null;
  const block = document.blocks[first.block];
  if (!block) return null;
  const text = block.text;
  const offset = blockTextStart(block);
  if (first.block === last.block) {
    return {
      start: offset + clauseStart(text, first.start - offset),
      end: offset + clauseEndAfter(text, last.end - offset),
    };
  }
  const paragraph = article.paragraphs.findLast((each) => each.start <= first.start);
  const intro = paragraph && paragraph.block !== first.block ? document.blocks[paragraph.block] : undefined;
  if (intro) return { start: blockTextStart(intro), end: intro.end };
  return { start: offset, end: block.end };
}

/** Retention money that another article keeps back, in per cent. */
function retainedElsewhere(sentences: readonly Sentence[], article: Article): readonly number[] {
  return sentences
    .filter((sentence) => sentence.start < article.start || sentence.start >= article.end)
    .filter((sentence) => /质保金|质量保证金|保修金/u.test(sentence.text))
    .flatMap((sentence) => [...sentence.text.matchAll(percentage)].map(percentOf));
}

/** The shares of one article that are to make the whole price and do not. */
function articleMismatches(
  document: ReviewedDocument,
  sentences: readonly Sentence[],
  article: Article,
): readonly Mismatch[] {
  const own = sentences.filter((sentence) => article.start <= sentence.start && sentence.end <= article.end);
  const shares = own.flatMap(sharesIn);
  const text = document.text.slice(article.start, article.end);
  if (shares.length < 2 || alternatives.test(text)) return [];
  const bases = new Set(shares.flatMap(({ base }) => (base === null ? [] : [base])));
  if (bases.size > 1) return [];
  const sum = sumOf(shares);
  if (sum === 100 || (sum < 100 && restPaid.test(text))) return [];
  if (sum < 100 && retainedElsewhere(sentences, article).some((rest) => Math.abs(sum + rest - 100) < 0.01)) return [];
  const span = spanOf(document, article, shares);
  if (!span) return [];
  const isSure = sum > 100 || shares.length > 2 || inStages.test(text);
  return [{ kind: 'shares', ...span, stated: '100%', computed: `${sum}%`, isSure }];
}

const priceWord =
  /(?:总价款?|合同价款?|总金额|总额|费用总额|合同金额|协议金额|总费用|总投资|价款总额|总造价|合作费用)[^，,。；;0-9¥￥]{0,14}$/u;
const thatIs = /^[^，,。；;0-9]{0,10}[，,（(]?(?:即|计|共计|合计|金额为?|为)?(?:人民币)?[^，,。；;0-9¥￥]{0,4}$/u;

/** The price that the agreement as a whole names; null where it names none or several. */
function priceOf(
  document: ReviewedDocument,
  structure: Structure,
  sentences: readonly Sentence[],
): StatedAmount | null {
  const prices = sentences.flatMap((sentence) =>
    statedAmounts(document, structure.amounts, sentence).filter(({ start }) => {
      const before = sentence.text.slice(0, start - sentence.start);
      return priceWord.test(before.slice(-30)) && !/[%％]|其中|每|单价/u.test(before.slice(-30));
    }),
  );
  const [first] = prices;
  return first && prices.every((price) => agrees(price, first.values)) ? first : null;
}

/** 合同总价的30%，即90万元 where 30% of the price is something else. */
function amountMismatches(
  document: ReviewedDocument,
  structure: Structure,
  sentences: readonly Sentence[],
): readonly Mismatch[] {
  const price = priceOf(document, structure, sentences);
  if (!price) return [];
  return sentences.flatMap((sentence) => {
    const amounts = statedAmounts(document, structure.amounts, sentence);
    return sharesIn(sentence).flatMap((share): readonly Mismatch[] => {
      if (share.base !== 'agreed' || share.isCumulative) return [];
      const amount = amounts.find(({ start }) => start >= share.end);
      if (!amount || !thatIs.test(document.text.slice(share.end, amount.start))) return [];
      const expected = price.values.map((value) => Math.round((value * share.percent) / 100));
      // A figure rounded to the yuan is no mistake.
      if (amount.values.some((value) => expected.some((each) => Math.abs(each - value) <= 100))) return [];
      const computed = formatYuan(expected[0] ?? 0);
      return [{ kind: 'share', start: amount.start, end: amount.end, stated: amount.text, computed, isSure: true }];
    });
  });
}

/** Shares of a price that do not make it, and amounts that are not the share they are said to be. */
export function shareMismatches(document: ReviewedDocument, structure: Structure): readonly Mismatch[] {
  const sentences = sentencesOf(document);
  return [
    ...structure.articles.flatMap((article) => articleMismatches(document, sentences, article)),
    ...amountMismatches(document, structure, sentences),
  ];
}
