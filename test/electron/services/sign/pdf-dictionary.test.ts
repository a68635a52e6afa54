import { describe, expect, it } from 'vitest';
import { parsePdfDictionary } from '../../../../electron/services/sign/pdf-dictionary.ts';

describe('parsing a dictionary strictly', () => {
  it('gives every value with its place', () => {
    const text = '\n<< /A /Name /B [0 12 3 0 R] /C <00ff> /D (a(b)\\)c) /E << /F true >> /G -1.5 >>';
    const dictionary = parsePdfDictionary(text, 0);
    const value = (key: string): unknown => dictionary?.entries.get(key);
    expect(dictionary?.end).toBe(text.length);
    expect(value('A')).toMatchObject({ kind: 'name', name: 'Name' });
    expect(value('B')).toMatchObject({ items: [{ value: 0 }, { kind: 'number', value: 12 }, { kind: 'reference' }] });
    expect(value('C')).toMatchObject({ kind: 'hex', source: '00ff' });
    expect(value('D')).toMatchObject({ kind: 'string', source: 'a(b)\\)c' });
    expect(value('E')).toMatchObject({ kind: 'dictionary' });
    expect(value('G')).toMatchObject({ kind: 'number', value: -1.5 });
    const hex = dictionary?.entries.get('C');
    expect(text.slice(hex?.start, hex?.end)).toBe('<00ff>');
  });

  it.each([
    ['a key that stands twice', '<< /A 1 /A 2 >>'],
    ['an escaped name', '<< /A#42 1 >>'],
    ['a comment', '<< /A 1 % note\n >>'],
    ['a key without a value', '<< /A >>'],
    ['a value without a key', '<< 1 >>'],
    ['an end that is missing', '<< /A 1'],
    ['a string that does not end', '<< /A (b >>'],
    ['hex that does not end', '<< /A <00 '],
    ['an array that does not end', '<< /A [1 >>'],
    ['dictionaries nested without end', '<< /A '.repeat(2000)],
    ['something else', '[1 2]'],
  ])('refuses %s', (_, text) => {
    expect(parsePdfDictionary(text, 0)).toBeNull();
  });
});
