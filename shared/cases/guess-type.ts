import type { DocumentType } from '../check/finding.ts';

/** A title that ends in 协议 or 合同, whatever stands in brackets behind it; 合同管理办法 is no agreement. */
const agreementTitle = /(?:协议书?|合同书?|备忘录|意向书)\s*(?:[（(〔【][^（()）〔〕【】]*[）)〕】]\s*)*$/u;

/**
 * Guesses the document type of a draft from its title, or where it has none from its first lines; a person may change
 * it. A decision cannot be told from its words.
 * @param parties how many parties its head names
 */
export function guessType(title: string, parties: number): DocumentType {
  return agreementTitle.test(title.trim()) || parties >= 2 ? 'agreement' : 'normative';
}
