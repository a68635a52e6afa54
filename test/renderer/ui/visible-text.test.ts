import { describe, expect, it } from 'vitest';
import { visibleText } from '../../../renderer/ui/visible-text.ts';

describe('visibleText', () => {
  it('shows what would turn letters round, so that a name ends as it ends', () => {
    expect(visibleText('送审稿\u202excod.exe')).toBe('送审稿⇄xcod.exe');
    expect(visibleText('\u2067不得\u2066应当\u2069\u200f\u061c')).toBe('⇄不得⇄应当⇄⇄⇄');
  });

  it('shows controls, and leaves line ends, tabs and every script as they are', () => {
    expect(visibleText('甲\u0000乙\u001b[31m\u007f\u0085')).toBe('甲␀乙␛[31m␡␦');
    const plain = '第一条\t甲\n乙　“丙”é שלום Ꝛ 👩‍⚖️';
    expect(visibleText(plain)).toBe(plain);
  });

  it('keeps the length, because offsets lead into what is shown', () => {
    const text = '\u202e\u0000甲\u2069\r\n';
    expect(visibleText(text)).toHaveLength(text.length);
  });
});
