import { parseChineseNumeral } from '../text/chinese-numeral.ts';
import type { LabelKind } from '../text/label.ts';
import type { LabelledLine } from './labelled-line.ts';

/** How a part numbers its articles. */
export type Numbering = 'article' | 'chinese' | 'decimal';

/** A run of lines that numbers its articles for itself. */
export interface LinePart {
  readonly kind: 'notice' | 'body' | 'annex';
  /** Index range of lines, end exclusive. */
  readonly first: number;
  readonly end: number;
  /** Index range of the title's lines; empty range where the part has none. */
  readonly titleFirst: number;
  readonly titleEnd: number;
  readonly numbering: Numbering | null;
  readonly annexNumber: number | null;
}

const annexHead = /^附\s{0,4}(?:[件表录]|(?=[:：]))\s{0,4}([0-9０-９一二三四五六七八九十]{0,3})\s{0,4}[:：]?$/u;
const endsSentence = /[。；;，,、：:？！]$/u;
const genre =
  /(?:规则|办法|规定|细则|方案|意见|规程|规范|标准|制度|条例|措施|决定|通知|通告|公告|协议|协议书|合同|合同书|备忘录|章程|指南|计划|规划|预案|机制|清单|说明|决议|法|书)(?:[（(][^（()）]{1,20}[）)]){0,2}$/u;
const documentNumber = /[〔[（(﹝][12][0-9]{3}[〕\]）)﹞]\s?第?\s?[0-9]{1,5}\s?号/u;
const marks = /^(?:.{0,30}文件|秘密|机密|绝密|特急|加急|急件|送审稿|征求意见稿|草案|【.*】)$/u;
const partyLine = /^(?:[甲乙丙丁戊]\s{0,4}方|签订|合同编号|协议编号|编\s{0,2}号)/u;
const dateLine = /^[（(]?(?:[0-9]{4}|[一二三四五六七八九〇○零]{4})\s?年/u;
const issuing = /印发|转发|公布|发布/u;
const addressee = /[:：]$/u;

/** Whether a line could be (a line of) a title: short, no sentence, no number, date, mark or party. */
function isTitleLike(line: LabelledLine): boolean {
  const { text } = line;
  return (
    line.source.part === 'body' &&
    line.label === null &&
    /\p{Script=Han}/u.test(text) &&
    text.length > 1 &&
    text.length <= 60 &&
    !endsSentence.test(text) &&
    !documentNumber.test(text) &&
    !marks.test(text) &&
    !partyLine.test(text) &&
    !dateLine.test(text)
  );
}

const isTitleStyle = (line: LabelledLine): boolean => /^(?:title|标题|文档标题)$/u.test(line.source.style ?? '');
const isCentred = (line: LabelledLine): boolean => line.source.alignment === 'center';
const opensBracket = /^[（(]/u;

/**
 * The title's lines at the head of a range: a styled title, else the first line that reads like one, with the centred
 * lines, the bracketed line or the line that completes it.
 */
function findTitle(lines: readonly LabelledLine[], first: number, end: number): readonly [number, number] {
  const head: number[] = [];
  for (let index = first; index < Math.min(end, first + 16); index += 1) {
    const line = lines[index];
    if (!line) break;
    if (line.label !== null && line.source.part === 'body') break;
    if (line.source.part !== 'body') continue;
    if (addressee.test(line.text) || (line.text.endsWith('。') && line.text.length > 20)) break;
    head.push(index);
  }
  const candidates = head.filter((index) => {
    const line = lines[index];
    return line !== undefined && isTitleLike(line);
  });
  const at = (index: number | undefined): LabelledLine | undefined => (index === undefined ? undefined : lines[index]);
  const start =
    candidates.find((index) => isTitleStyle(lines[index] as LabelledLine)) ??
    candidates.find((index) => genre.test(lines[index]?.text ?? '')) ??
    candidates.find((index) => isCentred(lines[index] as LabelledLine)) ??
    candidates[0];
  if (start === undefined) return [first, first];
  let from = start;
  // A long title is set in several lines: the lines before that lead up to it (关于印发…… / ……的通知).
  for (let before = at(from - 1); from - 1 >= first && before && candidates.includes(from - 1); before = at(from - 1)) {
    const isSameKind = isTitleStyle(before) === isTitleStyle(lines[start] as LabelledLine) && isCentred(before);
    // Without styles or alignment, 关于…… is a title that its next line ends.
    const isOpen = /关于/u.test(before.text) && !/关于/u.test(lines[start]?.text ?? '');
    if (!(isSameKind || isOpen) || genre.test(before.text)) break;
    from -= 1;
  }
  let to = start + 1;
  for (let next = at(to); to < end && next && candidates.includes(to); next = at(to)) {
    const continues =
      opensBracket.test(next.text) ||
      (isTitleStyle(next) && isTitleStyle(lines[start] as LabelledLine)) ||
      (!genre.test(lines[to - 1]?.text ?? '') && (isCentred(next) || genre.test(next.text)));
    if (!continues) break;
    to += 1;
  }
  return [from, to];
}

/** Which kind of label numbers the articles of a range. */
function findNumbering(lines: readonly LabelledLine[]): Numbering | null {
  const count = (kind: LabelKind): number =>
    lines.filter((line) => line.label?.kind === kind && line.source.part === 'body').length;
  if (count('article') > 0) return 'article';
  if (count('chinese') > 0) return 'chinese';
  return count('decimal') > 1 ? 'decimal' : null;
}

function isAnnexHead(lines: readonly LabelledLine[], index: number): number | null {
  const line = lines[index];
  if (!line || line.source.part !== 'body' || line.label !== null) return null;
  const match = annexHead.exec(line.text);
  if (!match) return null;
  // 「附件：」 followed by 「1.……」 is the list of annexes under the text, not an annex.
  if (/[:：]$/u.test(line.text) && lines[index + 1]?.label?.kind === 'decimal') return null;
  return match[1] ? (parseChineseNumeral(match[1]) ?? 1) : 1;
}

/** Where the text attached to an issuing notice begins; null where the document is no such notice. */
function findAttachedText(lines: readonly LabelledLine[], end: number): number | null {
  let isIssued = false;
  for (let index = 0; index < Math.min(end, 60); index += 1) {
    const line = lines[index];
    if (!line || line.source.part !== 'body') continue;
    if (isIssued && isTitleLike(line) && genre.test(line.text)) return index;
    if (!isIssued && line.label === null && issuing.test(line.text) && /[。.]$/u.test(line.text)) isIssued = true;
    if (line.label?.kind === 'article' || line.label?.kind === 'chapter') return null;
  }
  return null;
}

/** Splits a document's lines into the issuing notice, the text and the annexes. */
export function findParts(lines: readonly LabelledLine[]): readonly LinePart[] {
  const annexes: { at: number; number: number }[] = [];
  lines.forEach((_, index) => {
    const number = isAnnexHead(lines, index);
    // 附件 at the very top is how an attached text is headed when the notice comes as another file: that is the text.
    if (number !== null && lines.slice(0, index).some((line) => line.text.length > 20 || line.label !== null))
      annexes.push({ at: index, number });
  });
  const firstAnnex = annexes[0]?.at ?? lines.length;
  const attached = findAttachedText(lines, firstAnnex);
  const part = (kind: LinePart['kind'], first: number, end: number, annexNumber: number | null): LinePart => {
    const [titleFirst, titleEnd] = findTitle(lines, kind === 'annex' ? first + 1 : first, end);
    return { kind, first, end, titleFirst, titleEnd, numbering: findNumbering(lines.slice(first, end)), annexNumber };
  };
  const parts: LinePart[] = [];
  if (attached !== null) parts.push(part('notice', 0, attached, null));
  parts.push(part('body', attached ?? 0, firstAnnex, null));
  annexes.forEach((annex, index) => {
    parts.push(part('annex', annex.at, annexes[index + 1]?.at ?? lines.length, annex.number));
  });
  return withAnnexedText(lines, parts);
}

/** An issuing notice without articles whose first annex has them: that annex is the text under review. */
function withAnnexedText(lines: readonly LabelledLine[], parts: readonly LinePart[]): readonly LinePart[] {
  const [notice, text, ...rest] = parts;
  if (notice?.kind !== 'body' || text?.kind !== 'annex') return parts;
  const isIssuing = lines
    .slice(notice.first, notice.end)
    .some((line) => line.label === null && /印发/u.test(line.text));
  if (!isIssuing || notice.numbering !== null || text.numbering !== 'article') return parts;
  return [{ ...notice, kind: 'notice' }, { ...text, kind: 'body', annexNumber: null }, ...rest];
}
