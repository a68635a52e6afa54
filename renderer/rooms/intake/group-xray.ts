/** Notes of one kind. */
export interface XrayGroup {
  readonly kind: string;
  readonly details: readonly string[];
}

/** The kinds by how much they matter to the review; what is not listed comes last. */
const order: readonly string[] = [
  'hidden-text',
  'tracked-change',
  'macro',
  'embedded-object',
  'external-link',
  'stale-reference',
  'comment',
  'metadata',
];

function rank(kind: string): number {
  const index = order.indexOf(kind);
  return index === -1 ? order.length : index;
}

/** Gathers what was found in a draft by kind, what matters most first; within a kind the document's order stays. */
export function groupXray(notes: readonly { readonly kind: string; readonly detail: string }[]): readonly XrayGroup[] {
  return [...new Set(notes.map((note) => note.kind))]
    .toSorted((left, right) => rank(left) - rank(right))
    .map((kind) => ({ kind, details: notes.filter((note) => note.kind === kind).map((note) => note.detail) }));
}
