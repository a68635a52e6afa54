/**
 * A value in a PDF dictionary with its place. Offsets are counted in the text that was parsed; `end` is exclusive. Text
 * is one character a byte (latin1).
 */
export type PdfValue =
  | { readonly kind: 'name'; readonly name: string; readonly start: number; readonly end: number }
  | { readonly kind: 'number'; readonly value: number; readonly start: number; readonly end: number }
  /** `source` is what stands between the brackets, untouched. */
  | { readonly kind: 'hex'; readonly source: string; readonly start: number; readonly end: number }
  | { readonly kind: 'string'; readonly source: string; readonly start: number; readonly end: number }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[]; readonly start: number; readonly end: number }
  | {
      readonly kind: 'dictionary';
      readonly entries: ReadonlyMap<string, PdfValue>;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'reference' | 'keyword'; readonly start: number; readonly end: number };

/** A dictionary of {@link PdfValue}. */
export type PdfDictionary = Extract<PdfValue, { readonly kind: 'dictionary' }>;

const space = /[\0\t\n\f\r ]*/uy;
const maxDepth = 8;

/**
 * Parses one dictionary strictly (ISO 32000-1 §7.3): nothing is repaired, no key stands twice, no comments, no escaped
 * names. Null where the text at this place is not such a dictionary. Linear in the length of the text.
 */
export function parsePdfDictionary(text: string, start: number): PdfDictionary | null {
  const value = parseValue(text, start, 0);
  return value?.kind === 'dictionary' ? value : null;
}

function parseValue(text: string, from: number, depth: number): PdfValue | null {
  if (depth > maxDepth) return null;
  const start = skipSpace(text, from);
  if (text.startsWith('<<', start)) return parseDictionary(text, start, depth);
  switch (text.charAt(start)) {
    case '<':
      return parseHex(text, start);
    case '(':
      return parseString(text, start);
    case '[':
      return parseArray(text, start, depth);
    case '/':
      return parseName(text, start);
    default:
      return parseReference(text, start) ?? parseNumber(text, start) ?? parseKeyword(text, start);
  }
}

function parseDictionary(text: string, start: number, depth: number): PdfDictionary | null {
  const entries = new Map<string, PdfValue>();
  for (let offset = skipSpace(text, start + 2); ;) {
    if (text.startsWith('>>', offset)) return { kind: 'dictionary', entries, start, end: offset + 2 };
    const key = parseName(text, offset);
    const value = key && parseValue(text, key.end, depth + 1);
    if (!value || entries.has(key.name)) return null;
    entries.set(key.name, value);
    offset = skipSpace(text, value.end);
  }
}

function parseArray(text: string, start: number, depth: number): PdfValue | null {
  const items: PdfValue[] = [];
  for (let offset = skipSpace(text, start + 1); ;) {
    if (text[offset] === ']') return { kind: 'array', items, start, end: offset + 1 };
    const item = parseValue(text, offset, depth + 1);
    if (!item) return null;
    items.push(item);
    offset = skipSpace(text, item.end);
  }
}

function parseHex(text: string, start: number): PdfValue | null {
  const close = text.indexOf('>', start);
  return close < 0 ? null : { kind: 'hex', source: text.slice(start + 1, close), start, end: close + 1 };
}

function parseString(text: string, start: number): PdfValue | null {
  let open = 0;
  for (let offset = start; offset < text.length; offset += 1) {
    const character = text[offset];
    if (character === '\\') offset += 1;
    else if (character === '(') open += 1;
    else if (character === ')') open -= 1;
    if (open === 0) return { kind: 'string', source: text.slice(start + 1, offset), start, end: offset + 1 };
  }
  return null;
}

function parseName(text: string, start: number): Extract<PdfValue, { kind: 'name' }> | null {
  const found = match(/\/([A-Za-z0-9._+-]+)/uy, text, start);
  return found?.[1] === undefined ? null : { kind: 'name', name: found[1], start, end: start + found[0].length };
}

function parseReference(text: string, start: number): PdfValue | null {
  const found = match(/\d{1,10}[\t\n\r ]\d{1,5}[\t\n\r ]R(?![A-Za-z0-9])/uy, text, start);
  return found && { kind: 'reference', start, end: start + found[0].length };
}

function parseNumber(text: string, start: number): PdfValue | null {
  const found = match(/[+-]?\d{1,15}(?:\.\d{0,15})?/uy, text, start);
  return found && { kind: 'number', value: Number(found[0]), start, end: start + found[0].length };
}

function parseKeyword(text: string, start: number): PdfValue | null {
  const found = match(/true|false|null/uy, text, start);
  return found && { kind: 'keyword', start, end: start + found[0].length };
}

function skipSpace(text: string, start: number): number {
  return start + (match(space, text, start)?.[0].length ?? 0);
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
