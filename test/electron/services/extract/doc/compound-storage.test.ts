import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCompoundStorage } from '../../../../../electron/services/extract/doc/compound-storage.ts';
import { buildCompound } from '../../../../support/compound-builder.ts';

const fixture = readFileSync(join(import.meta.dirname, '../../../../fixtures/doc/media.doc'));
const filled = (text: string) => Buffer.concat([Buffer.from(text), Buffer.alloc(4096 - text.length)]);

describe('openCompoundStorage', () => {
  it('lists storages and streams and finds streams whatever the case of their names', () => {
    const storage = openCompoundStorage(
      buildCompound({ WORDdocument: Buffer.from('甲'), Macros: { VBA: { dir: filled('x') } } }),
    );
    expect(storage.root).toEqual([
      { name: 'WORDdocument', isStorage: false, children: [] },
      {
        name: 'Macros',
        isStorage: true,
        children: [{ name: 'VBA', isStorage: true, children: [{ name: 'dir', isStorage: false, children: [] }] }],
      },
    ]);
    expect(storage.stream('WordDocument')?.subarray(0, 3)).toEqual(new Uint8Array(Buffer.from('甲')));
    expect(storage.stream('dir')).toBeNull();
    expect(storage.missingBytes()).toBe(0);
  });

  it('reads small streams out of the stream that holds them', () => {
    const stream = openCompoundStorage(fixture).stream('\u0001CompObj');
    expect(stream).toHaveLength(106);
    expect(Buffer.from(stream ?? []).toString('latin1')).toContain('Word.Document.8');
  });

  it('follows the allocation table beyond its first 109 sectors', () => {
    const large = Buffer.alloc(16 * 1024 * 1024, 'ab');
    large.write('end', large.length - 3);
    const storage = openCompoundStorage(buildCompound({ Data: large, WordDocument: filled('behind') }));
    expect(Buffer.from(storage.stream('Data') ?? []).equals(large)).toBe(true);
    expect(storage.stream('WordDocument')).toEqual(new Uint8Array(filled('behind')));
  });

  it.each([
    ['a chain that leads out of the file', (file: Buffer) => file.writeUInt32LE(0x00ffffff, 512 + 4)],
    ['a size beyond the file', (file: Buffer) => file.writeUInt32LE(0x7fffffff, 512 * 2 + 128 + 120)],
    ['a directory that does not begin with its root', (file: Buffer) => file.writeUInt8(2, 512 * 2 + 66)],
    ['sectors of an odd size', (file: Buffer) => file.writeUInt16LE(11, 30)],
  ])('refuses %s', (_, damage) => {
    const file = Buffer.from(buildCompound({ A: filled('a'), B: filled('b'), C: filled('c'), D: filled('d') }));
    damage(file);
    expect(() => openCompoundStorage(file).stream('A')).toThrow(/Word 文件已损坏或不完整/u);
  });
});
