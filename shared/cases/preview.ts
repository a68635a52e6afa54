import type { DocumentType } from '../check/finding.ts';
import { conclusionsFor } from '../opinion/gate.ts';
import type { Decisions } from '../opinion/decisions.ts';
import type { Wording } from '../opinion/wording.ts';
import type { OpenDecisions } from './to-decisions.ts';

/** What marks every preview; no issued opinion holds these words. */
export const previewMark = '预览稿·未签发';

/** Decisions and words of a preview: it says on its first page what it is, and that the conclusion is still open where it is. */
export function previewParts(
  decisions: OpenDecisions,
  wording: Wording,
  type: DocumentType,
): { readonly decisions: Decisions; readonly wording: Wording } {
  const { number } = decisions.opinion;
  const allowed = conclusionsFor(type);
  const isOpen = decisions.conclusion === null || !allowed.includes(decisions.conclusion);
  const conclusion = (isOpen ? allowed[0] : decisions.conclusion) ?? 'return';
  const words = wording.types[type];
  return {
    decisions: {
      ...decisions,
      conclusion,
      opinion: { ...decisions.opinion, number: `（${previewMark}）${number ?? ''}` },
    },
    wording: isOpen
      ? {
          ...wording,
          types: {
            ...wording.types,
            [type]: { ...words, conclusions: { [conclusion]: { name: '未定', sentence: '结论尚未作出。' } } },
          },
        }
      : wording,
  };
}
