import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  derInteger,
  derOctets,
  derOid,
  derSequence,
  derSetOf,
  derTime,
} from '../../../../electron/services/sign/der.ts';
import {
  childrenOf,
  DerError,
  readDer,
  readDerPrefix,
  readOid,
  readTime,
} from '../../../../electron/services/sign/der-reader.ts';

function hex(text: string): Uint8Array {
  return Buffer.from(text.replaceAll(' ', ''), 'hex');
}

describe('DER', () => {
  it('reads what it writes, whatever the length', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 70_000, size: 'max' }), { maxLength: 3 }), (parts) => {
        const node = readDer(derSequence(...parts.map(derOctets)));
        expect(childrenOf(node).map(({ content }) => Buffer.from(content).toString('hex'))).toEqual(
          parts.map((part) => Buffer.from(part).toString('hex')),
        );
      }),
      { numRuns: 20 },
    );
  });

  it.each(['1.2.840.113549.1.7.2', '2.16.840.1.101.3.4.2.1', '1.2.156.10197.1.301', '2.999.3', '0.9'])(
    'reads the object identifier %s as it was written',
    (oid) => {
      expect(readOid(readDer(derOid(oid)))).toBe(oid);
    },
  );

  it('writes numbers without superfluous zeros and never negative', () => {
    expect(Buffer.from(derInteger(hex('00 00 01'))).toString('hex')).toBe('020101');
    expect(Buffer.from(derInteger(hex('80'))).toString('hex')).toBe('02020080');
    expect(Buffer.from(derInteger(hex(''))).toString('hex')).toBe('020100');
  });

  it('sorts the members of a set by their bytes', () => {
    const set = readDer(derSetOf(hex('040102'), hex('0400'), hex('040101')));
    expect(childrenOf(set).map(({ raw }) => Buffer.from(raw).toString('hex'))).toEqual(['0400', '040101', '040102']);
  });

  it('writes times as RFC 5280 wants them on both sides of 2050', () => {
    for (const time of ['2049-12-31T23:59:59.000Z', '2050-01-01T00:00:00.000Z', '1999-02-28T12:00:00.000Z']) {
      expect(readTime(readDer(derTime(new Date(time)))).toISOString()).toBe(time);
    }
    expect(derTime(new Date('2049-12-31T23:59:59Z'))[0]).toBe(0x17);
    expect(derTime(new Date('2050-01-01T00:00:00Z'))[0]).toBe(0x18);
  });

  it.each([
    ['an indefinite length', '3080 0000'],
    ['a length longer than needed', '0481 01 00'],
    ['a length with leading zeros', '0482 0001 00'],
    ['a value cut short', '0402 00'],
    ['a length cut short', '0482 01'],
    ['bytes after the value', '0400 00'],
    ['a tag of several bytes', '1f81 0100'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(() => readDer(hex(text))).toThrow(DerError);
  });

  it.each([
    ['an object identifier that is not minimal', () => readOid(readDer(hex('0603 2a8001')))],
    ['an object identifier cut short', () => readOid(readDer(hex('0602 2a86')))],
    ['February 30', () => readTime(readDer(Buffer.from('\u0017\r260230000000Z', 'latin1')))],
    ['a time without seconds', () => readTime(readDer(Buffer.from('\u0017\u000b2602280000Z', 'latin1')))],
    ['the parts of a primitive value', () => childrenOf(readDer(hex('0400')))],
  ])('refuses %s', (_, read) => {
    expect(read).toThrow(DerError);
  });

  it('leaves what follows the first value to the caller', () => {
    expect(readDerPrefix(hex('0401 ff 0000')).raw).toHaveLength(3);
  });
});
