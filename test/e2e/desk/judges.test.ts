import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { contract } from '../../../shared/contract/contract.ts';
import { desk } from '../../support/desk.ts';
import { describeJudges, type SignedFiles } from '../../support/judges.ts';
import { resources } from '../../support/resources.ts';

const kinds = ['normative', 'agreement'] as const;
let folder = '';
const files = new Map<string, SignedFiles>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-judges-'));
  for (const kind of kinds) {
    const source = join(resources, 'samples', kind);
    const run = await desk(
      join(folder, 'data'),
      ...['review', join(source, '送审材料'), '--type', kind, '--out', join(folder, kind)],
      ...['--decisions', join(source, 'decisions.json'), '--as-of', '2026-04-10', '--json'],
    );
    const { pdf, docx, p7s } = contract['opinion.review'].output.parse(JSON.parse(run.stdout)).files;
    files.set(kind, { pdf: pdf ?? '', docx: docx ?? '', p7s: p7s ?? '' });
  }
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

for (const kind of kinds) {
  describeJudges(`what others say of the opinion on the ${kind} sample`, () => {
    const found = files.get(kind);
    if (!found) throw new Error(`no files for ${kind}`);
    return found;
  });
}
