import { blockTextStart, type ReviewedDocument, type Span } from '../document/document.ts';
import { sentencesOf, type Sentence } from '../document/sentences.ts';
import type { DateMention, Structure } from '../document/structure/structure.ts';
import { parseChineseNumeral } from '../text/chinese-numeral.ts';

/** The clause by which a document says when it takes effect. */
export interface EffectClause extends Span {
  readonly text: string;
  /** The day named; null where it is another event (自印发之日起). */
  readonly date: DateMention | null;
}

const effect =
  /(?:(本[^，,。；;：]{1,16}?)?[，,]?)(?:自|从|于|(?<=本[^，,。；;：]{1,10})(?=[0-9二]{4}))([^，,。；;：自从于]{1,36}?)(?:起|之日|日)[^，,。；;：]{0,14}?(?:施行|执行|实施|生效|试行|实行)/gu;
/** What other things take effect at a day: decisions, contracts, permits. */
const another = /(?:决定|决议|合同|协议|许可证?|证书|处罚|裁决|登记|授权|任命|标准|价格|税率)[^，。；：]{0,6}$/u;

/** Blocks in which a document may speak of its own effect without naming itself: its last articles, what follows, and the notice. */
function isNearEnd(structure: Structure, block: number): boolean {
  if (structure.parts.some((part) => part.kind === 'notice' && block < part.endBlock)) return true;
  const main = structure.parts.findIndex((part) => part.kind === 'body');
  const articles = structure.articles.filter((article) => article.part === main);
  const third = articles.at(-3) ?? articles[0];
  return third === undefined || block >= third.firstBlock;
}

/** The clauses by which a normative document or its issuing notice says when it takes effect, in order. */
export function findEffectClauses(document: ReviewedDocument, structure: Structure): readonly EffectClause[] {
  return sentencesOf(document).flatMap((sentence) => {
    const part = structure.parts.find((each) => each.start <= sentence.start && sentence.start < each.end);
    if (part?.kind === 'annex') return [];
    return [...sentence.text.matchAll(effect)].flatMap((match): readonly EffectClause[] => {
      const before = sentence.text.slice(0, match.index);
      const isOwn = match[1] !== undefined || /本[^，。；：]{1,8}(?:[，；,;]|由|的)/u.test(before);
      if (!isOwn && (another.test(before) || !isNearEnd(structure, sentence.block))) return [];
      const start = sentence.start + match.index;
      const end = start + match[0].length;
      const date = structure.dates.find((each) => start <= each.start && each.end <= end) ?? null;
      return [{ start, end, text: match[0], date }];
    });
  });
}

/** How long a document says it is valid. */
export interface Validity extends Span {
  /** Whole years; null where an end date is named instead. */
  readonly years: number | null;
  /** YYYY-MM-DD of the last day; null where years are named instead. */
  readonly until: string | null;
}

const term =
  /(?:有效期|试行期|施行期)限?(?:为|是|：|:)?(?:[^，。；0-9一二三四五六七八九十两]{0,6})([0-9０-９一二三四五六七八九十两]{1,3})\s?年/gu;
const untilDate =
  /有效期[^。；]{0,30}?(?:至|到)|(?:施行|执行|试行)(?:至|到)|[，,起]至(?=[^，。；]{8,14}(?:止|废止|失效))/gu;

/** The statements by which a document limits its own validity; those on permits and certificates are left out. */
export function findValidities(document: ReviewedDocument, structure: Structure): readonly Validity[] {
  const effects = findEffectClauses(document, structure);
  const isOwn = (sentence: Sentence): boolean =>
    effects.some((each) => sentence.start <= each.start && each.end <= sentence.end) ||
    /(?:^|[，；,;])(?:本[^，。；：证]{1,10}|有效期|试行期)/u.test(sentence.text) ||
    effects.some((each) => blockAt(document, each.start) === sentence.block);
  return sentencesOf(document)
    .filter((sentence) => isNearEnd(structure, sentence.block) && isOwn(sentence))
    .flatMap((sentence) => [...termsIn(sentence), ...endsIn(sentence, structure)])
    .filter((validity) => !/证|许可|资格|合同|协议/u.test(clauseBefore(document, validity.start)));
}

function blockAt(document: ReviewedDocument, offset: number): number {
  return document.blocks.findIndex((block) => block.start <= offset && offset < block.end);
}

function clauseBefore(document: ReviewedDocument, offset: number): string {
  const block = document.blocks[blockAt(document, offset)];
  if (!block) return '';
  return document.text.slice(Math.max(blockTextStart(block), offset - 8), offset);
}

function termsIn(sentence: Sentence): readonly Validity[] {
  return [...sentence.text.matchAll(term)].flatMap((match): readonly Validity[] => {
    const years = parseChineseNumeral(match[1] ?? '');
    const start = sentence.start + match.index;
    return years === null ? [] : [{ start, end: start + match[0].length, years, until: null }];
  });
}

function endsIn(sentence: Sentence, structure: Structure): readonly Validity[] {
  return [...sentence.text.matchAll(untilDate)].flatMap((match): readonly Validity[] => {
    const start = sentence.start + match.index;
    const end = start + match[0].length;
    const date = structure.dates.find((each) => each.start >= end && each.start <= end + 2);
    return date?.iso ? [{ start, end: date.end, years: null, until: date.iso }] : [];
  });
}
