import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadLawPack } from '../../electron/services/rules/load-law-pack.ts';
import { loadRulePacks } from '../../electron/services/rules/load-rule-packs.ts';
import { catalogue } from '../../shared/check/catalogue.ts';
import { isKnownInstrument, maxArticle } from '../../shared/rules/law-index.ts';
import { parseChineseNumeral } from '../../shared/text/chinese-numeral.ts';
import { resources } from '../support/resources.ts';

const packs = await loadRulePacks({ resources });
const pack = packs.find((loaded) => loaded.pack.id === 'wolong-work-rules')?.pack;
if (!pack) throw new Error('the pack of the work rules is missing');
const law = await loadLawPack({ resources });
const source = readFileSync(join(resources, 'rules', 'wolong-work-rules.txt'), 'utf8');

/** Articles, reasons aside: what the survey of the thirty articles derived from each. */
const derived: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  5: 1,
  6: 2,
  7: 2,
  8: 1,
  9: 1,
  10: 1,
  11: 1,
  12: 3,
  13: 1,
  14: 1,
  15: 2,
  16: 3,
  17: 3,
  18: 3,
  19: 1,
  20: 5,
  21: 1,
  22: 6,
  23: 1,
  24: 5,
  26: 1,
  27: 1,
  28: 1,
  29: 1,
  30: 1,
};

/** Item, types (N normative, C agreement, D decision) and severity, as the survey fixes them. */
const survey = `
R01-1 N minor|R02-1 N hint|R05-1 NCD major|R06-1 NCD blocking|R06-2 NCD minor|R07-1 NCD minor|R07-2 C major
R08-1 NCD hint|R09-1 N major|R10-1 N minor|R11-1 NC minor|R12-1 N blocking|R12-2 NC blocking|R12-3 N major
R13-1 NCD major|R14-1 N major|R15-1 NCD blocking|R15-2 NCD blocking|R16-1 N blocking|R16-2 N major|R16-3 N minor
R17-1 N blocking|R17-2 N major|R17-3 N minor|R18-1 ND blocking|R18-2 N blocking|R18-3 N hint|R19-1 N major
R20-1 ND major|R20-2 ND major|R20-3 ND major|R20-4 ND blocking|R20-5 ND blocking|R21-1 NCD blocking
R22-1 D major|R22-2 ND major|R22-3 NCD major|R22-4 NCD blocking|R22-5 D minor|R22-6 ND hint|R23-1 ND minor
R24-1 C hint|R24-2 C blocking|R24-3 C blocking|R24-4 C blocking|R24-5 C blocking|R26-1 NC minor
R27-1 NC minor|R28-1 NC major|R29-1 ND major|R30-1 ND major
`
  .trim()
  .split(/[|\n]/u);

describe('the pack of the work rules', () => {
  it('holds all thirty articles, each with questions or with the reason why there are none', () => {
    expect(pack.articles.map((article) => article.number)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    for (const article of pack.articles) {
      const count = pack.items.filter((item) => item.article === article.number).length;
      expect(count, article.label).toBe(derived[article.number] ?? 0);
      expect(article.unreviewable === null, article.label).toBe(count > 0);
    }
    expect(pack.articles.filter((article) => article.unreviewable !== null).map((article) => article.number)).toEqual([
      3, 4, 25,
    ]);
  });

  it('holds exactly the questions of the survey, in its order', () => {
    const short = { normative: 'N', agreement: 'C', decision: 'D' };
    const shown = pack.items.map((item) => {
      const types = [...'NCD'].filter((letter) => item.appliesTo.some((type) => short[type] === letter)).join('');
      return `${item.id} ${types} ${item.severity}`;
    });
    expect(shown).toEqual(survey);
  });

  it('marks as derived what the survey derived from statements of principle', () => {
    expect(pack.items.filter((item) => item.derived).map((item) => item.id)).toEqual([
      'R01-1',
      'R02-1',
      'R08-1',
      'R10-1',
      'R11-1',
      'R19-1',
    ]);
  });

  it('rebuilds the source word for word from labels, chapters and texts', () => {
    const lines = source.split('\n').slice(0, 3);
    let chapter: string | null = null;
    for (const article of pack.articles) {
      if (article.chapter !== chapter) lines.push((article.chapter ?? '').replace('\u3000', ' '));
      chapter = article.chapter;
      lines.push(article.label + article.text);
    }
    expect(lines.join('\n')).toBe(source);
    expect(new Set(pack.articles.map((article) => article.chapter)).size).toBe(6);
  });

  it('says that it was replaced and breaks off inside article 30', () => {
    expect(pack.status).toBe('superseded');
    expect(pack.notice).toContain('已被取代');
    expect(pack.notice).toContain('末条残缺');
    expect(pack.notice).toContain('待核');
    expect(pack.truncated).toBe(true);
    expect(pack.articles.filter((article) => article.truncated).map((article) => article.number)).toEqual([30]);
    expect(pack.articles.at(-1)?.text.endsWith('规定需要公')).toBe(true);
  });

  it('asks full questions and names the evidence', () => {
    for (const item of pack.items) {
      expect(item.question, item.id).toMatch(/^.{13,}？$/u);
      expect(item.evidence.length, item.id).toBeGreaterThan(2);
    }
    expect(new Set(pack.items.map((item) => item.question)).size).toBe(pack.items.length);
  });

  it('cites only what the law index knows, and no article beyond the last', () => {
    for (const item of pack.items) {
      for (const { source: name, article } of item.basis) {
        expect(isKnownInstrument(law, name), `${item.id} ${name}`).toBe(true);
        const numbers = [...article.matchAll(/第([一二三四五六七八九十百千零]+)条/gu)].map((match) =>
          parseChineseNumeral(match[1] ?? ''),
        );
        expect(numbers.length > 0, `${item.id} ${name}${article}`).toBe(article !== '');
        const highest = maxArticle(law, name);
        if (article !== '') expect(highest, `${item.id} ${name}`).not.toBeNull();
        for (const number of numbers) expect(number, `${item.id} ${name}${article}`).toBeLessThanOrEqual(highest ?? 0);
      }
    }
  });

  it('calls a basis confirmed only where the law pack holds the text or confirms the instrument', () => {
    for (const { source: name, confirmed } of pack.items.flatMap((item) => item.basis)) {
      const isStatute = law.statutes.has(name);
      expect(confirmed, name).toBe(isStatute || law.others.get(name)?.confirmed === true);
    }
  });

  it('names as evidence only checks of the catalogue that run on a type of the question', () => {
    const known = new Map(catalogue.map((check) => [check.meta.id, check.meta]));
    for (const item of pack.items) {
      for (const id of item.checks) {
        expect(id).toMatch(/^(?:L(?:0[1-9]|1[0-7])|N(?:0[1-9]|1\d|2[0-4])|C(?:0[1-9]|1\d|2[0-4]))$/u);
        const appliesTo = known.get(id)?.appliesTo ?? item.appliesTo;
        expect(
          appliesTo.some((type) => item.appliesTo.includes(type)),
          `${item.id} ${id}`,
        ).toBe(true);
        if (id.startsWith('C')) expect(item.appliesTo, `${item.id} ${id}`).toContain('agreement');
      }
      expect(new Set(item.checks).size, item.id).toBe(item.checks.length);
    }
  });

  it('demands of article 24 the order, the persons and the meetings, and of others what they say', () => {
    const shown = pack.constraints.map(({ kind, article, steps }) => `${article} ${kind} ${steps.join('→')}`);
    expect(shown).toEqual([
      '6 role 区长→受区长委托的常务副区长',
      '6 level 区政府全体会议→区政府常务会议',
      '18 order review→meeting',
      '21 level 区政府全体会议→区政府常务会议',
      '24 order review→meeting→signing',
      '24 level 区政府常务会议→区长办公会议',
      '24 role 区长→常务副区长→区政府主管领导',
    ]);
  });

  it('is known to the law index under the name by which an opinion cites it, unconfirmed', () => {
    expect(law.others.get(pack.citeAs)).toMatchObject({ maxArticle: 30, confirmed: false });
  });
});
