import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadRulePacks } from '../../../../electron/services/rules/load-rule-packs.ts';
import { resources } from '../../../support/resources.ts';

const shipped = 'wolong-work-rules.json';
let copy: string;
let folder: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'rule-packs-'));
  folder = join(copy, 'rules');
  cpSync(join(resources, 'rules'), folder, { recursive: true });
});
afterEach(() => {
  rmSync(copy, { recursive: true });
});

function edit(change: (text: string) => string): void {
  writeFileSync(join(folder, shipped), change(readFileSync(join(folder, shipped), 'utf8')));
}

describe('loading rule packs', () => {
  it('gives each pack with the hash of its file', async () => {
    const packs = await loadRulePacks({ resources: copy });
    const hash = createHash('sha256')
      .update(readFileSync(join(folder, shipped)))
      .digest('hex');
    expect(packs.map(({ pack, sha256 }) => [pack.id, sha256])).toEqual([['wolong-work-rules', hash]]);
  });

  it.each<[string, (text: string) => string, string]>([
    ['is no JSON', (text) => text.slice(0, -10), shipped],
    ['is of another schema', (text) => text.replace('rule-pack/1', 'rule-pack/9'), 'schema'],
    ['knows a severity of its own', (text) => text.replace('"severity": "hint"', '"severity": "mild"'), 'severity'],
    [
      'quotes words the article does not hold',
      (text) => text.replace('"quote": "各司其职', '"quote": "各安其位'),
      'R09-1',
    ],
  ])('refuses a pack that %s, naming it', async (_name, change, said) => {
    edit(change);
    await expect(loadRulePacks({ resources: copy })).rejects.toMatchObject({
      code: 'rule-pack-invalid',
      data: { file: shipped },
      message: expect.stringContaining(said) as string,
    });
  });

  it('refuses two packs whose questions share an id', async () => {
    const other = readFileSync(join(folder, shipped), 'utf8').replace('"id": "wolong-work-rules"', '"id": "other"');
    writeFileSync(join(folder, 'z-other.json'), other);
    await expect(loadRulePacks({ resources: copy })).rejects.toMatchObject({
      code: 'rule-pack-invalid',
      message: expect.stringContaining('R01-1') as string,
    });
  });

  it('refuses a folder without a pack', async () => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
    await expect(loadRulePacks({ resources: copy })).rejects.toMatchObject({ code: 'rule-pack-invalid' });
  });
});
