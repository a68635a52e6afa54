import type { DocumentType } from '../check/finding.ts';
import type { LoadedRulePack, RuleItem, RuleMaterial } from './rule-pack.ts';

/** One question of a checklist with the article it comes from, so that it can be shown and cited without the pack. */
export interface ChecklistItem extends RuleItem {
  /** Id of the rule pack. */
  readonly pack: string;
  readonly packVersion: string;
  /** What an opinion calls the rule book. */
  readonly citeAs: string;
  /** Label as printed, e.g. 二十四、. */
  readonly articleLabel: string;
  readonly articleText: string;
}

/** The questions for a document type, pack by pack in the order of the rules; `group` says under which heading. */
export function checklistFor(packs: readonly LoadedRulePack[], type: DocumentType): readonly ChecklistItem[] {
  return packs.flatMap(({ pack }) => {
    const articles = new Map(pack.articles.map((article) => [article.number, article]));
    return pack.items
      .filter((item) => item.appliesTo.includes(type))
      .map((item, index) => ({ item, index }))
      .sort((a, b) => a.item.article - b.item.article || a.index - b.index)
      .map(({ item }) => ({
        ...item,
        pack: pack.id,
        packVersion: pack.version,
        citeAs: pack.citeAs,
        articleLabel: articles.get(item.article)?.label ?? '',
        articleText: articles.get(item.article)?.text ?? '',
      }));
  });
}

/** The materials a submission of a type must or may hold, in the packs' order; of two with one role the first stands. */
export function materialsFor(packs: readonly LoadedRulePack[], type: DocumentType): readonly RuleMaterial[] {
  const byRole = new Map<string, RuleMaterial>();
  for (const { pack } of packs) {
    for (const material of pack.materials) {
      if (material.appliesTo.includes(type) && !byRole.has(material.role)) byRole.set(material.role, material);
    }
  }
  return [...byRole.values()];
}
