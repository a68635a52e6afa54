import { checklistFor, materialsFor, type ChecklistItem } from '../../../shared/rules/checklist.ts';
import type { DocumentType } from '../../../shared/check/finding.ts';
import type { LawIndex } from '../../../shared/rules/law-index.ts';
import type { LoadedRulePack, RuleMaterial } from '../../../shared/rules/rule-pack.ts';
import type { Environment } from '../environment.ts';
import { loadLawPack } from '../rules/load-law-pack.ts';
import { loadRulePacks } from '../rules/load-rule-packs.ts';

/** The rules and the law by which cases are reviewed. */
export interface Packs {
  readonly law: LawIndex;
  readonly rules: readonly LoadedRulePack[];
}

/** The packs of a resources folder; they ship with the application, so a process reads them once. */
const loaded = new Map<string, Promise<Packs>>();

/** The packs. @throws AppError `law-pack-invalid`, `rule-pack-invalid`; a failure is not remembered */
export function loadPacks(env: Pick<Environment, 'resources'>): Promise<Packs> {
  const known = loaded.get(env.resources);
  if (known) return known;
  const loading = Promise.all([loadLawPack(env), loadRulePacks(env)]).then(([law, rules]) => ({ law, rules }));
  loaded.set(env.resources, loading);
  loading.catch(() => loaded.delete(env.resources));
  return loading;
}

/** The questions and materials of a document type. */
export function demandsOf(
  { rules }: Packs,
  type: DocumentType,
): { readonly items: readonly ChecklistItem[]; readonly materials: readonly RuleMaterial[] } {
  return { items: checklistFor(rules, type), materials: materialsFor(rules, type) };
}
