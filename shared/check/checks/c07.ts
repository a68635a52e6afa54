import { blockTextStart, type ReviewedDocument } from '../../document/document.ts';
import { clauseEndAfter, clauseStart, sentencesOf, type Sentence } from '../../document/sentences.ts';
import { articleAt } from '../../document/structure/locate.ts';
import type { Structure } from '../../document/structure/structure.ts';
import { defineCheck, type CheckContext, type Report } from '../check.ts';
import { governmentRoles } from '../party-sides.ts';
import { whoActs, type Side } from '../who-acts.ts';

type MessageId = 'government' | 'unclear';

/** Words of guarantee; the act is that of whoever gives it. */
const guarantee =
  /(?<!承|履约|投标|质量|预付款|保修|工期|支付|工资|风险|诉讼|保全|信用|融资)担保(?!公司|机构|金|费|法|中心|业务|条例|制度)|(?:承担|负|提供)[^，,。；;]{0,8}?(?:连带|保证)责任|连带(?:清偿|赔偿|保证|担保)?责任|连带保证|差额补[足偿]|补足差额|(?:差额|不足|缺口)部分[^，,。；;]{0,16}?补[足偿齐]|流动性支持|(?<!民生|救助)兜底(?!条款|保障|性|救助|政策|服务)|(?<!不得|禁止)回购|安慰函|承诺函|(?<!履约|支付)担保函/gu;
/** Words of an assured return: whoever gains is named with them, and the one who assures may be named nowhere. */
const assured =
  /保本|保底|最低收益|固定(?:回报|收益)|(?:收益|回报)率?[^，,。；;]{0,6}?(?:不低于|不少于|最低为|保底)|承诺[^，,。；;]{0,10}?收益率/gu;
const gains = /享有|获得|取得|收取|分得/u;
const promises = /(?:承诺|保证|确保|同意|负责|给予|补足|保障|兑付)/u;

const negated =
  /(?:不得|不应|不会|不再|不能|不为|不对|不向|不就|不提供|不承担|不构成|不作|不设|不存在|不负|不涉及|未提供|未设|未为|未作|没有|无任何|无需|无须|禁止|严禁|均不|概不|亦不|也不|并不|免除|解除)[^，,。；;]{0,24}$/u;
const quality = /质量|产品|瑕疵|售后|保修|工期|按期/u;

/** Spares the many sentences that speak of nothing of the kind. */
const mayMatter = /担保|责任|保证|差额|部分|流动性|兜底|回购|[慰诺]函|保本|保底|收益|回报/u;

/** A guarantee found: where, and whose. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly side: Side;
}

/** What leads up to an item: the 款 that introduces it, or the article's heading. */
function leadOf(document: ReviewedDocument, structure: Structure, sentence: Sentence): string {
  const block = document.blocks[sentence.block];
  if (!block) return '';
  const before = document.text.slice(Math.max(blockTextStart(block), sentence.start - 300), sentence.start);
  const article = articleAt(structure, sentence.start);
  if (!article) return before;
  const paragraph = article.paragraphs.findLast((each) => each.start <= sentence.start);
  const intro = paragraph && paragraph.block !== sentence.block ? (document.blocks[paragraph.block]?.text ?? '') : '';
  const heading = article.firstBlock === sentence.block ? '' : (document.blocks[article.firstBlock]?.text ?? '');
  return (heading === intro ? intro : heading + intro) + before;
}

function foundIn(sentence: Sentence, lead: string, roles: ReadonlySet<string>): readonly Found[] {
  const { text } = sentence;
  const isExcluded = (match: RegExpExecArray): boolean => {
    const from = clauseStart(text, match.index);
    const before = text.slice(from, match.index);
    const word = match[0];
    return negated.test(before) || (/责任/u.test(word) && quality.test(before + word));
  };
  const acts = [...text.matchAll(guarantee)]
    .filter((match) => !isExcluded(match))
    .flatMap((match): readonly Found[] => {
      // 差额部分由甲方补足 names the one who acts inside the words.
      const acting = /^(?:差额|不足|缺口)部分/u.test(match[0]) ? match[0].length : 0;
      const side = whoActs(lead + text, lead.length + match.index + acting, roles);
      if (side === 'other' || (side === 'unknown' && match[0] === '承诺函')) return [];
      return [{ start: match.index, end: match.index + match[0].length, side }];
    });
  const returns = [...text.matchAll(assured)]
    .filter((match) => !isExcluded(match))
    .flatMap((match): readonly Found[] => {
      const at = promises.exec(text.slice(0, match.index + match[0].length));
      const acts = whoActs(lead + text, lead.length + (at?.index ?? match.index), roles);
      // Without a word of promise the party named may be the one who gains.
      if (!at && acts === 'government' && gains.test(text)) return [];
      const side = at || acts === 'government' ? acts : 'unknown';
      return side === 'other' ? [] : [{ start: match.index, end: match.index + match[0].length, side }];
    });
  return [...acts, ...returns];
}

function run(document: ReviewedDocument, { structure }: CheckContext): readonly Report<MessageId>[] {
  const roles = governmentRoles(structure);
  const isCited = (at: number): boolean =>
    structure.citations.some((citation) => citation.start <= at && at < citation.end);
  return sentencesOf(document).flatMap((sentence): readonly Report<MessageId>[] => {
    if (!mayMatter.test(sentence.text)) return [];
    const found = foundIn(sentence, leadOf(document, structure, sentence), roles).filter(
      ({ start }) => !isCited(sentence.start + start),
    );
    if (found.length === 0) return [];
    const start = sentence.start + clauseStart(sentence.text, Math.min(...found.map((each) => each.start)));
    const end = sentence.start + clauseEndAfter(sentence.text, Math.max(...found.map((each) => each.end)));
    const isSure = found.some(({ side }) => side === 'government');
    return [
      { messageId: isSure ? 'government' : 'unclear', start, end, ...(isSure ? {} : { certainty: 'B' as const }) },
    ];
  });
}

/** C07: the government side gives no guarantee, nor what amounts to one. */
export const c07 = defineCheck<MessageId>({
  meta: {
    id: 'C07',
    title: '禁止担保',
    appliesTo: ['agreement'],
    severity: 'blocking',
    certainty: 'A',
    basis: [
      { source: '民法典', article: '第六百八十三条', confirmed: true },
      { source: '最高人民法院关于适用〈民法典〉有关担保制度的解释', article: '第五条', confirmed: true },
      { source: '预算法', article: '第三十五条第四款', confirmed: true },
    ],
    messages: {
      government:
        '政府一方提供担保，或者以差额补足、承诺收益、回购等方式变相担保：机关法人不得为保证人，不得以任何方式为单位和个人的债务提供担保。',
      unclear: '约定了担保或者收益保障，未写明由哪一方承担，请核对是否由政府一方承担。',
    },
    falseAlarms: [
      '相对方提交的履约担保、投标担保、质量保证',
      '“保证按期完成”等一般义务',
      '相对方回购设备、相对方之间承担连带责任',
      '否定担保的条款',
    ],
  },
  run,
});
