import type { LawIndex } from '../rules/law-index.ts';
import type { RulePack } from '../rules/rule-pack.ts';
import { chineseDate } from '../text/date.ts';
import { basisText, judgedBasis } from './basis-text.ts';
import type { OpinionBlock, OpinionDocument } from './opinion.ts';
import type { ReviewRecord } from './record.ts';
import { titleLines } from './title-lines.ts';
import { fillPlaces, type Wording } from './wording.ts';

/** All an opinion is written from. */
export interface OpinionInput {
  readonly record: ReviewRecord;
  readonly wording: Wording;
  readonly packs: readonly RulePack[];
  readonly law: LawIndex;
  /** The checklist items of the type, in order. */
  readonly items: readonly RulePack['items'][number][];
  /** For every issue, where its quote stands, e.g. 第五条第二款 or 首部. */
  readonly places: readonly string[];
  /** YYYY-MM-DD: the date of the opinion. */
  readonly date: string;
}

const columns = [
  { title: '序号', width: 2 },
  { title: '条款', width: 3 },
  { title: '原文', width: 6 },
  { title: '问题', width: 5 },
  { title: '依据', width: 5 },
  { title: '修改建议', width: 5 },
  { title: '性质', width: 2 },
] as const;

/** The name of a file without the folders of the submission. */
const baseName = (name: string): string => name.split(/[\\/]/u).at(-1) ?? name;

const heading = (text: string): OpinionBlock => ({ kind: 'heading', level: 1, text });
const paragraph = (text: string): OpinionBlock => ({ kind: 'paragraph', text });

/** Writes the formal opinion from the record of a review. Says nothing that the record does not hold. */
export function composeOpinion(input: OpinionInput): OpinionDocument {
  const { record, wording, date } = input;
  const type = wording.types[record.type];
  const given = record.decisions.opinion;
  const organ = given.organ ?? wording.organ;
  const title = fillPlaces(type.title, { title: record.draft.title });
  return {
    title,
    author: organ,
    subject: `${type.term}，审查记录见附件`,
    date,
    blocks: [
      { kind: 'title', lines: titleLines(title) },
      { kind: 'number', text: given.number ?? fillPlaces(wording.number, { year: date.slice(0, 4) }) },
      { kind: 'addressee', text: `${given.addressee ?? wording.addressee}：` },
      ...submission(input),
      ...grounds(input),
      ...scope(input),
      heading('四、结论'),
      paragraph(conclusionSentence(input)),
      heading('五、具体意见'),
      ...issues(input),
      heading('六、说明'),
      ...wording.declarations.map((text, index) => paragraph(`${index + 1}.${text}`)),
      { kind: 'signature', organ, date: chineseDate(date) },
    ],
  };
}

function conclusionSentence({ record, wording }: OpinionInput): string {
  const conclusion = wording.types[record.type].conclusions[record.decisions.conclusion];
  if (!conclusion) throw new Error(`no words for ${record.decisions.conclusion} of ${record.type}`);
  return conclusion.sentence;
}

function submission({ record, wording }: OpinionInput): readonly OpinionBlock[] {
  const given = record.decisions.opinion;
  const from = given.submittedBy ?? '起草单位';
  const number = given.submissionNumber === undefined ? '' : `（${given.submissionNumber}）`;
  const received = given.receivedOn === undefined ? '' : `于${chineseDate(given.receivedOn)}`;
  const term = wording.types[record.type];
  return [
    heading('一、送审情况'),
    paragraph(
      `${from}${number}送请${term.verb}的《${record.draft.title}》${received}收悉。送审稿文件名为“${baseName(record.draft.name)}”，共${record.draft.articles}条。`,
    ),
    paragraph(`送审稿文件的SHA-256值为：${record.draft.sha256}。本意见仅针对该文件。`),
  ];
}

function grounds({ record, packs }: OpinionInput): readonly OpinionBlock[] {
  return [
    heading('二、审查依据'),
    paragraph(
      '本次审查以国家法律、行政法规、地方性法规、规章和上级行政规范性文件为依据，所据条文在各条意见中逐一列明。',
    ),
    ...packs.map((pack) =>
      paragraph(
        pack.status === 'in-force'
          ? `审查清单依《${pack.citeAs}》（${pack.edition}）编制，规则包版本${pack.version}。`
          : `审查清单参照《${pack.citeAs}》编制，规则包版本${pack.version}。${pack.notice ?? ''}`,
      ),
    ),
    paragraph(
      `法规数据版本为${record.lawPack.version}，核对基准日为${chineseDate(record.asOf)}。标“待核”的依据尚未与公布文本核对。`,
    ),
  ];
}

function scope({ record, items, wording }: OpinionInput): readonly OpinionBlock[] {
  const { answers, materials } = record.decisions;
  const count = (verdict: (typeof answers)[number]['verdict']): number =>
    answers.filter((answer) => answer.verdict === verdict).length;
  const failed = items.filter((item) =>
    answers.some((answer) => answer.item === item.id && answer.verdict === 'fails'),
  );
  const present = materials.filter((material) => material.state === 'present').map((material) => material.role);
  const missing = materials.filter((material) => material.state === 'missing').map((material) => material.role);
  return [
    heading('三、审查范围和方式'),
    paragraph('本次审查采用书面审查方式，对制定（签订）主体、权限、程序、内容和形式进行审查。'),
    ...(present.length + missing.length === 0
      ? []
      : [
          paragraph(
            `收到的材料：${present.join('、') || '无'}。${missing.length === 0 ? '' : `缺少的材料：${missing.join('、')}。`}`,
          ),
        ]),
    ...(answers.length === 0
      ? []
      : [
          paragraph(
            `审查清单共${items.length}项，逐项审查结果为：${wording.verdicts.meets}${count('meets')}项，${wording.verdicts.fails}${count('fails')}项，${wording.verdicts['not-applicable']}${count('not-applicable')}项，${wording.verdicts['to-supplement']}${count('to-supplement')}项。`,
          ),
        ]),
    ...(failed.length === 0
      ? []
      : [paragraph('不符合的项目：'), ...failed.map((item, index) => paragraph(`${index + 1}.${item.question}`))]),
  ];
}

function issues({ record, law, places }: OpinionInput): readonly OpinionBlock[] {
  const list = record.decisions.issues;
  if (list.length === 0) return [paragraph('无。')];
  return [
    {
      kind: 'table',
      columns,
      rows: list.map((issue, index) => [
        String(index + 1),
        places[index] ?? '',
        issue.quote,
        issue.problem,
        issue.basis.map((basis) => basisText(judgedBasis(law, basis, record.asOf))).join('；'),
        issue.suggestion === '' ? '—' : issue.suggestion,
        issue.must ? '必改' : '建议',
      ]),
    },
  ];
}
