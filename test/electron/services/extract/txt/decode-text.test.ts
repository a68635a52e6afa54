import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../../electron/services/extract/txt/decode-text.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Two-byte GBK code of every Chinese character that has one; Node decodes GBK but does not encode it. */
const gbkCodes = new Map<string, readonly [number, number]>();
const decoder = new TextDecoder('gb18030');
for (let high = 0x81; high <= 0xfe; high += 1) {
  for (let low = 0x40; low <= 0xfe; low += 1) {
    const character = low === 0x7f ? '' : decoder.decode(new Uint8Array([high, low]));
    if (/^\p{Script=Han}$/u.test(character) && !gbkCodes.has(character)) gbkCodes.set(character, [high, low]);
  }
}
const gbk = (text: string) => new Uint8Array([...text].flatMap((character) => gbkCodes.get(character) ?? []));
const characters = [...gbkCodes.keys()];

describe('decodeText', () => {
  it('tells the two readings of 要约 apart, whose GBK bytes are valid UTF-8', () => {
    expect(new TextDecoder('utf-8', { fatal: true }).decode(gbk('要约'))).toBe('ҪԼ');
    expect(decodeText(gbk('要约'))).toEqual({ text: '要约', encoding: 'GB18030', guessed: true });
    expect(decodeText(utf8('要约'))).toEqual({ text: '要约', encoding: 'UTF-8', guessed: false });
  });

  it('reads every single Chinese character of GBK right in both encodings', () => {
    const wrong = characters.filter(
      (character) => decodeText(gbk(character))?.text !== character || decodeText(utf8(character))?.text !== character,
    );
    expect(wrong).toEqual([]);
  });

  it('reads runs of two to four characters right in both encodings', () => {
    const wrong: string[] = [];
    for (let index = 0; index < characters.length; index += 1) {
      // Steps that share no factor with the table's length reach every part of it.
      const run = Array.from(
        { length: 2 + (index % 3) },
        (_, at) => characters[(index * 7919 + at * 104_729) % characters.length],
      );
      const text = run.join('');
      if (decodeText(gbk(text))?.text !== text || decodeText(utf8(text))?.text !== text) wrong.push(text);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['ASCII', 'Article 1', 'UTF-8'],
    [
      'French in UTF-8 of some length',
      'Éléments dérivés à vérifier : qualité, sécurité, équité, probité, fidélité, unité',
      'UTF-8',
    ],
    ['typographic quotes around Chinese', '“第一条”', 'UTF-8'],
    ['nothing', '', 'UTF-8'],
  ])('takes %s for what it is', (_, text, encoding) => {
    expect(decodeText(utf8(text))).toEqual({ text, encoding, guessed: false });
  });

  it('gives up on bytes of no encoding', () => {
    expect(decodeText(new Uint8Array([0xff, 0xff, 0x41]))).toBeNull();
  });
});
