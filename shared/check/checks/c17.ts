import { blockTextStart, type ReviewedDocument } from '../../document/document.ts';
import { clauseEndAfter, clauseStart, sentencesOf, type Sentence } from '../../document/sentences.ts';
import { articleAt } from '../../document/structure/locate.ts';
import type { Structure } from '../../document/structure/structure.ts';
import { defineCheck, type CheckContext, type Report } from '../check.ts';
import type { Basis } from '../finding.ts';
import { governmentRoles } from '../party-sides.ts';

type MessageId = 'either' | 'unchosen' | 'no-institution' | 'several' | 'vague' | 'administrative';

const administrative: Basis = { source: '法释〔2019〕17号', article: '第二十六条', confirmed: true };
/** The Arbitration Law as revised in 2025 applies from this day. */
const revisedFrom = '2026-03-01';

/** What an arbitration agreement must hold, in the version of the law that applies on a day. */
function arbitrationBasis(asOf: string): readonly Basis[] {
  return asOf >= revisedFrom
    ? [{ source: '仲裁法', article: '第二十七条', confirmed: false }]
    : [
        { source: '仲裁法', article: '第十六条', confirmed: true },
        { source: '仲裁法', article: '第十八条', confirmed: true },
      ];
}

/** Words that submit a dispute to arbitration; a mere mention (仲裁费用, 涉及诉讼或仲裁) is none. */
const submits =
  /(?:提交|提请|申请|提起|交由|交|向|由|通过|以|采[取用])[^，,。；;]{0,36}?仲裁(?!费|员|期间|庭|条款|协议|程序)|仲裁(?:方式|途径)?(?:解决|裁决|处理)|解决(?:方式|途径|办法)?[为是：:，,]{0,2}[^，,。；;]{0,6}仲裁/u;
const dispute = /争议|纠纷|异议|争端|协商不成|协商不一致|分歧/u;
const otherArbitration =
  /劳动(?:争议|人事)?(?:争议)?仲裁|劳动人事争议仲裁|人事争议仲裁|农村土地承包(?:经营)?(?:纠纷)?仲裁/gu;
const denied = /(?:不|未|不得|不再|排除)(?:约定|采用|适用|提交|申请|选择|通过)?[^，,。；;]{0,4}仲裁/u;
const court = /起诉|诉讼|法院/u;
const alternative = /或者?|也可以?|亦可|既可|任选|均可|选择|有权选择/u;
const numbered = /第\s?[（(]?\s?([一二三四五六七八九1-9])\s?[）)]?\s?(?:种|项)/u;
const choosing = /(?:下列|以下)[^。；;]{0,20}?(?:种|项)?(?:方式|途径|办法)/u;

/** 南阳仲裁委员会, 中国国际经济贸易仲裁委员会, 北京国际仲裁中心; not 所在地仲裁委员会 or 有管辖权的仲裁委员会. */
const institution = /[\p{Script=Han}]{2,16}?(?:仲裁委员会|仲裁院|国际仲裁中心|仲裁中心|仲裁委)/gu;
const generic =
  /所在地|当地|有管辖权|管辖|相关|有关|相应|具有|合法|任何|双方|一方|甲方|乙方|住所地|项目地|同意的|指定的|以上/u;
const leadIn = /^(?:.*(?:提交|提请|提起|交由|申请|向|由|至|到|或者?|和|及|可以?))/u;

/** Institutions that a text names, without what leads up to the name. */
function institutionsIn(text: string): readonly string[] {
  const names = [...text.matchAll(institution)]
    .map((match) => match[0].replace(leadIn, ''))
    .filter((name) => !generic.test(name) && !/^(?:仲裁委员会|仲裁委|仲裁院|仲裁中心)$/u.test(name) && name.length > 4);
  return [...new Set(names)];
}

/** The passage that settles disputes: the sentence with arbitration, or the 款 with its items where it offers choices. */
interface Passage {
  readonly sentence: Sentence;
  readonly text: string;
  readonly lead: string;
}

function passageOf(document: ReviewedDocument, structure: Structure, sentence: Sentence): Passage {
  const article = articleAt(structure, sentence.start);
  const paragraph = article?.paragraphs.findLast((each) => each.start <= sentence.start && sentence.start < each.end);
  const block = paragraph ? document.blocks[paragraph.block] : undefined;
  if (!article || !paragraph || !block) return { sentence, text: sentence.text, lead: '' };
  const whole = document.text.slice(blockTextStart(block), paragraph.end);
  const heading = article.firstBlock === paragraph.block ? '' : (document.blocks[article.firstBlock]?.text ?? '');
  return { sentence, text: whole, lead: heading + block.text };
}

/** Which of the offered ways is chosen: its number, null where the blank is not filled, undefined where none are offered. */
function choiceIn(lead: string): string | null | undefined {
  const offer = choosing.exec(lead);
  if (!offer) return undefined;
  return numbered.exec(offer[0])?.[1] ?? numbered.exec(lead.slice(offer.index))?.[1] ?? null;
}

const numerals = '一二三四五六七八九';

/** The number of the item in which a sentence stands, as 一 to 九; empty outside items. */
function itemOf(document: ReviewedDocument, sentence: Sentence): string {
  const label = document.blocks[sentence.block]?.label ?? '';
  const number = /[一二三四五六七八九1-9]/u.exec(label)?.[0] ?? '';
  return /[1-9]/u.test(number) ? numerals.charAt(Number(number) - 1) : number;
}

function toNumeral(choice: string): string {
  return /[1-9]/u.test(choice) ? numerals.charAt(Number(choice) - 1) : choice;
}

/** What is wrong with a clause that submits disputes to arbitration. */
function defectOf(passage: Passage): MessageId | null {
  const { sentence, text, lead } = passage;
  const choice = choiceIn(lead);
  if (choice === null && court.test(text)) return 'unchosen';
  const isChosen = choice !== undefined && choice !== null;
  if (!isChosen && court.test(sentence.text) && isEither(sentence.text)) return 'either';
  const names = institutionsIn(sentence.text);
  if (names.length > 1 && /或/u.test(sentence.text)) return 'several';
  if (names.length > 0) return null;
  return /(?:所在地|当地|住所地|项目地)[^，,。；;]{0,6}仲裁/u.test(sentence.text) ? 'vague' : 'no-institution';
}

/** Whether one sentence leaves both ways open; 不服仲裁裁决的，向法院申请撤销 and 法院执行 do not. */
function isEither(text: string): boolean {
  const arbitration = text.indexOf('仲裁');
  const trial = text.search(court);
  const between = text.slice(Math.min(arbitration, trial), Math.max(arbitration, trial));
  return (
    alternative.test(between.replace(/[省市区县]或[^，,。；;]{0,6}(?=仲裁)/u, '')) &&
    !/裁决|执行|撤销|保全/u.test(between)
  );
}

function run(document: ReviewedDocument, { structure, asOf }: CheckContext): readonly Report<MessageId>[] {
  const hasGovernment = governmentRoles(structure).size > 0;
  const arbitration = arbitrationBasis(asOf);
  let isMentioned = false;
  return sentencesOf(document).flatMap((sentence): readonly Report<MessageId>[] => {
    const text = sentence.text.replace(otherArbitration, (name) => '　'.repeat(name.length));
    const submission = submits.exec(text);
    if (!submission || denied.test(text)) return [];
    const passage = passageOf(document, structure, { ...sentence, text });
    if (!dispute.test(passage.text) && !dispute.test(passage.lead)) return [];
    const choice = choiceIn(passage.lead);
    const item = itemOf(document, sentence);
    // The way that was not chosen is void and harms nobody.
    if (typeof choice === 'string' && item !== '' && toNumeral(choice) !== item) return [];
    const at = submission.index + submission[0].lastIndexOf('仲裁');
    const defect = defectOf(passage);
    const trial = text.search(court);
    const isBoth = defect === 'either' && trial >= 0;
    const from = isBoth ? Math.min(at, trial) : at;
    const to = isBoth ? Math.max(at + 2, trial) : at + 2;
    const span = {
      start: sentence.start + clauseStart(text, from),
      end: sentence.start + clauseEndAfter(text, to),
    };
    const reports: Report<MessageId>[] = [];
    if (defect !== null) {
      const isOpen = defect === 'vague' || defect === 'unchosen';
      reports.push({
        messageId: defect,
        ...span,
        basis: hasGovernment ? [administrative, ...arbitration] : arbitration,
        ...(isOpen ? { certainty: 'B' as const } : {}),
      });
    }
    if (hasGovernment && !isMentioned) {
      isMentioned = true;
      reports.push({ messageId: 'administrative', ...span, certainty: 'B', basis: [administrative] });
    }
    return reports;
  });
}

/** C17: disputes are settled by a clause that can hold: court or arbitration, and arbitration by a named body. */
export const c17 = defineCheck<MessageId>({
  meta: {
    id: 'C17',
    title: '争议解决',
    appliesTo: ['agreement'],
    severity: 'blocking',
    certainty: 'A',
    basis: [administrative, ...arbitrationBasis(revisedFrom), ...arbitrationBasis('')],
    messages: {
      either: '既约定仲裁又约定诉讼（或裁或审），仲裁约定不能据以确定，请只保留一种方式。',
      unchosen: '列出仲裁、诉讼等方式供选择而没有选定，请选定一种。',
      'no-institution': '约定仲裁而没有写明选定的仲裁委员会，仲裁约定不能据以确定。',
      several: '约定了两个以上仲裁机构，没有选定其中之一。',
      vague: '仲裁机构只写“所在地”等，请核对是否能够确定唯一的仲裁机构，最好写明全称。',
      administrative: '政府一方签订的协议约定仲裁：若属行政协议，仲裁条款无效，请先确认协议性质。',
    },
    falseAlarms: ['劳动争议仲裁等法定仲裁', '“涉及诉讼、仲裁的情况”等陈述', '已从所列方式中选定一种'],
  },
  run,
});
