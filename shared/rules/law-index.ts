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
  /** Other names under which it is cited. */
  readonly aliases: readonly string[];
  readonly kind: string;
  /** Highest article number; null where it has none or it is unknown. */
  readonly maxArticle: number | null;
  readonly confirmed: boolean;
  readonly note: string;
}

/** A revision under the same name that moved article numbers (同名大修，条号漂移). */
export interface StatuteRevision {
  readonly name: string;
  /** Year by which the revision is known. */
  readonly year: number;
  /** YYYY-MM-DD; null where unknown. */
  readonly effective: string | null;
  readonly confirmed: boolean;
  readonly note: string;
}

/** Whether a law applied on a date. `unknown` is 无法确认 and never yields a finding of certainty A. */
export type LawStatus = 'in-force' | 'lapsed' | 'unknown';

/** The law pack as loaded: what checks may cite and ask. Lookups are exact by plain name, never by substring. */
export interface LawIndex {
  readonly version: string;
  /** SHA-256 of `law-pack.json`, lower-case hex; that file holds the hash of every other file of the pack. */
  readonly sha256: string;
  /** The day up to which `statutes` was observed, YYYY-MM-DD. */
  readonly snapshot: string;
  /** Chinese: what the pack does not know; to be said wherever its answers are shown. */
  readonly limits: readonly string[];
  /** By plain name, oldest version first. */
  readonly statutes: ReadonlyMap<string, readonly StatuteVersion[]>;
  readonly repealed: ReadonlyMap<string, RepealedInstrument>;
  readonly organs: readonly OrganRename[];
  /** By plain name, by number and by every alias. */
  readonly others: ReadonlyMap<string, OtherInstrument>;
  readonly revisions: ReadonlyMap<string, readonly StatuteRevision[]>;
}

const versionSuffix = /（[0-9]{4}年?(?:第[一二三四五六]次)?(?:修订|修正|修改)(?:版|本)?）$/u;

/**
 * The name a law is looked up by: without 《》〈〉, without the 中华人民共和国 that begins a name (also an inner one, as in
 * 实施〈中华人民共和国土地管理法〉办法), without white space and a trailing （2021年修订）, with full-width brackets.
 */
export function plainLawName(name: string): string {
  return name
    .replace(/\s/gu, '')
    .replace(/([《〈])中华人民共和国/gu, '$1')
    .replace(/[《》〈〉]/gu, '')
    .replace(/^中华人民共和国/u, '')
    .replace(/\(/gu, '（')
    .replace(/\)/gu, '）')
    .replace(versionSuffix, '');
}

/**
 * Days from promulgation after which a version without a known effective date counts as in force. The longest such
 * interval among the dated versions of the pack is 386 days (契税法, 印花税法), the two Basic Laws aside, whose dates
 * are known.
 */
const longestWait = 400;

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The day from which a version surely applies; without any date, the day it was observed to be there. */
function surelyFrom(version: StatuteVersion, snapshot: string): string {
  if (version.effective !== null) return version.effective;
  return version.promulgated === null ? snapshot : addDays(version.promulgated, longestWait);
}

/** The first day on which a version may apply. */
function possiblyFrom(version: StatuteVersion): string {
  return version.effective ?? version.promulgated ?? '';
}

/** Whether a date that may be known to the month or year only is past: yes, no, or null within that month or year. */
function isPast(partial: string, asOf: string): boolean | null {
  const prefix = asOf.slice(0, partial.length);
  if (partial.length === 10) return partial <= asOf;
  return prefix === partial ? null : partial < prefix;
}

function statusOfRepealed(
  law: LawIndex,
  repealed: RepealedInstrument,
  versions: readonly StatuteVersion[],
  asOf: string,
): LawStatus {
  const current = versions.filter((version) => version.status === '现行');
  const past = repealed.confirmed && repealed.ceased !== null ? isPast(repealed.ceased, asOf) : null;
  if (past === null) {
    const wasObserved = asOf <= law.snapshot && current.some((version) => surelyFrom(version, law.snapshot) <= asOf);
    return wasObserved ? 'in-force' : 'unknown';
  }
  if (!past) return 'in-force';
  // A law made anew under the name of a repealed one lives again from its own first day.
  const isAnew = current.some(
    (version) => possiblyFrom(version) > (repealed.ceased ?? '') && surelyFrom(version, law.snapshot) <= asOf,
  );
  return isAnew ? 'in-force' : 'lapsed';
}

/**
 * The status of an instrument on a date, asked by name: a law in any of its versions is in force, for a revision leaves
 * no gap. What happened after the snapshot and is not in the list of repeals is not known to it.
 * @param asOf YYYY-MM-DD
 */
export function lawStatus(law: LawIndex, name: string, asOf: string): LawStatus {
  const plain = plainLawName(name);
  const versions = law.statutes.get(plain) ?? [];
  const repealed = law.repealed.get(plain);
  if (repealed) return statusOfRepealed(law, repealed, versions, asOf);
  const living = versions.filter((version) => version.status !== '已失效');
  if (living.some((version) => surelyFrom(version, law.snapshot) <= asOf)) return 'in-force';
  if (living.length > 0 || versions.length === 0) return 'unknown';
  // That it had ceased by the snapshot is known; since when is not.
  return asOf >= law.snapshot ? 'lapsed' : 'unknown';
}

/** The revisions of a statute that moved its article numbers, oldest first; empty where none is known. */
export function revisionsOf(law: LawIndex, name: string): readonly StatuteRevision[] {
  return law.revisions.get(plainLawName(name)) ?? [];
}

/** Whether the pack holds the text that a revision produced; the snapshot misses what came after it. */
function holdsRevision(versions: readonly StatuteVersion[], revision: StatuteRevision): boolean {
  const year = `${revision.year}`;
  return versions.some(
    (version) => version.promulgated?.startsWith(year) === true || version.effective?.startsWith(year) === true,
  );
}

/** The highest article number of a statute on a date, from its dated versions; null where one that may apply is not known. */
function maxOfStatute(law: LawIndex, plain: string, asOf: string): number | null {
  const versions = law.statutes.get(plain) ?? [];
  const isRevisedSince = (law.revisions.get(plain) ?? []).some(
    (revision) => !holdsRevision(versions, revision) && (revision.effective ?? `${revision.year}`) <= asOf,
  );
  if (isRevisedSince) return null;
  const living = versions.filter((version) => version.status !== '已失效');
  const latestSure = living.findLastIndex((version) => surelyFrom(version, law.snapshot) <= asOf);
  const applicable = living.filter((version, index) => index >= latestSure && possiblyFrom(version) <= asOf);
  const numbers = applicable.map((version) => version.maxArticle).filter((number) => number !== null);
  if (latestSure < 0 || numbers.length < applicable.length) return null;
  return Math.max(...numbers);
}

/**
 * The highest article number of an instrument; null where the pack does not know it, which says nothing about the text.
 * Null also where a revision that the pack does not hold has taken effect.
 * @param asOf YYYY-MM-DD; without it, the latest text
 */
export function maxArticle(law: LawIndex, name: string, asOf = '9999-12-31'): number | null {
  const plain = plainLawName(name);
  return law.statutes.has(plain) ? maxOfStatute(law, plain, asOf) : (law.others.get(plain)?.maxArticle ?? null);
}

/** Whether the pack knows the instrument at all, as a statute or otherwise; what was repealed under its name aside. */
export function isKnownInstrument(law: LawIndex, name: string): boolean {
  const plain = plainLawName(name);
  return law.statutes.has(plain) || law.others.has(plain);
}
