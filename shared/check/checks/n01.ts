import type { Span } from '../../document/document.ts';
import { defineCheck, type Report } from '../check.ts';
import type { ReviewedDocument } from '../../document/document.ts';
import type { Structure } from '../../document/structure/structure.ts';

type MessageId = 'coordinating' | 'internal' | 'perhaps';

/** An organ named as the issuer. */
interface Issuer extends Span {
  readonly name: string;
}

const coordinating =
  /(?:领导小组|协调小组|工作小组|专项小组|工作组|指挥部|专班|联席会议|议事协调机构)(?:(?:综合)?办公室|办)?$/u;
/** Bodies that are called 委员会 and are as a rule for coordination; departments called 委员会 are not here. */
const perhaps =
  /(?:安全生产|食品安全|消防安全|道路交通安全|爱国卫生运动|国防动员|防灾减灾救灾|减灾|城乡规划|规划|双拥工作|禁毒|绿化|精神文明建设指导)委员会(?:办公室)?$/u;
const internal =
  /(?:局|委员会|政府|办公室|中心|委)(?!中共)[\p{Script=Han}]{1,10}(?:股|科|科室)$|^[\p{Script=Han}]{2,8}[股科]$|局(?:综合)?办公室$/u;
const isHospital = /(?:医院|卫生院|门诊)[\p{Script=Han}]{0,4}科$/u;

const trimmed = (name: string): string => name.replace(/[（(][^（()）]{0,20}[）)]$/u, '');

/** The organ at the head of a title: what stands before 关于, 转发 and the like. */
function issuerInTitle(title: string): string {
  return /^([^《》]{2,40}?)(?:关于|印发|批转|转发|通告|公告|通知|令)/u.exec(title)?.[1] ?? '';
}

function titleIssuers(document: ReviewedDocument, structure: Structure): readonly Issuer[] {
  return structure.parts.flatMap((part): readonly Issuer[] => {
    if (part.kind === 'annex') return [];
    const first = document.blocks.slice(part.firstBlock, part.endBlock).find((block) => block.kind === 'title');
    const name = issuerInTitle(part.title);
    // A title set in several lines has its organ in the first one.
    if (!first || name === '' || !first.text.startsWith(name)) return [];
    return [{ name, start: first.start, end: first.start + name.length }];
  });
}

/** The printed head of an official paper: ……文件. */
function headIssuers(document: ReviewedDocument): readonly Issuer[] {
  return document.blocks.slice(0, 6).flatMap((block): readonly Issuer[] => {
    const name = /^([\p{Script=Han}]{4,40})文件$/u.exec(block.text.replace(/\s/gu, ''))?.[1];
    return name === undefined ? [] : [{ name, start: block.start, end: block.end }];
  });
}

function closingIssuers(document: ReviewedDocument, structure: Structure): readonly Issuer[] {
  return structure.closings.flatMap(({ organSpan }): readonly Issuer[] => {
    if (!organSpan) return [];
    return document.blocks
      .filter((block) => block.start >= organSpan.start && block.end <= organSpan.end)
      .map((block) => ({ name: block.text.replace(/\s/gu, ''), start: block.start, end: block.end }));
  });
}

function reportOf(issuer: Issuer): readonly Report<MessageId>[] {
  const organ = trimmed(issuer.name);
  const at = { start: issuer.start, end: issuer.end, data: { organ } };
  if (coordinating.test(organ)) return [{ messageId: 'coordinating', ...at }];
  if (internal.test(organ) && !isHospital.test(organ)) return [{ messageId: 'internal', ...at }];
  if (perhaps.test(organ)) return [{ messageId: 'perhaps', certainty: 'B', ...at }];
  return [];
}

/** N01: coordinating, temporary and internal bodies issue no normative document. */
export const n01 = defineCheck<MessageId>({
  meta: {
    id: 'N01',
    title: '制定主体',
    appliesTo: ['normative'],
    severity: 'blocking',
    certainty: 'A',
    basis: [
      { source: '国办发〔2018〕37号', article: '一、（一）', confirmed: false },
      { source: '河南省行政规范性文件管理办法', article: '第七条', confirmed: false },
    ],
    messages: {
      coordinating: '“{organ}”是议事协调机构或者临时机构，不得制发行政规范性文件。',
      internal: '“{organ}”是部门内设机构，不得制发行政规范性文件。',
      perhaps: '“{organ}”可能是议事协调机构，请对照三定规定核对其有无制定主体资格。',
    },
    falseAlarms: ['卫生健康委员会等以“委员会”命名的工作部门', '政府办公室转发领导小组文件的标题'],
  },
  run: (document, { structure }) =>
    [...headIssuers(document), ...titleIssuers(document, structure), ...closingIssuers(document, structure)].flatMap(
      reportOf,
    ),
});
