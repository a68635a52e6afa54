import { clauseEndAfter, clauseStart, sentencesOf, type Sentence } from '../../document/sentences.ts';
import { addresseeOf } from '../addressee.ts';
import { defineCheck, type CheckContext, type Report } from '../check.ts';
import { loweredByCitation } from '../cited-law.ts';

type MessageId = 'penalty';

/** 处……罚款, but not 管理处、处理. */
const fine = /(?<![办管事监稽工之到好坏各本理察查程])处(?![理置分于罚])以?[^，,。；;]{0,30}?罚款/gu;
const fineOfAmount = /罚款[^，,。；;的]{0,6}?[0-9０-９一二三四五六七八九十百千万]{1,10}[^，,。；;]{0,4}元/gu;
const confiscation =
  /(?:没收|罚没)[^，,。；;]{0,14}?(?:所得|财物|工具|物品|产品|商品|设备|车辆|摊位|用具|器具|保证金|押金)/gu;
const closure =
  /责令[^，,。；;]{0,12}?(?:停产停业|停业整顿|停产整顿|停业整治|停产整治|停业|停产|关闭|停止(?:经营|营业|生产))/gu;
const revocation = /(?:吊销|暂扣)[^，,。；;]{0,24}?(?:证照?件?|执照|许可|资格|资质|证书)/gu;
const demotion = /降低[^，,。；;]{0,8}资质等级|限制开展生产经营活动|限制从业|行政拘留/gu;
/** 警告 and 通报批评 bind the public only where the sentence says so: inside the administration they are no penalty. */
const reprimand = /(?:给予|予以|处以?)[^，,。；;]{0,8}?(?:警告|通报批评)/gu;

const patterns = [fine, fineOfAmount, confiscation, closure, revocation, demotion, reprimand] as const;

/** The penalty is referred to and not made here. */
const restated =
  /依法|依规|(?:法律|法规|规章|国家)[^，,。；;]{0,12}(?:规定|另有)|(?:依照|按照|根据)[^，,。；;]{0,40}?(?:《|法律|法规|有关规定|法》)/u;
/** 受到罚款处罚的, 罚款决定, 罚款收入: a penalty as an event, its procedure or its money. */
const beforePenalty =
  /(?:被|受到|受过|曾|因|不予|免予|不再|不得|不|撤销|作出|做出|决定|实施|拟|对|除)(?:依法|处以?|给予|予以)?$/u;
const afterPenalty =
  /^(?:的?(?:行政)?处罚(?!款)|的?决定|等(?:行政)?处罚|的?(?:收入|票据|收据|程序|幅度|标准|数额|种类|权限)|之日|后|之前|前)/u;
const elsewhere = /不服|上缴|缴入|国库|财政专户/u;
const discipline = /处分|公务员|工作人员|直接负责|责任人员|党纪|政纪|领导/u;

function isPenalty(pattern: RegExp, text: string, start: number, end: number): boolean {
  const from = clauseStart(text, start);
  const clause = text.slice(from, clauseEndAfter(text, end));
  if (restated.test(text.slice(from, end)) || elsewhere.test(clause)) return false;
  if (beforePenalty.test(text.slice(Math.max(0, start - 8), start)) || afterPenalty.test(text.slice(end, end + 8))) {
    return false;
  }
  if (pattern !== reprimand) return true;
  return (
    !discipline.test(clause) && !discipline.test(text.slice(0, end)) && addresseeOf(text.slice(0, start)) === 'public'
  );
}

function reportOf(sentence: Sentence, context: CheckContext): readonly Report<MessageId>[] {
  const { text } = sentence;
  const found = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .map((match) => ({ start: match.index, end: match.index + match[0].length }))
      .filter(({ start, end }) => isPenalty(pattern, text, start, end)),
  );
  if (found.length === 0) return [];
  const first = Math.min(...found.map(({ start }) => start));
  const last = Math.max(...found.map(({ end }) => end));
  const start = sentence.start + clauseStart(text, first);
  const end = sentence.start + clauseEndAfter(text, last);
  const lowered = loweredByCitation({ start, end }, sentence, 'blocking', context);
  return [{ messageId: 'penalty', start, end, ...(lowered ? { lowered } : {}) }];
}

/** N04: a normative document sets no administrative penalty. */
export const n04 = defineCheck<MessageId>({
  meta: {
    id: 'N04',
    title: '设定行政处罚',
    appliesTo: ['normative'],
    severity: 'blocking',
    certainty: 'B',
    basis: [{ source: '行政处罚法', article: '第十六条', confirmed: true }],
    messages: {
      penalty: '疑似设定行政处罚：行政规范性文件不得设定行政处罚，请核对有无上位法依据。',
    },
    falseAlarms: [
      '“依法给予处罚”等只作指引的表述',
      '对公务员的警告、记过等处分',
      '复述法律、法规已经设定的处罚，或者在其幅度内细化裁量基准',
    ],
  },
  run: (document, context) => sentencesOf(document).flatMap((sentence) => reportOf(sentence, context)),
});
