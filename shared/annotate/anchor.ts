import { toDocumentOffset, type ReviewedDocument, type Span } from '../document/document.ts';
import { z } from '../contract/schema.ts';

/**
 * Where something stands in a draft, in several ways at once: block and offset (exact for the very same draft), the
 * words themselves, and what stands around them. After the idea of the W3C Web Annotation selectors (position, quote),
 * tied to our blocks so that a change elsewhere moves nothing.
 */
export const anchorSchema = z.object({
  /** Block in which it begins, and the UTF-16 offset into its text; negative inside the label. */
  block: z.string().max(200),
  offset: z.int(),
  /** The words, as they stand in the document's text; a line feed where one block ends. */
  quote: z.string().min(1).max(20_000),
  /** Up to {@link contextLength} characters before and after. */
  before: z.string().max(64),
  after: z.string().max(64),
});

/** A validated anchor. */
export type Anchor = z.infer<typeof anchorSchema>;

/** Characters of context kept on each side. */
const contextLength = 32;

/** What became of an anchor in a document. Only `exact` may be used without asking a person. */
export type ResolvedAnchor =
  /** Block, offset and words agree. */
  | ({ readonly kind: 'exact' } & Span)
  /** The words stand once with the same surroundings, but elsewhere. */
  | ({ readonly kind: 'moved' } & Span)
  /** The words stand in several places, or in one with other surroundings. */
  | { readonly kind: 'uncertain'; readonly candidates: readonly Span[] }
  /** The words do not stand in the document. */
  | { readonly kind: 'lost' };

/** The anchor of a range; null where it is empty, or begins outside every block. */
export function makeAnchor(document: Pick<ReviewedDocument, 'text' | 'blocks'>, span: Span): Anchor | null {
  const { start, end } = span;
  const block = document.blocks.find((candidate) => candidate.start <= start && start <= candidate.end);
  if (!block || end <= start || end > document.text.length) return null;
  return {
    block: block.id,
    offset: start - (block.end - block.text.length),
    quote: document.text.slice(start, end),
    before: document.text.slice(Math.max(0, start - contextLength), start),
    after: document.text.slice(end, end + contextLength),
  };
}

/** Every place where the words stand, in order. */
function occurrences(text: string, quote: string): readonly Span[] {
  const found: Span[] = [];
  for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1)) {
    found.push({ start, end: start + quote.length });
  }
  return found;
}

/**
 * Finds an anchor in a document. Where block, offset and words agree it is exact; everything else is named as what it
 * is, so that nothing is ever moved silently.
 */
export function resolveAnchor(document: ReviewedDocument, anchor: Anchor): ResolvedAnchor {
  const { quote, before, after } = anchor;
  const start = toDocumentOffset(document, anchor);
  if (start !== null && document.text.startsWith(quote, start))
    return { kind: 'exact', start, end: start + quote.length };
  const places = occurrences(document.text, quote);
  const [first] = places;
  if (!first) return { kind: 'lost' };
  const same = places.filter(
    (place) =>
      document.text.slice(Math.max(0, place.start - contextLength), place.start) === before &&
      document.text.slice(place.end, place.end + contextLength) === after,
  );
  const [only] = same;
  return only && same.length === 1 ? { kind: 'moved', ...only } : { kind: 'uncertain', candidates: places };
}
