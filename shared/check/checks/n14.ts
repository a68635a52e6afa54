import { sentencesOf, type Sentence } from '../../document/sentences.ts';
import type { DateMention, Structure } from '../../document/structure/structure.ts';
import { chineseDate } from '../../text/date.ts';
import { defineCheck, type CheckContext, type Report } from '../check.ts';
import { findEffectClauses } from '../effect-clauses.ts';

type MessageId = 'earlier' | 'backdated' | 'reaching-back';

const reachingBack =
  /(?<!可)追溯(?:适用)?(?:至|到|自)(?:[^，,。；;]{0,12}?(?:[0-9]{4}年|本[^，,。；;]{1,8}(?:施行|实施|公布|印发)|施行前|之前|以前))|溯及既往|溯及(?:本[^，,。；;]{1,8})?(?:施行|实施)(?:以前|之前|前)|(?:施行|实施|生效|印发|公布)(?:以|之)?前(?:已经|已)?(?:发生|实施|作出|签订|建成|形成)的?[^，,。；;]{0,16}[，,]?(?:也|均|一律|一并|同样)?(?:应当)?(?:适用|按照?|依照|参照|执行)本/gu;
const denies = /(?:不|不得|无|没有|不具有)(?:[^，,。；;]{0,4})$/u;
const standardFrom = /(?:自|从)([^，,。；;自从]{8,24}?)起(?:执行|施行|实施|计发|发放|补发|征收|收取)/gu;

/** The day the document is dated: the latest date under the notice or the text. */
function dayOf(structure: Structure): DateMention | null {
  const dates = structure.closings.flatMap(({ date }) => (date?.iso ? [date] : []));
  return dates.reduce<DateMention | null>(
    (latest, date) => ((latest?.iso ?? '') < (date.iso ?? '') ? date : latest),
    null,
  );
}

function datedReports(sentence: Sentence, structure: Structure, day: string): readonly Report<MessageId>[] {
  return [...sentence.text.matchAll(standardFrom)].flatMap((match): readonly Report<MessageId>[] => {
    const start = sentence.start + match.index;
    const end = start + match[0].length;
    const date = structure.dates.find((each) => start <= each.start && each.end <= end);
    if (!date?.iso || date.iso >= day) return [];
    return [{ messageId: 'backdated', start, end, certainty: 'B', data: { from: date.text, dated: chineseDate(day) } }];
  });
}

function wordingReports(sentence: Sentence): readonly Report<MessageId>[] {
  return [...sentence.text.matchAll(reachingBack)]
    .filter((match) => !denies.test(sentence.text.slice(Math.max(0, match.index - 10), match.index)))
    .map((match) => ({
      messageId: 'reaching-back',
      start: sentence.start + match.index,
      end: sentence.start + match.index + match[0].length,
      certainty: 'B',
    }));
}

function run(document: Parameters<typeof sentencesOf>[0], { structure }: CheckContext): readonly Report<MessageId>[] {
  const day = dayOf(structure)?.iso ?? null;
  const effects = findEffectClauses(document, structure);
  const early = effects.flatMap(({ start, end, date }): readonly Report<MessageId>[] =>
    day !== null && date?.iso && date.iso < day
      ? [{ messageId: 'earlier', start, end, data: { from: date.text, dated: chineseDate(day) } }]
      : [],
  );
  const isEffect = (report: Report): boolean =>
    effects.some((effect) => effect.start < report.end && report.start < effect.end);
  const others = sentencesOf(document).flatMap((sentence) => [
    ...(day === null ? [] : datedReports(sentence, structure, day)),
    ...wordingReports(sentence),
  ]);
  return [...early, ...others.filter((report) => !isEffect(report))];
}

/** N14: a normative document does not take effect before the day it is dated. */
export const n14 = defineCheck<MessageId>({
  meta: {
    id: 'N14',
    title: '溯及既往',
    appliesTo: ['normative'],
    severity: 'major',
    certainty: 'A',
    basis: [{ source: '立法法', article: '第一百零四条', confirmed: true }],
    messages: {
      earlier:
        '施行日期（{from}）早于成文日期（{dated}），文件不溯及既往；为更好保护权利和利益而作特别规定的，应当写明。',
      backdated: '执行起始日（{from}）早于成文日期（{dated}），请核对是否溯及既往、是否仅对相对人有利。',
      'reaching-back': '条文使本文件适用于施行以前的行为或者事项，请核对是否符合不溯及既往的原则。',
    },
    falseAlarms: ['只对相对人有利的追溯', '过渡条款要求在一定期限内补办手续', '产品质量“追溯体系”等用语'],
  },
  run,
});
