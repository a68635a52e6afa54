/** One version of a statute, as the law pack knows it. */
export interface StatuteVersion {
  /** Name without 中华人民共和国. */
  readonly name: string;
  readonly level: string;
  readonly scope: string;
  /** YYYY-MM-DD; null where unknown. */
  readonly promulgated: string | null;
  readonly effective: string | null;
  /** As the source states it: 现行, 被修订取代, 已失效. */
  readonly status: string;
  /** Highest article number; null where unknown. */
  readonly maxArticle: number | null;
  readonly source: string;
}

/** An instrument that no longer applies under this name. */
export interface RepealedInstrument {
  readonly name: string;
  readonly kind: string;
  /** YYYY-MM-DD, or as far as known (2021-09); null where open. */
  readonly ceased: string | null;
  readonly replacement: string;
  readonly basis: string;
  readonly confirmed: boolean;
}

/** An organ's former name. */
export interface OrganRename {
  readonly old: string;
  readonly now: string;
  readonly when: string;
  readonly condition: string;
  readonly confirmed: boolean;
  readonly note: string;
}

/** An instrument that is no statute (文件, 司法解释, 标准, 本区规则) and may be cited as a basis. */
export interface OtherInstrument {
  readonly name: string;
  readonly number: string;
  readonly kind: string;
  /** Highest article number; null where it has none or it is unknown. */
  readonly maxArticle: number | null;
  readonly confirmed: boolean;
  readonly note: string;
}

/** Whether a law applied on a date. `unknown` is 无法确认 and never yields a finding of certainty A. */
export type LawStatus = 'in-force' | 'lapsed' | 'unknown';

/** The law pack as loaded: what checks may cite and ask. Lookups are exact by plain name, never by substring. */
export interface LawIndex {
  readonly version: string;
  /** Lower-case hex over the pack's files in order. */
  readonly sha256: string;
  readonly statutes: ReadonlyMap<string, readonly StatuteVersion[]>;
  readonly repealed: ReadonlyMap<string, RepealedInstrument>;
  readonly organs: readonly OrganRename[];
  readonly others: ReadonlyMap<string, OtherInstrument>;
}

/** The name a law is looked up by: without 《》, without 中华人民共和国, without white space, full-width brackets. */
export function plainLawName(name: string): string {
  return name
    .replace(/[《》〈〉\s]/gu, '')
    .replace(/^中华人民共和国/u, '')
    .replace(/\(/gu, '（')
    .replace(/\)/gu, '）');
}

/**
 * The status of an instrument on a date.
 * @param asOf YYYY-MM-DD
 */
export function lawStatus(law: LawIndex, name: string, asOf: string): LawStatus {
  const plain = plainLawName(name);
  const versions = law.statutes.get(plain) ?? [];
  const repealed = law.repealed.get(plain);
  const isLive = versions.some((version) => version.status === '现行' && (version.effective ?? '') <= asOf);
  if (repealed && !isLive) {
    if (!repealed.confirmed || repealed.ceased === null || !/^\d{4}-\d{2}-\d{2}$/u.test(repealed.ceased))
      return 'unknown';
    return repealed.ceased <= asOf ? 'lapsed' : 'in-force';
  }
  if (versions.length === 0) return 'unknown';
  if (repealed) return repealed.confirmed ? 'in-force' : 'unknown';
  if (isLive) return 'in-force';
  return versions.every((version) => version.status === '已失效') ? 'lapsed' : 'unknown';
}

/** The highest article number among the live versions of a statute; null where the pack does not know. */
export function maxArticle(law: LawIndex, name: string): number | null {
  const plain = plainLawName(name);
  const known = (law.statutes.get(plain) ?? []).filter((version) => version.status === '现行');
  const numbers = known.map((version) => version.maxArticle).filter((number) => number !== null);
  if (numbers.length > 0) return Math.max(...numbers);
  return law.others.get(plain)?.maxArticle ?? null;
}

/** Whether the pack knows the instrument at all, as a statute or otherwise. */
export function isKnownInstrument(law: LawIndex, name: string): boolean {
  const plain = plainLawName(name);
  return law.statutes.has(plain) || law.others.has(plain);
}
