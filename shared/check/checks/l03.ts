import type { Span } from '../../document/document.ts';
import { draftText } from '../../document/draft-text.ts';
import type { Citation } from '../../document/structure/structure.ts';
import {
  isKnownInstrument,
  lawStatus,
  plainLawName,
  type LawIndex,
  type RepealedInstrument,
} from '../../rules/law-index.ts';
import { formatChineseNumeral } from '../../text/chinese-numeral.ts';
import { chineseDate } from '../../text/date.ts';
import { defineCheck, type Report } from '../check.ts';
import type { Basis } from '../finding.ts';

type MessageId = 'repealed' | 'unconfirmed' | 'undecided' | 'lapsed' | 'lapsedLocal';

const repealingProvision = /^([^0-9（；]{2,40})(（[0-9]{4}）)?([0-9]{1,4})?(（[^（）]{1,12}）)?(?:；.*)?$/u;

/**
 * The provision that repeals an instrument, from the table's short form (民法典1260, 行政复议法(2017)43). The table
 * shortens some names: where the pack does not know one, the replacement is meant.
 */
function basisOf(repealed: RepealedInstrument, law: LawIndex): readonly Basis[] {
  const match = repealingProvision.exec(repealed.basis.replace(/\(/gu, '（').replace(/\)/gu, '）'));
  if (!match?.[1]) return [];
  const isInPack = (name: string): boolean => isKnownInstrument(law, name) || law.repealed.has(name);
  const source = [match[1], repealed.replacement].map(plainLawName).find(isInPack);
  if (source === undefined) return [];
  // The version stays with the number: articles move when a law is revised.
  const article =
    match[3] === undefined ? '' : `第${formatChineseNumeral(Number(match[3]))}条${match[2] ?? match[4] ?? ''}`;
  return [{ source, article, confirmed: repealed.confirmed }];
}

function sinceWhen(ceased: string): string {
  const [year = '', month] = ceased.split('-');
  if (ceased.length === 10) return chineseDate(ceased);
  return month === undefined ? `${year}年` : `${year}年${Number(month)}月`;
}

/** Advice from the replacement of the table: a name, or in brackets why there is none. */
function suggestionFor(replacement: string): string {
  const none = /^（(?:无(?:替代)?；?)?(.*)）$/u.exec(replacement);
  if (none) return `没有直接替代的文件${none[1] ? `（${none[1]}）` : ''}，请重新确定依据。`;
  // [K] marks what the table's maker knew without having checked it.
  return `现为：${replacement.replace(/\[K\]/gu, '，待核')}。请核对相应条款后改引。`;
}

type Judgement = Omit<Report<MessageId>, 'start' | 'end'>;

/** What the list of repeals says of an instrument that is not, or not surely, in force. */
function judgeRepealed(repealed: RepealedInstrument, isLapsed: boolean, law: LawIndex, asOf: string): Judgement | null {
  const { name, ceased, replacement } = repealed;
  if (ceased === null) {
    return {
      messageId: 'undecided',
      data: { name, replacement },
      certainty: 'B',
      basis: [],
      suggestion: `请核实《${name}》在审查当日是否仍然有效。`,
    };
  }
  if (!isLapsed && asOf.slice(0, ceased.length) < ceased) return null;
  return {
    messageId: isLapsed ? 'repealed' : 'unconfirmed',
    data: { name, since: sinceWhen(ceased) },
    ...(isLapsed ? {} : { certainty: 'B' as const }),
    basis: basisOf(repealed, law),
    suggestion: suggestionFor(replacement),
  };
}

function judge(citation: Citation, law: LawIndex, asOf: string): Judgement | null {
  const status = lawStatus(law, citation.plainName, asOf);
  if (status === 'in-force') return null;
  const repealed = law.repealed.get(citation.plainName);
  if (repealed) return judgeRepealed(repealed, status === 'lapsed', law, asOf);
  if (status !== 'lapsed') return null;
  const isLocal = law.statutes.get(citation.plainName)?.some((version) => version.scope !== '全国') ?? false;
  return {
    messageId: isLocal ? 'lapsedLocal' : 'lapsed',
    data: { name: citation.plainName, snapshot: chineseDate(law.snapshot) },
    // A local regulation made anew under its old name may be missing from the snapshot.
    ...(isLocal ? { certainty: 'B' as const } : {}),
    basis: [],
    suggestion: '请查明现行依据后改引。',
  };
}

/** Standards are cited by number and without 《》. */
function standardsIn(text: string, law: LawIndex): readonly (Span & { readonly standard: RepealedInstrument })[] {
  return [...law.repealed.values()]
    .filter(({ kind }) => kind === '标准')
    .flatMap((standard) => {
      const escaped = standard.name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
      const pattern = new RegExp(escaped.replace(/\s/gu, '\\s?').replace(/[—–-]/gu, '[—–-]'), 'gu');
      return [...text.matchAll(pattern)].map((match) => ({
        standard,
        start: match.index,
        end: match.index + match[0].length,
      }));
    });
}

/** L03: an instrument cited in 《》, by its exact name, must be in force on the day; clauses that repeal it are left out. */
export const l03 = defineCheck<MessageId>({
  meta: {
    id: 'L03',
    title: '引用失效法律',
    appliesTo: ['normative', 'agreement', 'decision'],
    severity: 'major',
    certainty: 'A',
    basis: [],
    messages: {
      repealed: '引用的《{name}》自{since}起已经失效。',
      unconfirmed: '引用的《{name}》据记载自{since}起失效，该记载尚未核实，请人工确认。',
      undecided: '无法确认引用的《{name}》是否仍然有效：拟由“{replacement}”取代。',
      lapsed: '引用的《{name}》在法规库（截至{snapshot}）中标明已失效。',
      lapsedLocal: '引用的《{name}》在法规库（截至{snapshot}）中标明已失效；可能另有同名新法规，请人工确认。',
    },
    falseAlarms: [
      '叙述历史（如“依照当时有效的《合同法》订立”）',
      '废止文件的条款写法特殊，未被认出',
      '同名新法在法规库快照之后公布',
    ],
  },
  run: (document, { structure, law, asOf }) => [
    ...structure.citations.flatMap((citation): readonly Report<MessageId>[] => {
      if (citation.isRepealClause) return [];
      const judgement = judge(citation, law, asOf);
      return judgement ? [{ ...judgement, start: citation.start, end: citation.end }] : [];
    }),
    ...standardsIn(draftText(document), law).flatMap(({ standard, start, end }): readonly Report<MessageId>[] => {
      const judgement = judgeRepealed(standard, lawStatus(law, standard.name, asOf) === 'lapsed', law, asOf);
      return judgement ? [{ ...judgement, start, end }] : [];
    }),
  ],
});
