import type { ReviewedDocument } from '../document/document.ts';
import type { Structure } from '../document/structure/structure.ts';
import { plainLawName, type LawIndex } from '../rules/law-index.ts';

/** 国务院令第354号, 2021年5月28日河南省人民代表大会常务委员会批准: a line of date and enacting body, or of the order. */
const enacting =
  /^(?:[（(]?\s?(?:[0-9]{4}|[一二三四五六七八九〇○零]{4})\s?年[^。]{0,80}(?:人民代表大会|国务院|[部局署]令|人民政府令|主席令|委员会令)|[^，。；]{0,30}令\s?[（(]?第?\s?[0-9０-９〇零一二三四五六七八九十百]{1,8}\s?号)/u;

/**
 * Whether the text is a law, regulation or rule (法律、法规、规章), which is no normative document: its title is that of a
 * known one, or the lines before its first article say who enacted it.
 */
export function isEnactment(document: ReviewedDocument, structure: Structure, law: LawIndex): boolean {
  const main = structure.parts.find((part) => part.kind === 'body');
  if (!main) return false;
  if (law.statutes.has(plainLawName(main.title))) return true;
  const first = structure.articles[0]?.firstBlock ?? main.endBlock;
  return document.blocks
    .slice(main.firstBlock, Math.min(first, main.firstBlock + 12))
    .some((block) => enacting.test(block.text));
}
