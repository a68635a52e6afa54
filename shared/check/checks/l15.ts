import { blockTextStart, type Block, type ReviewedDocument } from '../../document/document.ts';
import { articleAt, pathAt } from '../../document/structure/locate.ts';
import type { Structure } from '../../document/structure/structure.ts';
import { defineCheck, type Report } from '../check.ts';

type MessageId = 'blank' | 'placeholder' | 'draftMark' | 'trackedChange' | 'comment' | 'hiddenText' | 'duplicate';

const running: readonly Block['kind'][] = ['article', 'paragraph', 'item', 'heading', 'footnote', 'text-box'];

/** The blocks of the running text. Annexes and tables are forms, and what a signature leaves open is filled by hand. */
function runningBlocks(document: ReviewedDocument, structure: Structure): readonly Block[] {
  return document.blocks.filter((block, index) => {
    const part = structure.parts.find(({ firstBlock, endBlock }) => firstBlock <= index && index < endBlock);
    return running.includes(block.kind) && part?.kind !== 'annex';
  });
}

const patterns: readonly { readonly messageId: MessageId; readonly pattern: RegExp }[] = [
  {
    messageId: 'blank',
    pattern: /[_＿]{2,}|[【[〔]\s{0,20}[】\]〕]|（[\s\u3000]{1,20}）|[.．]{6,}(?=[\p{Script=Han}，。])/gu,
  },
  {
    messageId: 'blank',
    // 2026年  月  日; 年月日 without a space is a word.
    pattern:
      /[0-9]{4}年\s{0,8}月\s{0,8}[0-9]{0,2}\s{0,8}日|年\s{1,8}月\s{0,8}[0-9]{0,2}\s{0,8}日|年\s{0,8}[0-9]{0,2}月\s{1,8}日/gu,
  },
  {
    messageId: 'placeholder',
    // ×× and XX stand for a name or number to come; a single × multiplies, a single X names an article in a template.
    pattern:
      /[×✕╳]{2,}|(?<![A-Za-z])[XxＸｘ]{2,}(?![A-Za-z0-9])|(?<![A-Za-z0-9.×\s])[×XＸ]\s?(?=[年月日市区县乡镇元]|号(?![房楼]))|〔[×XxＸ]{1,4}〕/gu,
  },
  {
    messageId: 'placeholder',
    pattern:
      /[（(【[](?:此处|这里)?[^（()）【】[\]\n]{0,12}(?:待定|待补充|待补|待填|待填写|待核实|待明确|待商|另行补充|请填写|请补充)[^（()）【】[\]\n]{0,8}[）)】\]]/gu,
  },
  {
    messageId: 'draftMark',
    pattern:
      /[（(](?:公开|内部|修订|修正|最终|第[一二三四五]次){0,2}(?:送审稿|征求意见稿|讨论稿|修改稿|修订稿|审议稿|草案|初稿|代拟稿)(?:修改稿|[一二三1-9])?[）)]/gu,
  },
];

/** A draft of another document keeps its mark where it is cited; only our own title must lose it. */
function isOfOther(document: ReviewedDocument, block: Block, mark: RegExpMatchArray): boolean {
  const at = mark.index ?? 0;
  const open = block.text.lastIndexOf('《', at);
  if (open <= block.text.lastIndexOf('》', at)) return false;
  const plain = (text: string): string => text.replace(/[（(][^（()）]{0,20}[）)]|\s/gu, '');
  return !plain(document.title).includes(plain(block.text.slice(open + 1, at)));
}

/** The number of a document that is still to be given is left open in every draft. */
const documentNumber = /^.{0,16}〔[^〕]{0,6}〕\s{0,8}第?[\s_×XxＸ]{0,6}号?$/u;

function residueReports(document: ReviewedDocument, structure: Structure): readonly Report<MessageId>[] {
  return runningBlocks(document, structure).flatMap((block) => {
    if (documentNumber.test(block.text)) return [];
    return patterns.flatMap(({ messageId, pattern }) =>
      [...block.text.matchAll(pattern)]
        .filter((match) => messageId !== 'draftMark' || !isOfOther(document, block, match))
        // One blank stands for all of its paragraph: templates have dozens.
        .slice(0, messageId === 'blank' ? 1 : undefined)
        .map((match): Report<MessageId> => {
          const start = blockTextStart(block) + match.index;
          return { messageId, data: { found: match[0].trim() }, start, end: start + match[0].length };
        }),
    );
  });
}

const xrayMessages: Readonly<Record<string, MessageId>> = {
  'tracked-change': 'trackedChange',
  comment: 'comment',
  'hidden-text': 'hiddenText',
};

/** Revisions, comments and hidden text that are left in the file: one report a block and kind. */
function xrayReports(document: ReviewedDocument): readonly Report<MessageId>[] {
  const seen = new Set<string>();
  return document.xray.flatMap(({ kind, detail, block: id }): readonly Report<MessageId>[] => {
    const messageId = xrayMessages[kind];
    const key = `${kind} ${id ?? ''}`;
    if (messageId === undefined || seen.has(key)) return [];
    seen.add(key);
    const block = document.blocks.find((candidate) => candidate.id === id);
    return [{ messageId, data: { detail }, start: block?.start ?? 0, end: block?.end ?? 0 }];
  });
}

const repeatable: readonly Block['kind'][] = ['article', 'paragraph', 'item'];
/** Shorter lines repeat for good reason: 依法承担相应责任。 */
const shortestRepeat = 20;

/**
 * How a text stands to the same text before it. Whole articles, neighbours and paragraphs outside articles do not repeat
 * for good reason; 款 of two articles may, and 项 often do (the same condition, the same offence).
 */
function repeatOf(
  block: Block,
  before: Block,
  structure: Structure,
): Pick<Report<MessageId>, 'certainty' | 'lowered'> | null {
  const article = articleAt(structure, block.start);
  const isClose =
    before.end + 1 === block.start || (article !== null && article === articleAt(structure, before.start));
  if (isClose || block.kind === 'article' || article === null) return {};
  if (block.kind === 'item') return null;
  return { certainty: 'B', lowered: { severity: 'hint', reason: '不同条文中的同一款可能确需重复' } };
}

function duplicateReports(document: ReviewedDocument, structure: Structure): readonly Report<MessageId>[] {
  const first = new Map<string, Block>();
  return document.blocks.flatMap((block): readonly Report<MessageId>[] => {
    const text = block.text.replace(/\s/gu, '');
    // What ends in a colon leads to a list, and the lists may differ.
    if (!repeatable.includes(block.kind) || text.length < shortestRepeat || text.endsWith('：')) return [];
    const before = first.get(text);
    if (!before) first.set(text, block);
    const repeat = before && repeatOf(block, before, structure);
    if (!repeat) return [];
    const place = pathAt(structure, before.start);
    return [
      {
        messageId: 'duplicate',
        data: { place: place === '' ? '前文' : place },
        ...repeat,
        start: block.start,
        end: block.end,
      },
    ];
  });
}

/** L15: what a finished text must not carry: blanks, placeholders, marks of a draft, revisions, repeated paragraphs. */
export const l15 = defineCheck<MessageId>({
  meta: {
    id: 'L15',
    title: '残留与空白',
    appliesTo: ['normative', 'agreement', 'decision'],
    severity: 'minor',
    certainty: 'A',
    basis: [],
    messages: {
      blank: '正文留有空白“{found}”，请填写或删去。',
      placeholder: '正文留有占位文字“{found}”，请替换为确定内容。',
      draftMark: '正文中出现“{found}”字样，正式印发前应当删去。',
      trackedChange: '文件中留有未处理的修订：{detail}',
      comment: '文件中留有批注：{detail}',
      hiddenText: '文件中有隐藏文字：{detail}',
      duplicate: '本段与{place}的文字完全相同，疑为重复粘贴。',
    },
    falseAlarms: ['签订时手填的空白', '引用其他文件草案的名称', '确需重复的条款'],
  },
  run: (document, { structure }) => [
    ...residueReports(document, structure),
    ...xrayReports(document),
    ...duplicateReports(document, structure),
  ],
});
