import { provisionsAt } from '../../text/citation.ts';
import type { InternalReference, Part } from './structure.ts';

const self =
  /本(?:(?:实施|暂行)?(?:办法|规定|条例|细则|意见)|规则|方案|决定|通知|公告|通告|(?:补充|框架)?协议书?|合同书?|规程|制度|标准|规范|章程|措施|预案|规划|指引|公约|法)/gu;

/** References of a document to its own provisions: 本办法第X条第X款第（X）项, and those joined to them by 、 和 或 至. */
export function findReferences(text: string, parts: readonly Part[]): readonly InternalReference[] {
  const found: InternalReference[] = [];
  for (const match of text.matchAll(self)) {
    const nameEnd = match.index + match[0].length;
    const part = Math.max(
      parts.findIndex((candidate) => candidate.start <= match.index && match.index < candidate.end),
      0,
    );
    provisionsAt(text, nameEnd).forEach((provision, index) => {
      const start = index === 0 ? match.index : provision.start;
      found.push({
        start,
        end: provision.end,
        text: text.slice(start, provision.end),
        article: provision.article,
        paragraph: provision.paragraph,
        item: provision.item,
        part,
      });
    });
  }
  return found;
}
