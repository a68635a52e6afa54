import type { CallOutput } from '../../../shared/contract/contract.ts';
import { isConfirmedBasis } from '../../../shared/rules/confirmed-basis.ts';
import { lawStatus, maxArticle, plainLawName, type LawIndex } from '../../../shared/rules/law-index.ts';

type LawEntry = CallOutput<'law.search'>['entries'][number];

/** What is asked of the law pack. */
export interface LawQuery {
  readonly query: string;
  readonly asOf: string;
  readonly status: 'all' | LawEntry['status'];
  readonly offset: number;
  readonly limit: number;
}

const namesOf = new WeakMap<LawIndex, readonly string[]>();

/** Every instrument of the pack by plain name, sorted once a pack; the number and aliases of one lead to its name. */
function lawNames(law: LawIndex): readonly string[] {
  const known = namesOf.get(law);
  if (known) return known;
  const others = [...law.others.values()].map((instrument) => instrument.name);
  const names = [...new Set([...law.statutes.keys(), ...law.repealed.keys(), ...others])].sort((a, b) =>
    a.localeCompare(b, 'zh-CN'),
  );
  namesOf.set(law, names);
  return names;
}

/** Whether all characters stand in the name in this order, so that 行处法 finds 行政处罚法. */
function isSubsequence(query: string, name: string): boolean {
  let at = 0;
  for (const character of query) {
    const next = name.indexOf(character, at);
    if (next < 0) return false;
    at = next + character.length;
  }
  return true;
}

/** 0 the very name, 1 begins with it, 2 contains it, 3 has its characters in order; null where it does not match. */
function rank(query: string, name: string): number | null {
  if (query === '' || name === query) return 0;
  if (name.startsWith(query)) return 1;
  if (name.includes(query)) return 2;
  return query.length > 1 && isSubsequence(query, name) ? 3 : null;
}

/** Names that match, best first, the shorter before the longer. */
function matches(law: LawIndex, given: string): readonly string[] {
  const query = plainLawName(given);
  const byAlias = law.others.get(query)?.name ?? law.others.get(given.trim())?.name;
  const ranked = lawNames(law).flatMap((name) => {
    const at = name === byAlias ? 0 : rank(query, name);
    return at === null ? [] : [{ name, at }];
  });
  if (query === '') return ranked.map(({ name }) => name);
  return ranked.sort((a, b) => a.at - b.at || a.name.length - b.name.length).map(({ name }) => name);
}

function entryOf(law: LawIndex, name: string, asOf: string): LawEntry {
  const versions = law.statutes.get(name) ?? [];
  const repealed = law.repealed.get(name);
  const other = law.others.get(name);
  const latest = versions.at(-1);
  return {
    name,
    kind: latest ? 'statute' : repealed ? 'repealed' : 'instrument',
    level: latest?.level ?? repealed?.kind ?? other?.kind ?? '',
    scope: latest?.scope ?? '',
    number: other?.number ?? '',
    status: lawStatus(law, name, asOf),
    confirmed: repealed?.confirmed ?? isConfirmedBasis(law, name, '', asOf),
    maxArticle: maxArticle(law, name, asOf),
    versions: versions.map(({ promulgated, effective, status, maxArticle: max, source }) => ({
      promulgated,
      effective,
      status,
      maxArticle: max,
      source,
    })),
    replacement: repealed?.replacement ?? '',
    ceased: repealed?.ceased ?? null,
    basis: repealed?.basis ?? '',
    note: other?.note ?? '',
  };
}

/** Searches the law pack by name and says what applied on a day. */
export function searchLaw(law: LawIndex, { query, asOf, status, offset, limit }: LawQuery): CallOutput<'law.search'> {
  const names = matches(law, query).filter((name) => status === 'all' || lawStatus(law, name, asOf) === status);
  const { version, sha256, snapshot, limits } = law;
  return {
    total: names.length,
    entries: names.slice(offset, offset + limit).map((name) => entryOf(law, name, asOf)),
    version,
    sha256,
    snapshot,
    limits: [...limits],
    asOf,
  };
}

/** Completes the name of a basis while it is typed. */
export function completeLaw(law: LawIndex, query: string, asOf: string, limit: number): CallOutput<'law.complete'> {
  if (query.trim() === '') return { names: [] };
  return {
    names: matches(law, query)
      .slice(0, limit)
      .map((name) => {
        const { status, confirmed, maxArticle: max, level } = entryOf(law, name, asOf);
        return { name, status, confirmed, maxArticle: max, level };
      }),
  };
}
