import { describe, expect, it } from 'vitest';
import { completeLaw, searchLaw, type LawQuery } from '../../../../electron/services/desk/search-law.ts';
import type { LawIndex, StatuteVersion } from '../../../../shared/rules/law-index.ts';
import { law } from '../../../support/law.ts';

const asOf = '2026-04-10';

function version(name: string): StatuteVersion {
  const dates = { promulgated: '2000-01-01', effective: '2000-07-01' } as const;
  return { name, level: '法律', scope: '全国', ...dates, status: '现行', maxArticle: 10, source: 'test' };
}

/** A pack of made-up names, each of which meets 甲乙法 in another way. */
const names = ['某省甲乙法办法', '甲种乙类法', '甲乙法实施细则', '丙丁法', '甲乙法细则', '甲乙法'];
const small: LawIndex = {
  version: '1',
  sha256: '0'.repeat(64),
  snapshot: '2025-01-01',
  limits: ['limit'],
  statutes: new Map(names.map((name) => [name, [version(name)]])),
  repealed: new Map(),
  organs: [],
  others: new Map(),
  revisions: new Map(),
};

function search(query: Partial<LawQuery>, within = law) {
  return searchLaw(within, { query: '', asOf, status: 'all', offset: 0, limit: 50, ...query });
}

describe('searchLaw', () => {
  it('lists the very name first, then what begins with it, contains it, has its characters in order', () => {
    expect(search({ query: '甲乙法' }, small).entries.map(({ name }) => name)).toEqual([
      '甲乙法',
      '甲乙法细则',
      '甲乙法实施细则',
      '某省甲乙法办法',
      '甲种乙类法',
    ]);
  });

  it('finds a law under its full name in brackets', () => {
    expect(search({ query: '《中华人民共和国行政许可法》' }).entries[0]).toMatchObject({
      name: '行政许可法',
      kind: 'statute',
      status: 'in-force',
    });
  });

  it('says of a repealed law what replaced it, when, and where that stands', () => {
    expect(search({ query: '城市规划法' }).entries[0]).toMatchObject({
      name: '城市规划法',
      status: 'lapsed',
      ceased: '2008-01-01',
      replacement: '城乡规划法',
      confirmed: true,
    });
  });

  it('filters by status, so that the three parts make up the whole', () => {
    const parts = (['in-force', 'lapsed', 'unknown'] as const).map((status) => {
      const found = search({ status, limit: 200 });
      expect(found.entries.length).toBeGreaterThan(0);
      expect(new Set(found.entries.map((entry) => entry.status))).toEqual(new Set([status]));
      return found.total;
    });
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(search({}).total);
  });

  it('turns pages without a gap and without showing anything twice', () => {
    const { total } = search({});
    const paged: string[] = [];
    for (let offset = 0; offset < total; offset += 200) {
      paged.push(...search({ offset, limit: 200 }).entries.map(({ name }) => name));
    }
    expect(paged).toHaveLength(total);
    expect(new Set(paged).size).toBe(total);
    expect(search({ offset: total }).entries).toEqual([]);
  });

  it('finds nothing for a name that the pack does not hold, and claims no status for it', () => {
    const found = search({ query: '并不存在的某某条例' });
    expect(found.total).toBe(0);
    expect(found.limits.length).toBeGreaterThan(0);
  });

  it('says unknown of a law on a day before any of its versions applied', () => {
    expect(search({ query: '甲乙法', asOf: '1990-01-01' }, small).entries[0]?.status).toBe('unknown');
  });
});

describe('completeLaw', () => {
  it('offers nothing before something is typed', () => {
    expect(completeLaw(law, '  ', asOf, 12).names).toEqual([]);
  });

  it('offers the best first, no more than asked for, each with its status', () => {
    const { names: offered } = completeLaw(law, '行政许可', asOf, 3);
    expect(offered.length).toBeLessThanOrEqual(3);
    expect(offered[0]).toMatchObject({ name: '行政许可法', status: 'in-force' });
    expect(completeLaw(law, '城市规划法', asOf, 1).names[0]?.status).toBe('lapsed');
  });
});
