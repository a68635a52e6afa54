import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditCodeCheck, creditCodeFault, findCreditCodes } from '../../../shared/text/credit-code.ts';

const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const first17 = fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 }).map((all) => all.join(''));

describe('creditCodeFault', () => {
  it('accepts codes with the right check character', () => {
    expect(creditCodeFault('91350100M000100Y43')).toBeNull();
    expect(creditCodeFault('91110000600037341L')).toBeNull();
    expect(creditCodeFault('91110000 600037341l')).toBeNull();
  });

  it('tells length, character and check character apart', () => {
    expect(creditCodeFault('91350100M000100Y4')).toBe('length');
    expect(creditCodeFault('91350100M000100O43')).toBe('character');
    expect(creditCodeFault('91350100M000100Y4I')).toBe('character');
    expect(creditCodeFault('91350100M000100Y44')).toBe('check');
  });

  it('notices every single changed character', () => {
    fc.assert(
      fc.property(first17, fc.nat(17), fc.constantFrom(...alphabet), (head, at, other) => {
        const code = head + (creditCodeCheck(head) ?? '');
        const changed = code.slice(0, at) + other + code.slice(at + 1);
        expect(creditCodeFault(changed)).toBe(changed === code ? null : 'check');
      }),
    );
  });
});

describe('findCreditCodes', () => {
  it('finds codes after their name only', () => {
    const text = '乙方统一社会信用代码：91350100M000100Y43，合同编号：91350100M000100Y44。';
    const [found, ...more] = findCreditCodes(text);
    expect(more).toEqual([]);
    expect(found && text.slice(found.start, found.end)).toBe('91350100M000100Y43');
  });

  it('finds a code that is too short', () => {
    expect(findCreditCodes('统一社会信用代码 9135010000100Y43')[0]?.text).toBe('9135010000100Y43');
  });
});
