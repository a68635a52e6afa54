/** One place where the words stand, with what stands around them. */
export interface TextHit {
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

/** Characters of context on each side. */
const contextLength = 24;

/**
 * Text as it is compared: full-width letters, digits and signs as half-width ones, letters without case. Character by
 * character, so that offsets stay what they are.
 */
export function foldWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000A-Z]/gu, (character) => {
    if (character === '\u3000') return ' ';
    const code = character.charCodeAt(0);
    return String.fromCharCode(code >= 0xff01 ? code - 0xfee0 : code).toLowerCase();
  });
}

const inOneLine = (text: string): string => text.replace(/\n/gu, ' ');

/**
 * Finds words in a text, whatever their width and case.
 * @param folded the words, by {@link foldWidth}; not empty
 * @param limit at most so many
 */
export function searchText(text: string, folded: string, limit: number): readonly TextHit[] {
  const haystack = foldWidth(text);
  const hits: TextHit[] = [];
  for (
    let at = haystack.indexOf(folded);
    at >= 0 && hits.length < limit;
    at = haystack.indexOf(folded, at + folded.length)
  ) {
    const end = at + folded.length;
    hits.push({
      before: inOneLine(text.slice(Math.max(0, at - contextLength), at)),
      match: inOneLine(text.slice(at, end)),
      after: inOneLine(text.slice(end, end + contextLength)),
    });
  }
  return hits;
}
