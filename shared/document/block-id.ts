/** FNV-1a over UTF-16 units, 32 bits: an id, no security property is claimed. */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/**
 * Ids for the texts of a document in order: `b-` + hash of the text without white space + `-` + occurrence from 1.
 * A paragraph keeps its id when others are added, moved or renumbered around it.
 */
export function blockIds(texts: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const hash = fnv1a(text.replace(/\s/gu, ''));
    const occurrence = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, occurrence);
    return `b-${hash}-${occurrence}`;
  });
}
