import { performance } from 'node:perf_hooks';
import { findingKeys } from '../../../shared/annotate/finding-key.ts';
import { severities } from '../../../shared/check/finding.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { assembleChecked, type CheckedDocument } from '../check/check-document.ts';
import { loadPlannedChecks } from '../check/planned-checks.ts';
import type { Environment } from '../environment.ts';
import type { OpenCase } from './open-case.ts';
import { loadPacks } from './packs.ts';
import { runBeside } from './run-beside.ts';

/** The checked draft of a case. */
export interface CheckedCase extends CheckedDocument {
  /** The key of every finding, in the same order. */
  readonly keys: readonly string[];
  readonly milliseconds: number;
}

/** A run over one draft for one type and day. */
interface Run {
  readonly key: string;
  readonly result: Promise<CheckedCase>;
  /** Stops it: a change has overtaken it. */
  readonly stop: () => void;
}

/** The latest run of every open case; an older one has nobody left who waits for it. */
const latest = new WeakMap<OpenCase, Run>();

function countedFindings(checked: CheckedDocument): string {
  const names = { blocking: '阻断', major: '重大', minor: '一般', hint: '提示' } as const;
  return severities
    .map((severity) => `${names[severity]} ${checked.findings.filter((f) => f.severity === severity).length}`)
    .join('、');
}

async function runAll(opened: OpenCase, wanted: AbortSignal, env: Environment): Promise<CheckedCase> {
  const { type, asOf } = opened.work;
  const [{ law, rules }, planned, draft] = await Promise.all([
    loadPacks(env),
    loadPlannedChecks(env),
    opened.readDraft(env),
  ]);
  const started = performance.now();
  const run = await runBeside({ document: draft.document, type, asOf }, wanted, env);
  const milliseconds = performance.now() - started;
  const checked = assembleChecked(
    { document: draft.document, structure: opened.structureOf(draft), law, packs: rules, asOf },
    run,
    { type },
    planned,
    env,
  );
  await opened.note(
    `运行检查 ${checked.run.length} 项，发现 ${checked.findings.length} 处（${countedFindings(checked)}）；法规库 ${law.version}，基准日 ${asOf}。`,
    { action: 'checked', objectHash: draft.document.sha256 },
    env,
  );
  return { ...checked, keys: findingKeys(checked.findings), milliseconds };
}

function keyOf({ work }: OpenCase): string {
  return `${work.draft ?? ''} ${work.type} ${work.asOf}`;
}

/**
 * What the checks say of a case as it stands; they run once for one draft, type and day, and a run that a change has
 * overtaken stops.
 * @throws AppError `cancelled`; `bad-input` where there is no draft; whatever keeps it from being read
 */
export async function checkCase(opened: OpenCase, env: Environment): Promise<CheckedCase> {
  const key = keyOf(opened);
  const known = latest.get(opened);
  if (known?.key === key) {
    try {
      return await known.result;
    } catch (error) {
      // Another caller cancelled it: this one still wants it.
      if (!(error instanceof AppError) || error.code !== 'cancelled' || env.signal.aborted) throw error;
      return checkCase(opened, env);
    }
  }
  known?.stop();
  const overtaken = new AbortController();
  const wanted = AbortSignal.any([overtaken.signal, env.signal]);
  const run: Run = { key, result: runAll(opened, wanted, env), stop: () => overtaken.abort() };
  latest.set(opened, run);
  try {
    return await run.result;
  } catch (error) {
    if (latest.get(opened) === run) latest.delete(opened);
    throw error;
  }
}
