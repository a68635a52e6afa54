import radicals from '../../../../resources/cjk-radical-map.json' with { type: 'json' };

/**
 * What Unicode's table does not hold or sees otherwise: faces for mainland China draw ⼾ as 户 where Unicode equates it
 * with 戶, and give one glyph to 〜 and ～, to ∕ and ／; writers name the glyph by the lower code.
 */
const mainland = { '\u2f3e': '户', '\u301c': '\uff5e', '\u2215': '\uff0f' };
const table: Readonly<Record<string, string>> = { ...radicals, ...mainland };
const lookAlike = /[\u2215\u2329\u232a\u2e80-\u2fd5\u301c\u31c0-\u31e3\uf900-\ufaff]/gu;
const ligature = /[\ufb00-\ufb06]/gu;
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;
// eslint-disable-next-line no-control-regex -- control characters are what is taken out
const control = /[\u0000-\u0008\u000b-\u001f\u007f]/gu;

/** Text with look-alikes mapped back, and how many there were. */
export interface MappedText {
  readonly text: string;
  readonly mapped: number;
}

/**
 * Maps radicals that a PDF writer put in place of characters (⼈ for 人, ⺠ for 民) back, by Unicode's
 * EquivalentUnifiedIdeograph, and takes out characters that are not seen. Nothing else is normalised: NFKC would turn
 * （）：； into ASCII.
 */
export function mapLookAlikes(text: string): MappedText {
  let mapped = 0;
  const mapBack = (character: string) => {
    // Compatibility ideographs and 〈〉 (U+2329) have the common character as their canonical decomposition.
    const replacement = table[character] ?? character.normalize('NFC');
    if (replacement !== character) mapped += 1;
    return replacement;
  };
  const clean = text
    .replace(invisible, '')
    .replace(control, '')
    .replaceAll('\u00a0', ' ')
    .replace(ligature, (character) => character.normalize('NFKC'))
    .replace(lookAlike, mapBack);
  return { text: clean, mapped };
}
