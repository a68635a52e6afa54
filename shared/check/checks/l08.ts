import type { ReviewedDocument } from '../../document/document.ts';
import { draftText } from '../../document/draft-text.ts';
import { sentencesOf, type Sentence } from '../../document/sentences.ts';
import type { DateMention, Structure } from '../../document/structure/structure.ts';
import { numeralClass, parseChineseNumeral } from '../../text/chinese-numeral.ts';
import { chineseDate, findPartialDates, isoDateOf, weekdayName, weekdayOf } from '../../text/date.ts';
import { defineCheck, type CheckContext, type Report } from '../check.ts';
import { findEffectClauses } from '../effect-clauses.ts';

type MessageId = 'impossible' | 'weekday' | 'reversed' | 'duration' | 'conflict' | 'beforeSigning';

function impossibleReports(document: ReviewedDocument, structure: Structure): readonly Report<MessageId>[] {
  const whole = structure.dates.filter(({ iso }) => iso === null);
  const partial = findPartialDates(draftText(document)).filter(({ isPossible }) => !isPossible);
  return [...whole, ...partial].map(({ start, end, text }) => ({
    messageId: 'impossible',
    data: { date: text },
    start,
    end,
  }));
}

function weekdayReports(structure: Structure): readonly Report<MessageId>[] {
  return structure.dates.flatMap(({ iso, statedWeekday, start, end }): readonly Report<MessageId>[] => {
    if (iso === null || statedWeekday === null || weekdayOf(iso) === statedWeekday) return [];
    const data = { date: chineseDate(iso), actual: weekdayName(weekdayOf(iso)), stated: weekdayName(statedWeekday) };
    return [{ messageId: 'weekday', data, start, end }];
  });
}

/** What stands between the two days of a period: 起至, 起施行，有效期至, a dash. */
const until =
  /^\s?(?:[（(][^（()）\n]{0,12}[）)])?\s?(?:起|开始)?(?:施行|执行|实施|生效|试行|计算)?[，,]?(?:有效期|试行期|期限)?\s?(?:至|到|—{1,2}|－|-|–|~|～)\s?$/u;

/** A period: two days with 至 between them. */
interface Period {
  readonly from: DateMention;
  readonly end: number;
  /** YYYY-MM-DD */
  readonly fromIso: string;
  readonly toIso: string;
}

/** The periods of a text; an end without a year is in the year of its beginning. */
function findPeriods(document: ReviewedDocument, structure: Structure): readonly Period[] {
  const partial = findPartialDates(draftText(document));
  return structure.dates.flatMap((from, index): readonly Period[] => {
    if (from.iso === null) return [];
    const isJoined = (start: number): boolean =>
      start >= from.end && start - from.end <= 30 && until.test(document.text.slice(from.end, start));
    const next = structure.dates[index + 1];
    if (next?.iso && isJoined(next.start)) return [{ from, end: next.end, fromIso: from.iso, toIso: next.iso }];
    const short = partial.find(({ start, day, year }) => year === null && day !== null && isJoined(start));
    const toIso = short ? isoDateOf(from.year, short.month, short.day ?? 0) : null;
    return short && toIso !== null ? [{ from, end: short.end, fromIso: from.iso, toIso }] : [];
  });
}

function reversedReports(periods: readonly Period[]): readonly Report<MessageId>[] {
  return periods
    .filter(({ fromIso, toIso }) => toIso < fromIso)
    .map(({ from, end, fromIso, toIso }) => ({
      messageId: 'reversed',
      data: { from: chineseDate(fromIso), to: chineseDate(toIso) },
      start: from.start,
      end,
    }));
}

const term = new RegExp(
  `(?:期限|有效期|合同期|协议期|租期|租赁期|服务期|合作期|经营期|任期|试行期)限?[为是共计：:]{0,2}\\s?([${numeralClass}]{1,4})\\s?(年|个月)`,
  'gu',
);

/** The last day of so many months from a day, counted both with and without the first day. */
function lastDays(fromIso: string, months: number): readonly string[] {
  const [year = 0, month = 1, day = 1] = fromIso.split('-').map(Number);
  const total = year * 12 + month - 1 + months;
  const lastOfMonth = new Date(Date.UTC(Math.floor(total / 12), (total % 12) + 1, 0)).getUTCDate();
  const same = new Date(Date.UTC(Math.floor(total / 12), total % 12, Math.min(day, lastOfMonth)));
  const before = new Date(same.getTime() - 86_400_000);
  return [same, before].map((date) => date.toISOString().slice(0, 10));
}

/** A stated length against the one period of the same sentence. */
function durationReports(sentence: Sentence, periods: readonly Period[]): readonly Report<MessageId>[] {
  const terms = [...sentence.text.matchAll(term)];
  const inside = periods.filter(({ from, end }) => sentence.start <= from.start && end <= sentence.end);
  const [stated] = terms;
  const [period] = inside;
  if (!stated || !period || terms.length > 1 || inside.length > 1 || period.toIso < period.fromIso) return [];
  const count = parseChineseNumeral(stated[1] ?? '');
  if (count === null) return [];
  const days = lastDays(period.fromIso, stated[2] === '年' ? count * 12 : count);
  if (days.includes(period.toIso)) return [];
  const start = sentence.start + stated.index;
  return [
    {
      messageId: 'duration',
      certainty: 'B',
      data: {
        term: stated[0],
        from: chineseDate(period.fromIso),
        to: chineseDate(period.toIso),
        last: chineseDate(days[1] ?? ''),
      },
      start: Math.min(start, period.from.start),
      end: Math.max(start + stated[0].length, period.end),
    },
  ];
}

/** The notice and the text it issues must name the same day of effect. */
function conflictReports(document: ReviewedDocument, structure: Structure): readonly Report<MessageId>[] {
  const dated = findEffectClauses(document, structure).flatMap(({ start, end, date }) =>
    date?.iso ? [{ start, end, iso: date.iso }] : [],
  );
  const notice = structure.parts.find((part) => part.kind === 'notice');
  const inNotice = notice ? dated.filter(({ start }) => start < notice.end) : [];
  const inText = dated.filter(({ start }) => !notice || start >= notice.end);
  const [first] = inNotice;
  const [second] = inText;
  if (!first || !second || inNotice.length > 1 || inText.length > 1 || first.iso === second.iso) return [];
  const data = { notice: chineseDate(first.iso), text: chineseDate(second.iso) };
  return [{ messageId: 'conflict', data, start: second.start, end: second.end }];
}

const takesEffect = /^起?(?:生效|施行|实施|执行)/u;

/** An agreement that takes effect before it is signed; normative documents are left to N14. */
function signingReports(document: ReviewedDocument, { structure, type }: CheckContext): readonly Report<MessageId>[] {
  const signed = structure.closings.findLast(({ date }) => date?.iso)?.date;
  if (type !== 'agreement' || !signed?.iso) return [];
  const day = signed.iso;
  return structure.dates
    .filter(({ iso, end }) => iso !== null && iso < day && takesEffect.test(document.text.slice(end, end + 4)))
    .map(({ text, start, end }) => ({
      messageId: 'beforeSigning',
      certainty: 'B',
      data: { date: text, signed: chineseDate(day) },
      start,
      end,
    }));
}

/** L08: dates that the calendar does not have, or that contradict each other. */
export const l08 = defineCheck<MessageId>({
  meta: {
    id: 'L08',
    title: '日期',
    appliesTo: ['normative', 'agreement', 'decision'],
    severity: 'major',
    certainty: 'A',
    basis: [],
    messages: {
      impossible: '日历上没有“{date}”这一天（月）。',
      weekday: '{date}是{actual}，不是{stated}。',
      reversed: '期间的截止日（{to}）早于起始日（{from}）。',
      duration: '所写期限“{term}”与起止日（{from}至{to}）不符，按起始日推算应至{last}。',
      conflict: '正文的施行日期（{text}）与印发通知所写（{notice}）不一致。',
      beforeSigning: '生效日期（{date}）早于签订日期（{signed}），请核对是否倒签、补签。',
    },
    falseAlarms: ['农历日期', '跨年期间的截止日省略年份', '补签协议对既往事项的约定'],
  },
  run: (document, context) => {
    const { structure } = context;
    const periods = findPeriods(document, structure);
    return [
      ...impossibleReports(document, structure),
      ...weekdayReports(structure),
      ...reversedReports(periods),
      ...sentencesOf(document).flatMap((sentence) => durationReports(sentence, periods)),
      ...conflictReports(document, structure),
      ...signingReports(document, context),
    ];
  },
});
