import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadLawPack } from '../../electron/services/rules/load-law-pack.ts';
import { resources } from '../support/resources.ts';

const folder = join(resources, 'law');
const manifest = z
  .object({ snapshot: z.string(), files: z.array(z.object({ name: z.string(), sha256: z.string() })) })
  .parse(JSON.parse(readFileSync(join(folder, 'law-pack.json'), 'utf8')));

function hash(name: string): string {
  return createHash('sha256')
    .update(readFileSync(join(folder, name)))
    .digest('hex');
}

describe('the law pack that ships', () => {
  it('holds the hash of each of its files', () => {
    for (const file of manifest.files) expect(hash(file.name), file.name).toBe(file.sha256);
  });

  it('lists every file of its folder', () => {
    const files = readdirSync(folder).filter((name) => name !== 'law-pack.json');
    expect(manifest.files.map((file) => file.name).sort()).toEqual(files.sort());
  });

  it('loads in full', async () => {
    const law = await loadLawPack({ resources });
    expect([...law.statutes.values()].flat()).toHaveLength(1479);
    expect(law.statutes.size).toBe(1412);
    expect(law.repealed.size).toBe(102);
    expect(law.organs).toHaveLength(68);
    expect(law.sha256).toBe(hash('law-pack.json'));
    expect(law.version).toMatch(/^\d{4}\.\d{1,2}\.\d+$/u);
  });

  it('says what it does not know', async () => {
    const law = await loadLawPack({ resources });
    expect(law.snapshot).toBe('2025-04-19');
    expect(law.limits.join('')).toContain('2025年4月19日');
    expect(law.limits.join('')).toContain('未经核对');
  });

  it('confirms no instrument that was seen in part or not at all', async () => {
    const law = await loadLawPack({ resources });
    const partial = [...law.others.values()].filter((other) => /^\[[^\]]*(?:K|W|片段)/u.test(other.note));
    expect(partial.length).toBeGreaterThan(10);
    for (const other of partial) expect(other.confirmed, other.name).toBe(false);
  });
});
