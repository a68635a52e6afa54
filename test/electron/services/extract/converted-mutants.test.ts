import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import JSZip from 'jszip';
import { expect, it } from 'vitest';
import { defaultLimits, type FormatReader } from '../../../../electron/services/extract/format.ts';
import { odtReader } from '../../../../electron/services/extract/odt.ts';
import { rtfReader } from '../../../../electron/services/extract/rtf.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import { mutate, seededRandom } from '../../../support/mutants.ts';

const fixtures = join(import.meta.dirname, '..', '..', '..', 'fixtures');
const load = async (name: string) => new Uint8Array(await readFile(join(fixtures, name)));

/** What became of a mutant: its text, or the code and message of its one refusal; anything else is a bug. */
async function read(reader: FormatReader, bytes: Uint8Array): Promise<'read' | 'refused'> {
  try {
    const { paragraphs, xray } = await reader.extract(bytes, defaultLimits, '');
    expect(paragraphs.length).toBeGreaterThan(0);
    for (const { paragraph } of xray) if (paragraph !== null) expect(paragraphs[paragraph]).toBeDefined();
    return 'read';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(['damaged-file', 'limit-exceeded', 'no-text', 'encrypted-file']).toContain(error.code);
    expect(error.message).toMatch(/\p{Script=Han}.*。$/su);
    return 'refused';
  }
}

async function readAll(reader: FormatReader, mutants: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) {
  const found = { read: 0, refused: 0 };
  for await (const mutant of mutants) found[await read(reader, mutant)] += 1;
  return found;
}

it('every mutant of an .rtf is a text or one clear refusal', async () => {
  const random = seededRandom(20_261_124);
  const sources = [await load('rtf/feature.rtf'), await load('rtf/parts.rtf'), await load('rtf/changes.rtf')];
  const found = await readAll(
    rtfReader,
    sources.flatMap((source) => Array.from({ length: 150 }, () => mutate(source, random))),
  );
  expect(found.read).toBeGreaterThan(100);
  expect(found.refused).toBeGreaterThan(50);
});

it('every mutant of an .odt, damaged in the package or in its content, is a text or one clear refusal', async () => {
  const random = seededRandom(20_261_125);
  const packed = await load('odt/parts.odt');
  const archive = await JSZip.loadAsync(await load('odt/changes.odt'));
  const flat = await load('odt/changes.fodt');
  async function* mutants(): AsyncGenerator<Uint8Array> {
    for (let count = 0; count < 150; count += 1) yield mutate(packed, random);
    for (const part of ['content.xml', 'styles.xml', 'META-INF/manifest.xml']) {
      const whole = await archive.file(part)?.async('uint8array');
      if (!whole) throw new Error(part);
      for (let count = 0; count < 60; count += 1) {
        archive.file(part, mutate(whole, random));
        yield await archive.generateAsync({ type: 'uint8array' });
      }
      archive.file(part, whole);
    }
    for (let count = 0; count < 60; count += 1) yield mutate(flat, random);
  }
  const found = await readAll(odtReader, mutants());
  expect(found.read).toBeGreaterThan(50);
  expect(found.refused).toBeGreaterThan(100);
});

it('every .odt whose elements, values or references are exchanged is a text or one clear refusal', async () => {
  const random = seededRandom(20_261_126);
  const flat = new TextDecoder().decode(await load('odt/changes.fodt'));
  const start = flat.indexOf('<office:automatic-styles');
  const tokens = flat.slice(start).match(/[a-z]+:[a-z-]+|"[^"]*"|[^a-z"]+|[a-z]+/gu) ?? [];
  const names = tokens.filter((token) => /^(?:text|table|draw|office|style):/u.test(token));
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const values = tokens.filter((token) => token.startsWith('"'));
  const exchange = (): Uint8Array => {
    // An element's name is exchanged wherever it stands, so that the file stays well-formed.
    const [from, to] = [pick(names), pick(names)];
    const changed = tokens.map((token) => {
      if (token === from) return to;
      return token.startsWith('"') && random() < 0.05 ? pick(values) : token;
    });
    return new TextEncoder().encode(flat.slice(0, start) + changed.join(''));
  };
  const found = await readAll(
    odtReader,
    Array.from({ length: 200 }, () => exchange()),
  );
  expect(found.read).toBeGreaterThan(20);
});
