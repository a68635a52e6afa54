import type { Basis } from '../check/finding.ts';
import { isConfirmedBasis } from '../rules/confirmed-basis.ts';
import { isKnownInstrument, plainLawName, type LawIndex } from '../rules/law-index.ts';

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
