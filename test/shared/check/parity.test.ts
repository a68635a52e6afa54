import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../shared/check/catalogue.ts';
import type { Basis } from '../../../shared/check/finding.ts';
import { documentTypes } from '../../../shared/check/finding.ts';
import { isKnownInstrument, maxArticle } from '../../../shared/rules/law-index.ts';
import { parseChineseNumeral } from '../../../shared/text/chinese-numeral.ts';
import { law } from '../../support/law.ts';
import { resources } from '../../support/resources.ts';

const checkFolder = join(import.meta.dirname, '..', '..', '..', 'shared', 'check', 'checks');
const tableFolder = join(import.meta.dirname, 'checks');
const helpFolder = join(resources, 'help', 'checks');

/** Names of a folder's files without their ending, in the catalogue's order of ids. */
function idsIn(folder: string, ending: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length).toUpperCase())
    .sort();
}

const files = idsIn(checkFolder, '.ts');
const [, ...rows] = readFileSync(join(resources, 'checks', 'catalogue.tsv'), 'utf8')
  .trimEnd()
  .split('\n');
const promised = new Map(
  rows.map((row) => {
    const [id = '', title = '', appliesTo = '', severity = '', certainty = ''] = row.split('\t');
    return [
      id,
      { title, appliesTo: appliesTo === 'all' ? [...documentTypes] : appliesTo.split(','), severity, certainty },
    ];
  }),
);

/** Every 第X条 of a basis as numbers. */
function articlesOf(basis: Basis): readonly number[] {
  return [...basis.article.matchAll(/第([一二三四五六七八九十百千零〇]+)条/gu)].map(
    (match) => parseChineseNumeral(match[1] ?? '') ?? Number.NaN,
  );
}

describe('every check', () => {
  it('has a line in the index, and every line has a file', () => {
    expect(catalogue.map(({ meta }) => meta.id).sort()).toEqual(files);
  });

  it('has a table test', () => {
    expect(files.filter((id) => !existsSync(join(tableFolder, `${id.toLowerCase()}.test.ts`)))).toEqual([]);
  });

  it('has a help text that names it and says what, why, how, and what goes wrong', () => {
    expect(files.filter((id) => !existsSync(join(helpFolder, `${id}.md`)))).toEqual([]);
    for (const { meta } of catalogue) {
      const help = readFileSync(join(helpFolder, `${meta.id}.md`), 'utf8');
      expect(help.split('\n')[0], meta.id).toBe(`# ${meta.id} ${meta.title}`);
      for (const word of ['查什么', '依据', '怎么判', '常见误报', '怎么处理']) expect(help, meta.id).toContain(word);
    }
  });

  it('stands once in the index', () => {
    const ids = catalogue.map(({ meta }) => meta.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(catalogue.map(({ meta }) => [meta.id, meta] as const))('%s is what the catalogue promises', (id, meta) => {
    const { title, appliesTo, severity, certainty } = meta;
    expect({ title, appliesTo: [...appliesTo], severity, certainty }).toEqual(promised.get(id));
  });

  it.each(catalogue.map(({ meta }) => [meta.id, meta] as const))(
    '%s says what may be wrong in Chinese',
    (_id, meta) => {
      for (const message of Object.values(meta.messages)) expect(message).toMatch(/\p{Script=Han}/u);
      expect(meta.falseAlarms.length).toBeGreaterThan(0);
    },
  );

  it.each(catalogue.flatMap(({ meta }) => meta.basis.map((basis) => [meta.id, basis.source, basis] as const)))(
    '%s cites %s as the law pack has it',
    (_id, source, basis) => {
      expect(isKnownInstrument(law, source)).toBe(true);
      const last = maxArticle(law, source);
      for (const article of articlesOf(basis)) expect(article).toBeLessThanOrEqual(last ?? Number.POSITIVE_INFINITY);
    },
  );
});

it('leaves no table test and no help text without a check', () => {
  expect(idsIn(tableFolder, '.test.ts').filter((id) => !files.includes(id))).toEqual([]);
  expect(idsIn(helpFolder, '.md').filter((id) => !files.includes(id))).toEqual([]);
});
