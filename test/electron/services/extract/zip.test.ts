import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defaultLimits } from '../../../../electron/services/extract/format.ts';
import { decodeZipName, glanceAtZip, openZip } from '../../../../electron/services/extract/zip.ts';
import { AppError } from '../../../../shared/contract/errors.ts';

interface RawEntry {
  readonly name: string | Uint8Array;
  readonly content: Uint8Array;
  /** What the headers claim instead of the truth. */
  readonly claimed?: number;
  readonly flags?: number;
  readonly crc?: number;
}

/** Writes an archive byte by byte, lies included; no library writes what these tests need. */
function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimed, flags = 0, crc } of entries) {
    const rawName = Buffer.from(name);
    const packed = deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc ?? crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claimed ?? content.length, 18);
    fields.writeUInt16LE(rawName.length, 22);
    local.push(Buffer.from('PK\x03\x04', 'latin1'), fields, rawName, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, rawName);
    offset += 30 + rawName.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

const bytes = (text: string) => Buffer.from(text);
const limits = { ...defaultLimits, maxEntryBytes: 100_000, maxTotalBytes: 150_000 };

async function readFirst(zip: Uint8Array): Promise<string> {
  const archive = await openZip(zip, limits);
  const [entry] = archive.entries;
  if (!entry) throw new Error('no entry');
  return Buffer.from(await archive.read(entry)).toString();
}

it('reads an entry and the claims about it', async () => {
  const zip = rawZip([{ name: 'a\\b.xml', content: bytes('<a/>') }]);
  const archive = await openZip(zip, limits);
  expect(archive.entries).toEqual([{ name: 'a/b.xml', claimedBytes: 4, isEncrypted: false }]);
  expect(await readFirst(zip)).toBe('<a/>');
});

it('hostile names are data: nothing is refused for them and nothing written', async () => {
  const names = ['../../evil', '/etc/passwd', 'C:\\evil', 'x:y', 'CON', 'same', 'same'];
  const archive = await openZip(rawZip(names.map((name) => ({ name, content: bytes(name) }))), limits);
  expect(archive.entries.map(({ name }) => name)).toEqual(names.map((name) => name.replaceAll('\\', '/')));
});

const refusals: readonly { readonly name: string; readonly zip: Uint8Array; readonly code: string }[] = [
  {
    name: 'an entry too big by its own account',
    zip: rawZip([{ name: 'a', content: Buffer.alloc(100_001) }]),
    code: 'limit-exceeded',
  },
  {
    name: 'an entry that hides its size',
    zip: rawZip([{ name: 'a', content: Buffer.alloc(99_000), claimed: 50 }]),
    code: 'damaged-file',
  },
  {
    name: 'an entry that claims more than it holds',
    zip: rawZip([{ name: 'a', content: bytes('x'), claimed: 50 }]),
    code: 'damaged-file',
  },
  {
    name: 'an entry whose checksum is wrong',
    zip: rawZip([{ name: 'a', content: bytes('x'), crc: 1 }]),
    code: 'damaged-file',
  },
  { name: 'an encrypted entry', zip: rawZip([{ name: 'a', content: bytes('x'), flags: 1 }]), code: 'encrypted-file' },
  {
    name: 'a truncated archive',
    zip: rawZip([{ name: 'a', content: bytes('x') }]).subarray(0, -5),
    code: 'damaged-file',
  },
  { name: 'what is no archive', zip: bytes('PK\x03\x04 and nothing behind it, really'), code: 'damaged-file' },
  { name: 'nothing', zip: new Uint8Array(), code: 'damaged-file' },
];

it.each(refusals)('refuses $name', async ({ zip, code }) => {
  await expect(readFirst(zip)).rejects.toMatchObject({ name: 'AppError', code });
});

it('an entry that inflates beyond its claim is stopped at once', async () => {
  const content = Buffer.alloc(30 * 1024 * 1024);
  const archive = await openZip(rawZip([{ name: 'a', content, claimed: 100 }]), limits);
  const [entry] = archive.entries;
  if (!entry) throw new Error('no entry');
  await expect(archive.read(entry)).rejects.toThrow(/比记载的大/u);
});

it('what compresses beyond the ratio is refused once it is big', async () => {
  const content = Buffer.alloc(6 * 1024 * 1024);
  const archive = await openZip(rawZip([{ name: 'a', content }]), { ...defaultLimits, maxRatio: 100 });
  const [entry] = archive.entries;
  if (!entry) throw new Error('no entry');
  await expect(archive.read(entry)).rejects.toMatchObject({ code: 'limit-exceeded' });
});

it('all entries together stay within the total', async () => {
  const content = Buffer.alloc(60_000);
  const archive = await openZip(rawZip(['a', 'b', 'c'].map((name) => ({ name, content }))), limits);
  const [a, b, c] = archive.entries;
  if (!a || !b || !c) throw new Error('no entries');
  await archive.read(a);
  await archive.read(b);
  await expect(archive.read(c)).rejects.toMatchObject({ code: 'limit-exceeded' });
});

it('refuses more entries than the limit', async () => {
  const entries = Array.from({ length: 11 }, (_, index) => ({ name: `f${index}`, content: bytes('') }));
  await expect(openZip(rawZip(entries), { ...limits, maxEntries: 10 })).rejects.toMatchObject({
    code: 'limit-exceeded',
  });
  expect((await openZip(rawZip(entries), { ...limits, maxEntries: 11 })).entries).toHaveLength(11);
});

const names: readonly (readonly [raw: Uint8Array, isUtf8: boolean, name: string])[] = [
  [bytes('附件.txt'), true, '附件.txt'],
  [bytes('附件.txt'), false, '附件.txt'],
  [Buffer.from([0xb8, 0xbd, 0xbc, 0xfe]), false, '附件'],
  // 要约 in GBK is valid UTF-8 as well.
  [Buffer.from([0xd2, 0xaa, 0xd4, 0xbc]), false, '要约'],
  [bytes('plain.xml'), false, 'plain.xml'],
  [Buffer.from([0xff, 0xff]), false, '\u00ff\u00ff'],
];
it.each(names)('decodes a name %#', (raw, isUtf8, name) => {
  expect(decodeZipName(raw, isUtf8)).toBe(name);
});

it('a glance lists and reads small entries, and finds nothing in a truncated file', () => {
  const zip = rawZip([{ name: 'Word/Document.xml', content: bytes('<a/>') }]);
  const glance = glanceAtZip(zip);
  expect(glance?.names).toEqual(['word/document.xml']);
  expect(Buffer.from(glance?.read('word/document.xml') ?? []).toString()).toBe('<a/>');
  expect(glance?.read('other')).toBeNull();
  expect(glanceAtZip(rawZip([{ name: 'a', content: Buffer.alloc(2 * 1024 * 1024) }]))?.read('a')).toBeNull();
  expect(glanceAtZip(zip.subarray(0, zip.length - 10))).toBeNull();
});

it('damaged bytes end in an answer or in a refusal, never otherwise', async () => {
  const zip = rawZip([
    { name: 'a.xml', content: bytes('<a>内容</a>') },
    { name: 'b.xml', content: Buffer.alloc(5000, 'x') },
  ]);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      async (flips) => {
        const damaged = Uint8Array.from(zip);
        for (const [place, value] of flips) damaged[place] = value;
        glanceAtZip(damaged)?.read('a.xml');
        try {
          const archive = await openZip(damaged, limits);
          for (const entry of archive.entries) await archive.read(entry);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      },
    ),
    { seed: 7, numRuns: 300 },
  );
});
