import { lawStatus, maxArticle, type LawIndex } from '../../rules/law-index.ts';
import { formatChineseNumeral } from '../../text/chinese-numeral.ts';
import { defineCheck, type Report } from '../check.ts';

type MessageId = 'beyond' | 'moved';

const chinese = (number: number): string => (number > 9999 ? String(number) : formatChineseNumeral(number));

/** Whether another version of the same name, older or not yet in force, has an article. */
function isInOtherVersion(law: LawIndex, name: string, article: number): boolean {
  return (law.statutes.get(name) ?? []).some((version) => version.maxArticle !== null && version.maxArticle >= article);
}

/** L04: an article cited of a law must not lie beyond the last article of the text in force on the day. */
export const l04 = defineCheck<MessageId>({
  meta: {
    id: 'L04',
    title: '引用条号越界',
    appliesTo: ['normative', 'agreement', 'decision'],
    severity: 'major',
    certainty: 'A',
    basis: [],
    messages: {
      beyond: '引用的《{name}》第{article}条不存在：现行文本共{last}条。',
      moved: '引用的《{name}》第{article}条超出现行文本（共{last}条），但同名的其他版本有此条，请核对所引版本。',
    },
    falseAlarms: ['法律在法规库快照之后修订、条文增加', '引用的是同名的另一文件'],
  },
  run: (_document, { structure, law, asOf }) =>
    structure.citations.flatMap((citation): readonly Report<MessageId>[] => {
      const name = citation.plainName;
      const last = maxArticle(law, name, asOf);
      if (citation.isRepealClause || last === null) return [];
      // Of an instrument that is no statute, or not surely in force, the number of articles is no fact to report.
      const isSure = law.statutes.has(name) && lawStatus(law, name, asOf) === 'in-force';
      return citation.articles
        .filter(({ article }) => article > last)
        .map(({ article, start, end }, index): Report<MessageId> => {
          const isMoved = isInOtherVersion(law, name, article);
          return {
            messageId: isMoved ? 'moved' : 'beyond',
            data: { name, article: chinese(article), last },
            ...(isMoved || !isSure ? { certainty: 'B' as const } : {}),
            start: index === 0 && citation.articles[0]?.start === start ? citation.start : start,
            end,
          };
        });
    }),
});
