/** Width in characters of the line: half-width characters count half. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (/[\u0020-\u007e]/u.test(character) ? 0.5 : 1), 0);
}

/**
 * Breaks an opinion's title into centred lines of at most `width` characters: before its last words (的合法性审查意见)
 * where it can, else in halves, never inside a bracket pair's edge or a short word's tail.
 * @param width characters of the 22 pt line; 20 fit the 156 mm of GB/T 9704
 */
export function titleLines(title: string, width = 20): readonly string[] {
  if (widthOf(title) <= width) return [title];
  const at = title.lastIndexOf('》的');
  if (at > 0) {
    const head = title.slice(0, at + 2);
    const tail = title.slice(at + 2);
    if (tail !== '' && widthOf(tail) <= width) return [...halves(head, width), tail];
  }
  return halves(title, width);
}

const badStart = /[》」）)〉，、。：；的和及与]/u;
const badEnd = /[《「（(〈]/u;

function halves(text: string, width: number): readonly string[] {
  const characters = [...text];
  const count = Math.ceil(widthOf(text) / width);
  if (count <= 1) return [text];
  const lines: string[] = [];
  let from = 0;
  for (let line = 1; line < count; line += 1) {
    let to = from + Math.ceil((characters.length - from) / (count - line + 1));
    while (to < characters.length && (badStart.test(characters[to] ?? '') || badEnd.test(characters[to - 1] ?? '')))
      to += 1;
    lines.push(characters.slice(from, to).join(''));
    from = to;
  }
  lines.push(characters.slice(from).join(''));
  return lines.filter((line) => line !== '');
}
