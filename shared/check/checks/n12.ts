import { clauseEndAfter, clauseStart, sentencesOf, type Sentence } from '../../document/sentences.ts';
import { defineCheck, type CheckContext, type Report } from '../check.ts';
import { loweredByCitation } from '../cited-law.ts';

type MessageId = 'barred' | 'final' | 'waived' | 'skipping';

const remedy = '(?:行政)?(?:复议|诉讼|起诉|信访|上访|申诉|控告|检举|仲裁)';
const verbs =
  '(?:再次?|重复|另行|就此|对此|因此|以任何(?:形式|方式|理由))?(?:(?:向|就|对|针对)[^，,。；;]{1,16}?)?(?:申请|提起|提出|进行|要求|继续)?';

/** 不得（再）（申请）复议 and the like; 不得阻挠申诉 has another verb and protects. */
const barred = new RegExp(
  `(?:不得|不准|禁止|无权|不可以?)${verbs}${remedy}(?!人|的[^，,。；;]{0,4}(?:人|群众|单位|公民)|委员会|机关|事项|为名|活动中|期间|费)[^，,。；;]{0,24}`,
  'gu',
);
const skipping = /(?:不得|禁止|严禁)(?:越级|集体)(?:信访|上访|走访)/gu;
const waived = new RegExp(
  `(?:(?<!逾期[^。；;]{0,20})视为[^，,。；;]{0,6}?|应当|须|必须|自愿|承诺|保证)放弃[^，,。；;]{0,8}${remedy}[^，,。；;]{0,8}`,
  'gu',
);
const final =
  /(?:为|是|系|属于?|作为|即为|作出的?)(?:[^，,。；;]{0,8}的)?(?:最终|终局)的?(?:行政)?(?:决定|裁决|裁定|处理决定|处理意见)(?!权|前|之前|日|书|的)/gu;
/** 作出最终决定 alone is a step of procedure; after 不服 or 异议 it closes the way. */
const objected = /不服|异议|争议|复核|申诉|复查/u;
/** 复议期间不得提起诉讼 repeats the Reconsideration Law on a case that is pending. */
const pending = /(?:期限内|期间|已经?受理)/u;

function reportsOf(sentence: Sentence, context: CheckContext): readonly Report<MessageId>[] {
  const { text } = sentence;
  const hits: { readonly messageId: MessageId; readonly start: number; readonly end: number }[] = [];
  const collect = (messageId: MessageId, pattern: RegExp, isMeant: (match: RegExpExecArray) => boolean): void => {
    for (const match of text.matchAll(pattern)) {
      if (isMeant(match)) hits.push({ messageId, start: match.index, end: match.index + match[0].length });
    }
  };
  collect('final', final, (match) => !/作出/u.test(match[0]) || objected.test(text.slice(0, match.index)));
  collect('barred', barred, () => true);
  collect('waived', waived, () => true);
  collect('skipping', skipping, () => true);
  hits.sort((a, b) => a.start - b.start);
  const first = hits[0];
  if (!first) return [];
  const end = clauseEndAfter(text, Math.max(...hits.map((hit) => hit.end)));
  const start = clauseStart(text, first.start);
  const at = { start: sentence.start + start, end: sentence.start + end };
  const messageId = hits.find((hit) => hit.messageId === 'barred')?.messageId ?? first.messageId;
  const isPending = hits.every(
    (hit) =>
      hit.messageId === 'barred' &&
      pending.test(text.slice(0, hit.start)) &&
      /受理|复议/u.test(text.slice(0, hit.start)),
  );
  const cited = loweredByCitation(at, sentence, 'blocking', context);
  if (isPending) {
    const lowered = { severity: 'major', reason: '可能为复述复议与诉讼的衔接规定' } as const;
    return [{ messageId, ...at, certainty: 'B', lowered }];
  }
  const isSure = messageId === 'barred' || messageId === 'final';
  return [
    {
      messageId,
      ...at,
      ...(isSure && !cited ? {} : { certainty: 'B' as const }),
      ...(cited ? { lowered: cited } : {}),
    },
  ];
}

/** N12: a normative document takes no one's right to reconsideration, litigation, petition or appeal. */
export const n12 = defineCheck<MessageId>({
  meta: {
    id: 'N12',
    title: '剥夺救济权利',
    appliesTo: ['normative'],
    severity: 'blocking',
    certainty: 'A',
    basis: [
      { source: '行政诉讼法', article: '第五十三条', confirmed: true },
      { source: '行政复议法', article: '第十一条', confirmed: true },
      { source: '行政复议法', article: '第十三条', confirmed: true },
    ],
    messages: {
      barred: '排除当事人申请复议、提起诉讼或者申诉、信访的权利，行政规范性文件无权作此规定。',
      final: '将行政机关的处理规定为最终决定，排除了法定的复议、诉讼途径。',
      waived: '要求或者推定当事人放弃救济权利，请核对有无法律依据。',
      skipping: '限制信访的方式，请对照《信访工作条例》核对表述。',
    },
    falseAlarms: [
      '复述法律规定由行政机关最终裁决的事项',
      '“不得因申请复议加重处理”“不得阻挠信访”等保护性规定',
      '“作出最终决定”仅指程序步骤',
    ],
  },
  run: (document, context) => sentencesOf(document).flatMap((sentence) => reportsOf(sentence, context)),
});
