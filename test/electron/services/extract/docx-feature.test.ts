import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { docxReader } from '../../../../electron/services/extract/docx.ts';
import { defaultLimits } from '../../../../electron/services/extract/format.ts';
import { buildFeatureDocx } from '../../../support/feature-docx.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'docx');

it('the feature document reads as expected, entry by entry and note by note', async () => {
  const bytes = new Uint8Array(await readFile(join(folder, 'feature.docx')));
  const expected: unknown = JSON.parse(await readFile(join(folder, 'feature.json'), 'utf8'));
  expect(await docxReader.extract(bytes, defaultLimits, '')).toEqual(expected);
});

it('the feature document is what its recipe makes, byte for byte', async () => {
  const bytes = await readFile(join(folder, 'feature.docx'));
  expect(Buffer.from(await buildFeatureDocx()).equals(bytes)).toBe(true);
});
