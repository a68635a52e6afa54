import { parseChineseNumeral } from '../text/chinese-numeral.ts';
import { lawStatus, maxArticle, plainLawName, type LawIndex } from './law-index.ts';

/**
 * Whether the law pack bears a citation out on a day: a statute that is surely in force and has that article, or
 * another instrument that the pack marks as checked. Nobody, neither a check nor a person, may claim more than this.
 * @param article e.g. 第十七条第一款; empty for the instrument as a whole
 * @param asOf YYYY-MM-DD
 */
export function isConfirmedBasis(law: LawIndex, source: string, article: string, asOf: string): boolean {
  const plain = plainLawName(source);
  if (!law.statutes.has(plain)) return law.others.get(plain)?.confirmed ?? false;
  if (lawStatus(law, plain, asOf) !== 'in-force') return false;
  const match = /第([^第条]{1,9})条/u.exec(article);
  const number = match?.[1] === undefined ? null : parseChineseNumeral(match[1]);
  const max = maxArticle(law, source, asOf);
  return number === null || (max !== null && number <= max);
}
