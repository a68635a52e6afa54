import type { LoadedRulePack } from './rule-pack.ts';

/** Chinese: what must be said of rule packs wherever they are used, e.g. that the rule book was replaced. */
export function packNotices(packs: readonly Pick<LoadedRulePack, 'pack'>[]): string[] {
  return packs.flatMap(({ pack }) => (pack.notice === null ? [] : [`《${pack.citeAs}》：${pack.notice}`]));
}
