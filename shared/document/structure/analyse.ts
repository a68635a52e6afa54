import { findAmounts } from '../../text/amount.ts';
import { findCitations } from '../../text/citation.ts';
import { findDates } from '../../text/date.ts';
import type { ReviewedDocument } from '../document.ts';
import { draftText } from '../draft-text.ts';
import { findArticles, findHeadings } from './find-articles.ts';
import { findClosings } from './find-closings.ts';
import { findParties } from './find-parties.ts';
import { findReferences } from './find-references.ts';
import { findSignatures } from './find-signatures.ts';
import { findStructureParts } from './find-structure-parts.ts';
import type { Structure } from './structure.ts';

const documentNumber = /[\p{Script=Han}]{1,12}[〔[（(﹝][12][0-9]{3}[〕\]）)﹞]\s?第?\s?[0-9]{1,5}\s?号/u;

/** Recognises what a document is made of. Pure; linear in the document's length. */
export function analyse(document: ReviewedDocument): Structure {
  const parts = findStructureParts(document);
  const headings = findHeadings(document, parts);
  const articles = findArticles(document, parts, headings);
  const text = draftText(document);
  const dates = findDates(text);
  return {
    parts,
    headings,
    articles,
    documentNumber: findDocumentNumber(document),
    dates,
    amounts: findAmounts(text),
    references: findReferences(text, parts),
    citations: findCitations(text),
    parties: findParties(document, parts, articles),
    signatures: findSignatures(document, parts, articles),
    closings: findClosings(document, parts, dates),
  };
}

/** The document's own number stands alone in a line of its head; one inside a sentence belongs to another document. */
function findDocumentNumber(document: ReviewedDocument): Structure['documentNumber'] {
  for (const block of document.blocks.slice(0, 12)) {
    const match = documentNumber.exec(block.text);
    if (match?.[0].length === block.text.length) return { text: match[0], start: block.start, end: block.end };
  }
  return null;
}
