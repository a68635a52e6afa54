import type { ReviewedDocument } from '../../document/document.ts';
import type { Part } from '../../document/structure/structure.ts';
import { isKnownInstrument } from '../../rules/law-index.ts';
import { defineCheck, type CheckContext, type Report } from '../check.ts';
import { isEnactment } from '../enactment.ts';

type MessageId = 'name';

/** A name that ends in 条例 or 法; 办法, 方法, 做法 and words of the trade (立法, 执法 …) do not. */
const statuteName =
  /(条例|(?<![办方作做立执普司守书语用技历宪看想说])法)(?:[（(](?:试行|暂行|草案|送审稿|征求意见稿|讨论稿|修订|修订稿|草案送审稿|审议稿)[^（()）]{0,8}[）)]){0,3}$/u;
const issuedName = /(?:印发|公布|发布|颁布)《([^《》]{2,60})》/u;

function reportOn(part: Part, document: ReviewedDocument, context: CheckContext): readonly Report<MessageId>[] {
  const blocks = document.blocks.slice(part.firstBlock, part.endBlock).filter((block) => block.kind === 'title');
  const first = blocks[0];
  const last = blocks.at(-1);
  if (!first || !last) return [];
  const issued = issuedName.exec(part.title)?.[1];
  const name = (issued ?? part.title).replace(/\s/gu, '');
  const match = statuteName.exec(name);
  if (!match?.[1] || isKnownInstrument(context.law, name)) return [];
  // With a notice, the attached text's own title is the place to say it; the notice only repeats the name.
  if (part.kind === 'notice' && context.structure.parts.some((each) => each.kind === 'body' && each.title !== '')) {
    return [];
  }
  return [{ messageId: 'name', start: first.start, end: last.end, data: { genre: match[1] } }];
}

/** N18: a government's normative document is not called 条例 or 法. */
export const n18 = defineCheck<MessageId>({
  meta: {
    id: 'N18',
    title: '名称文种',
    appliesTo: ['normative'],
    severity: 'major',
    certainty: 'A',
    basis: [{ source: '规章制定程序条例', article: '第七条', confirmed: true }],
    messages: {
      name: '名称使用“{genre}”：规章尚且不得称“条例”，行政规范性文件更不得使用，请改用“办法”“规定”“细则”等文种。',
    },
    falseAlarms: ['“办法”“方法”“做法”等以“法”字结尾的词', '法律、法规、规章误作规范性文件送查', '转发上级条例的通知'],
  },
  run: (document, context) =>
    isEnactment(document, context.structure, context.law)
      ? []
      : context.structure.parts.flatMap((part) => (part.kind === 'annex' ? [] : reportOn(part, document, context))),
});
