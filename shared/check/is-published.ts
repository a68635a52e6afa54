import type { ReviewedDocument } from '../document/document.ts';
import { plainLawName, type LawIndex } from '../rules/law-index.ts';

/**
 * Whether a document is, by its title, a law or regulation that the law pack knows as published. Its numbering is the
 * lawmaker's: a label or line break that is missing was lost when the text was copied and says nothing about a draft.
 */
export function isPublished(document: ReviewedDocument, law: LawIndex): boolean {
  return law.statutes.has(plainLawName(document.title));
}
