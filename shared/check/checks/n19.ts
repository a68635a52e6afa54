import type { ReviewedDocument, Span } from '../../document/document.ts';
import { sentencesOf } from '../../document/sentences.ts';
import type { Structure } from '../../document/structure/structure.ts';
import type { Basis } from '../finding.ts';
import { defineCheck, type CheckContext, type Report } from '../check.ts';
import { findEffectClauses, findValidities, type Validity } from '../effect-clauses.ts';
import { isEnactment } from '../enactment.ts';

type MessageId = 'no-effect' | 'no-validity' | 'too-long' | 'trial-too-long';

/** Years that a document may be valid at most; both wait to be checked against the provincial measures. */
const longest = { ordinary: 5, trial: 2 } as const;
const provincial: readonly Basis[] = [{ source: '河南省行政规范性文件管理办法', article: '', confirmed: false }];
/** A notice to the public without articles says 自5月1日起 and then what applies. */
const startsOn = /(?:自|从)[^，。；：]{2,24}?(?:起|至)/u;

/** Where a finding on the document as a whole is shown: at its title, else at its very beginning. */
function titleSpan(document: ReviewedDocument, structure: Structure): Span {
  const main = structure.parts.find((part) => part.kind === 'body');
  const titles = document.blocks
    .slice(main?.firstBlock ?? 0, main?.endBlock ?? 0)
    .filter((block) => block.kind === 'title');
  const start = titles[0]?.start ?? main?.start ?? 0;
  return { start, end: titles.at(-1)?.end ?? start };
}

function addYears(iso: string, years: number): string {
  return `${Number(iso.slice(0, 4)) + years}${iso.slice(4)}`;
}

/** Whether a validity ends later than so many years after its beginning; false where the beginning is not known. */
function exceeds(validity: Validity, from: string | null, years: number): boolean {
  if (validity.years !== null) return validity.years > years;
  return validity.until !== null && from !== null && validity.until > addYears(from, years);
}

function validityReports(document: ReviewedDocument, context: CheckContext): readonly Report<MessageId>[] {
  const { structure } = context;
  const whole = titleSpan(document, structure);
  const validities = findValidities(document, structure);
  const weakened = { certainty: 'B', basis: provincial } as const;
  if (validities.length === 0) {
    const lowered = { severity: 'minor', reason: '有效期要求待核226号令' } as const;
    return [{ messageId: 'no-validity', ...whole, ...weakened, lowered }];
  }
  const isTrial = /试行|暂行/u.test(structure.parts.find((part) => part.kind === 'body')?.title ?? '');
  const years = isTrial ? longest.trial : longest.ordinary;
  const from = findEffectClauses(document, structure).find((effect) => effect.date?.iso)?.date?.iso ?? null;
  return validities
    .filter((validity) => exceeds(validity, from, years))
    .map(({ start, end }) => ({
      messageId: isTrial ? 'trial-too-long' : 'too-long',
      start,
      end,
      ...weakened,
      data: { years },
    }));
}

function effectReports(document: ReviewedDocument, { structure }: CheckContext): readonly Report<MessageId>[] {
  if (findEffectClauses(document, structure).length > 0) return [];
  const hasArticles = structure.articles.length > 0;
  if (!hasArticles && sentencesOf(document).some((sentence) => startsOn.test(sentence.text))) return [];
  return [
    { messageId: 'no-effect', ...titleSpan(document, structure), ...(hasArticles ? {} : { certainty: 'B' as const }) },
  ];
}

/** N19: a normative document says from when and how long it applies. */
export const n19 = defineCheck<MessageId>({
  meta: {
    id: 'N19',
    title: '施行日期与有效期',
    appliesTo: ['normative'],
    severity: 'major',
    certainty: 'A',
    basis: [{ source: '规章制定程序条例', article: '第三十二条', confirmed: true }],
    messages: {
      'no-effect': '未规定施行日期：全文没有“自……起施行（执行）”的条款。',
      'no-validity': '未规定有效期（年限待核226号令）。',
      'too-long': '有效期超过{years}年（年限待核226号令）。',
      'trial-too-long': '名称标明试行或者暂行，有效期超过{years}年（年限待核226号令）。',
    },
    falseAlarms: ['施行日期、有效期写在印发通知里而通知另成一份文件', '内部工作规则等依惯例不定有效期的文件'],
  },
  run: (document, context) => [
    ...effectReports(document, context),
    ...(isEnactment(document, context.structure, context.law) ? [] : validityReports(document, context)),
  ],
});
