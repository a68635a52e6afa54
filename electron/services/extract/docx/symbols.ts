/** Signs of the symbol fonts that drafts and forms use, by font and code within it. */
const symbols: Readonly<Record<string, Readonly<Record<number, string | undefined>> | undefined>> = {
  wingdings: {
    0x6c: '●',
    0x6e: '■',
    0x6f: '□',
    0xa1: '○',
    0xa7: '▪',
    0xa8: '□',
    0xd8: '➢',
    0xdf: '←',
    0xe0: '→',
    0xfb: '✗',
    0xfc: '✓',
    0xfd: '☒',
    0xfe: '☑',
  },
  'wingdings 2': { 0x4f: '✗', 0x50: '✓', 0x51: '☒', 0x52: '☑', 0x53: '☒', 0x54: '☒', 0xa3: '□' },
  symbol: { 0xb1: '±', 0xb3: '≥', 0xa3: '≤', 0xb4: '×', 0xb7: '·', 0xb0: '°' },
};

/** What stands where a sign of a symbol font has no known character. */
export const unknownSymbol = '\ufffd';

/**
 * The character that a `w:sym` shows (ISO/IEC 29500-1, 17.3.3.30).
 * @param code hexadecimal; F000–F0FF are the places of a symbol font
 * @returns U+FFFD where it is not known
 */
export function readSymbol(font: string, code: string): string {
  if (!/^[0-9A-Fa-f]{1,6}$/u.test(code)) return unknownSymbol;
  const value = Number.parseInt(code, 16);
  const table = symbols[font.toLowerCase()];
  const place = value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value;
  const known = table?.[place];
  if (known !== undefined) return known;
  const isPrivate = value >= 0xe000 && value <= 0xf8ff;
  if (isPrivate || table || value < 0x20 || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) {
    return unknownSymbol;
  }
  return String.fromCodePoint(value);
}
