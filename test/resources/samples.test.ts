import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { docxReader } from '../../electron/services/extract/docx.ts';
import { defaultLimits } from '../../electron/services/extract/format.ts';
import { buildDocument } from '../../shared/document/build-document.ts';
import { resources } from '../support/resources.ts';

const sources = join(import.meta.dirname, '..', '..', '.scripts', 'samples');

describe.each(['normative', 'agreement'])('the draft of the %s sample', (kind) => {
  it('holds every line of its source, with the articles numbered in their order', async () => {
    const folder = join(resources, 'samples', kind, '送审材料');
    const draft = readdirSync(folder).find((name) => name.endsWith('.docx')) ?? '';
    const extraction = await docxReader.extract(readFileSync(join(folder, draft)), defaultLimits, '');
    const document = buildDocument(extraction, '0'.repeat(64));
    const lines = readFileSync(join(sources, `${kind}.txt`), 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    const written = lines.map((line) => line.replace(/^(?:##|[#@>|-]) /u, ''));
    const read = document.blocks.map((block) => (block.kind === 'item' ? (block.label ?? '') : '') + block.text);
    expect(read).toEqual(written);
    const articles = document.blocks.filter((block) => block.kind === 'article');
    expect(articles).toHaveLength(lines.filter((line) => line.startsWith('@ ')).length);
    // Numbers come from the list alone: not one stands in the text of the file.
    expect(extraction.paragraphs.filter((paragraph) => /^第.+条/u.test(paragraph.text))).toEqual([]);
  });
});
