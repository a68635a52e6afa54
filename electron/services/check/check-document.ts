import { catalogue } from '../../../shared/check/catalogue.ts';
import type { Check } from '../../../shared/check/check.ts';
import type { DocumentType, Finding } from '../../../shared/check/finding.ts';
import { runChecks, type CheckRun } from '../../../shared/check/run-checks.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ReviewedDocument } from '../../../shared/document/document.ts';
import { analyse } from '../../../shared/document/structure/analyse.ts';
import type { Structure } from '../../../shared/document/structure/structure.ts';
import type { LawIndex } from '../../../shared/rules/law-index.ts';
import type { LoadedRulePack } from '../../../shared/rules/rule-pack.ts';
import type { Environment } from '../environment.ts';
import { loadLawPack } from '../rules/load-law-pack.ts';
import { loadRulePacks } from '../rules/load-rule-packs.ts';
import { loadPlannedChecks, type PlannedCheck } from './planned-checks.ts';

/** What is known after the checks ran. */
export interface CheckedDocument {
  readonly document: ReviewedDocument;
  readonly structure: Structure;
  readonly findings: readonly Finding[];
  readonly run: readonly string[];
  readonly skipped: readonly { readonly check: string; readonly reason: string }[];
  /** Title of every check of the catalogue, built or not, by id. */
  readonly titles: ReadonlyMap<string, string>;
  readonly law: LawIndex;
  readonly packs: readonly LoadedRulePack[];
  readonly asOf: string;
}

/** What to run, and for which day. */
export interface CheckOptions {
  readonly type: DocumentType;
  /** YYYY-MM-DD; today by the environment's clock when absent. */
  readonly asOf?: string | undefined;
  /** Ids of checks; all when absent. */
  readonly only?: readonly string[] | undefined;
}

/** The local calendar day of a moment, YYYY-MM-DD. */
export function localDay(moment: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/**
 * Runs the checks of a type over a document.
 * @throws AppError `bad-usage` for a check that does not exist; `law-pack-invalid`, `rule-pack-invalid`
 */
export async function checkDocument(
  document: ReviewedDocument,
  options: CheckOptions,
  env: Environment,
): Promise<CheckedDocument> {
  const [law, packs, planned] = await Promise.all([loadLawPack(env), loadRulePacks(env), loadPlannedChecks(env)]);
  const unknown = (options.only ?? []).filter((id) => !planned.some((check) => check.id === id));
  if (unknown.length > 0) throw new AppError('bad-usage', `没有编号为 ${unknown.join('、')} 的检查。`);
  const isWanted = (id: string): boolean => options.only === undefined || options.only.includes(id);
  const wanted: readonly Check[] = catalogue.filter((check) => isWanted(check.meta.id));
  const structure = analyse(document);
  const asOf = options.asOf ?? localDay(env.now());
  const result = runChecks(document, { type: options.type, asOf, structure, law }, wanted);
  return assembleChecked({ document, structure, law, packs, asOf }, result, options, planned, env);
}

/** What is known of a document besides what the checks said. */
export type CheckGround = Pick<CheckedDocument, 'document' | 'structure' | 'law' | 'packs' | 'asOf'>;

/** Puts together what is known after a run; checks that are planned and not built are named as not run. */
export function assembleChecked(
  ground: CheckGround,
  result: CheckRun,
  { type, only }: CheckOptions,
  planned: readonly PlannedCheck[],
  env: Pick<Environment, 'log'>,
): CheckedDocument {
  for (const failure of result.failures) env.log(failure.error);
  const unbuilt = planned
    .filter((check) => (only === undefined || only.includes(check.id)) && check.appliesTo.includes(type))
    .filter((check) => !catalogue.some((built) => built.meta.id === check.id))
    .map((check) => ({ check: check.id, reason: '本版尚未提供，请人工审查' }));
  return {
    ...ground,
    findings: result.findings,
    run: result.run,
    skipped: [...result.skipped, ...unbuilt],
    titles: new Map(planned.map((check) => [check.id, check.title])),
  };
}
