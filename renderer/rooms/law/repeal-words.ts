import { text } from '../../app/text.ts';

/**
 * What replaced an instrument, in words: the pack writes a name with remarks in brackets, or only a remark. `[K]` in the
 * pack stands for a remark that nobody has checked.
 */
export function replacementWords(replacement: string): string {
  const words = text.law;
  const plain = replacement.replaceAll(/\[[A-Z]\]/gu, `，${words.unconfirmed}`);
  const remark = /^（(.*)）$/su.exec(plain)?.[1];
  if (remark !== undefined) return remark === '无' ? words.notReplaced : remark;
  const [, name, rest] = /^(.+?)(（.*)?$/su.exec(plain) ?? [];
  return name === undefined ? '' : words.replaced(name, rest ?? '');
}

/** Where the claim that an instrument lapsed comes from: the pack sets the article's number right behind the name. */
export function repealBasisWords(basis: string): string {
  return basis.replaceAll(/(?<=[\p{Script=Han})）])(\d{1,4})(?=$|[（(；])/gu, text.law.articleNumber);
}
