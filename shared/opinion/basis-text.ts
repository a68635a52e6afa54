import type { Basis } from '../check/finding.ts';
import { isKnownInstrument, maxArticle, plainLawName, type LawIndex } from '../rules/law-index.ts';
import { parseChineseNumeral } from '../text/chinese-numeral.ts';

/**
 * Whether the law pack itself bears a basis out on a day: a statute with that article, or an instrument marked as
 * checked.
 * @param asOf YYYY-MM-DD
 */
export function isConfirmedBasis(law: LawIndex, source: string, article: string, asOf: string): boolean {
  const plain = plainLawName(source);
  const other = law.others.get(plain);
  if (!law.statutes.has(plain)) return other?.confirmed ?? false;
  const match = /第([^第条]{1,9})条/u.exec(article);
  const number = match?.[1] === undefined ? null : parseChineseNumeral(match[1]);
  const max = maxArticle(law, source, asOf);
  return number === null || (max !== null && number <= max);
}

/** A basis as an opinion prints it: 《行政许可法》第十七条, with （待核） where nobody has checked it yet. */
export function basisText(basis: Basis): string {
  const isNumbered = /[〔[]|^GB/u.test(basis.source);
  const name = isNumbered ? basis.source : `《${basis.source}》`;
  return `${name}${basis.article}${basis.confirmed ? '' : '（待核）'}`;
}

/** A basis given by a person, with what the law pack says of it. */
export function judgedBasis(
  law: LawIndex,
  basis: { readonly source: string; readonly article: string },
  asOf: string,
): Basis {
  const source = plainLawName(basis.source);
  return {
    source: isKnownInstrument(law, source) ? source : basis.source.replace(/[《》]/gu, ''),
    article: basis.article,
    confirmed: isConfirmedBasis(law, source, basis.article, asOf),
  };
}
