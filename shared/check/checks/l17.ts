import type { Block, ReviewedDocument } from '../../document/document.ts';
import type { Part } from '../../document/structure/structure.ts';
import { defineCheck, type Report } from '../check.ts';

type MessageId = 'unfinished' | 'openList' | 'emptyArticle' | 'emptyHeading';

const ends = /[。！？…）)”」』】〕]$/u;
const opensMore = /[；;：:，,、]$/u;
/** Lines under a text that are no sentences: the list of annexes, contact, copies, printing. */
/** Lines under a text that are no sentences: annexes, remarks, 特此通知, contact, copies, printing, bank account. */
const afterText =
  /^(?:附\s{0,4}[件表录]|附\s{0,2}[:：]|[（(].{0,40}[）)]$|特此.{2,6}$|抄\s?送|主题词|印\s?发|.{2,24}印发$|[^，。；：:]{2,12}[:：][^，。；]{1,40}$)/u;

/** The last block of a part's running text; the list of annexes and what follows it are left out. */
function lastOf(document: ReviewedDocument, part: Part): Block | null {
  const blocks = document.blocks.slice(part.firstBlock, part.endBlock);
  const text = blocks.filter(
    ({ kind }) => kind === 'article' || kind === 'paragraph' || kind === 'item' || kind === 'heading',
  );
  // Under 附件： stand numbered titles, which are items without a full stop.
  const list = text.findLastIndex((block) => block.label === null && afterText.test(block.text));
  const rest = text.slice(list + 1);
  const isList =
    list >= 0 &&
    rest.every(
      ({ label, text: line }) =>
        line.length <= 60 && !ends.test(line) && (label === null || /^[0-9０-９]/u.test(label)),
    );
  let end = isList ? list : text.length;
  while (end > 0 && text[end - 1]?.label === null && afterText.test(text[end - 1]?.text ?? '')) end -= 1;
  return text[end - 1] ?? null;
}

/** The end of a text as a quote: its last clause, or its last twenty characters. */
function tailOf(block: Block): { readonly start: number; readonly end: number } {
  const tail = /[^。；，、：]{1,20}[；;：:，,、]?$/u.exec(block.text)?.[0] ?? block.text;
  return { start: block.end - tail.length, end: block.end };
}

function judge(document: ReviewedDocument, part: Part): readonly Report<MessageId>[] {
  const last = lastOf(document, part);
  if (!last) return [];
  const whole = { start: last.start, end: last.end };
  if (last.kind === 'heading') return [{ messageId: 'emptyHeading', data: { heading: last.label ?? '' }, ...whole }];
  if (last.text === '') return [{ messageId: 'emptyArticle', data: { label: last.label ?? '' }, ...whole }];
  if (ends.test(last.text)) return [];
  // A table or a form may follow what ends in a colon.
  const isFollowed = document.blocks
    .slice(part.firstBlock, part.endBlock)
    .some((block) => block.kind === 'table-row' && block.start > last.start);
  if (isFollowed) return [];
  const tail = tailOf(last);
  const data = { tail: document.text.slice(tail.start, tail.end) };
  return [{ messageId: opensMore.test(last.text) ? 'openList' : 'unfinished', data, ...tail }];
}

/** L17: the notice and the text must come to an end; annexes may be lists and forms. */
export const l17 = defineCheck<MessageId>({
  meta: {
    id: 'L17',
    title: '文末截断',
    appliesTo: ['normative', 'agreement', 'decision'],
    severity: 'major',
    certainty: 'A',
    basis: [],
    messages: {
      unfinished: '文末没有终止标点，末段疑被截断：“{tail}”。',
      openList: '文末以“{tail}”结束，其后应当还有内容，疑被截断。',
      emptyArticle: '末条“{label}”没有内容，疑被截断。',
      emptyHeading: '“{heading}”之下没有条文，疑被截断。',
    },
    falseAlarms: ['以名单、清单作结的通知', '落款写法特殊，被当作正文'],
  },
  run: (document, { structure }) =>
    structure.parts.filter(({ kind }) => kind !== 'annex').flatMap((part) => judge(document, part)),
});
