const equation = /^\s{0,9}EQ\s/iu;
const switches = /^\\[a-z]{1,4}(?:\s{0,3}\d{1,4})?/iu;

/** Splits the arguments of a switch at commas that stand in no inner bracket. */
function splitArguments(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if ((character === ',' || character === ';') && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}

/**
 * What an EQ field prints (ISO/IEC 29500-1, 17.16.5.14), which has no stored result: the character under a reading
 * (拼音指南), the one in a circle or frame (带圈字符), a fraction as a/b.
 * @returns null where the field is none or prints something that one line cannot say
 */
export function readEquation(instruction: string): string | null {
  if (!equation.test(instruction)) return null;
  const begin = instruction.search(/\\[of](?:\\|\(|\s|$)/iu);
  const open = begin < 0 ? -1 : instruction.indexOf('(', begin);
  const close = instruction.lastIndexOf(')');
  if (open < 0 || close < open) return null;
  const parts = splitArguments(instruction.slice(open + 1, close)).map((part) => part.trim());
  if (parts.some((part, index) => part.includes('(') && !(index < parts.length - 1 && switches.test(part))))
    return null;
  const isFraction = instruction.charAt(begin + 1).toLowerCase() === 'f';
  const text = isFraction ? parts.join('/') : (parts.at(-1) ?? '');
  return text === '' || text.includes('\\') ? null : text;
}
