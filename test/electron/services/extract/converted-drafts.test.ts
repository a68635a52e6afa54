import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { docxReader } from '../../../../electron/services/extract/docx.ts';
import { defaultLimits } from '../../../../electron/services/extract/format.ts';
import { recogniseFormat } from '../../../../electron/services/extract/formats.ts';
import type { Extraction } from '../../../../shared/document/source.ts';
import { convertedDrafts } from '../../../support/converted-drafts.ts';

const fixtures = join(import.meta.dirname, '..', '..', '..', 'fixtures');

async function extract(path: string): Promise<Extraction> {
  const bytes = new Uint8Array(await readFile(path));
  const recognised = recogniseFormat(bytes);
  if (recognised.kind !== 'readable') throw new Error(recognised.format.what);
  return recognised.reader.extract(bytes, defaultLimits, '');
}

/** What a reader of the document sees, in both views. */
const seen = ({ paragraphs }: Extraction) =>
  paragraphs.map(({ part, label, text, originalLabel, originalText, deleted }) => ({
    part,
    label,
    text,
    originalLabel,
    originalText,
    deleted,
  }));
// A link of a .docx belongs to the file, one of the others to its paragraph.
const details = ({ xray }: Extraction) => xray.map(({ kind, detail }) => ({ kind, detail }));

const files = await Promise.all(
  ['rtf', 'odt'].map(async (folder) => {
    const names = await readdir(join(fixtures, folder));
    return names.filter((name) => /\.(?:rtf|odt|fodt)$/u.test(name)).map((name) => join(fixtures, folder, name));
  }),
);

describe('files that LibreOffice wrote', () => {
  it.each(files.flat())('%s reads as expected, entry by entry and note by note', async (path) => {
    const expected: unknown = JSON.parse(await readFile(path.replace(/\.[a-z]+$/u, '.json'), 'utf8'));
    const found = await extract(path);
    // The flat file says the same as the packed one beside it.
    expect(found).toEqual(expected);
  });

  it.each([
    ['numbers', 'rtf/numbers.rtf'],
    ['numbers', 'odt/numbers.odt'],
    ['parts', 'rtf/parts.rtf'],
    ['parts', 'odt/parts.odt'],
    ['changes', 'odt/changes.odt'],
    ['changes', 'odt/changes.fodt'],
  ])('the draft “%s” says as %s what it says as .docx: every label, text, row, note and change', async (name, file) => {
    const build = convertedDrafts[name];
    if (!build) throw new Error(name);
    const docx = await docxReader.extract(await build(), defaultLimits, '');
    const found = await extract(join(fixtures, file));
    expect(seen(found)).toEqual(seen(docx));
    expect(new Set(details(found))).toEqual(new Set(details(docx)));
  });
});
