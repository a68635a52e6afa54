import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { findingKeys } from '../../../shared/annotate/finding-key.ts';
import { runChecks, type CheckRun } from '../../../shared/check/run-checks.ts';
import { severities } from '../../../shared/check/finding.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { checkDocument, type CheckedDocument } from '../check/check-document.ts';
import type { Environment } from '../environment.ts';
import type { OpenCase } from './open-case.ts';

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
}

/** The latest run of every open case; an older one has nobody left who waits for it. */
const latest = new WeakMap<OpenCase, Run>();

/** Runs check by check and lets others have their turn in between. */
async function runInTurn(
  [document, context, checks]: Parameters<typeof runChecks>,
  isWanted: () => boolean,
  env: Environment,
): Promise<CheckRun> {
  const runs: CheckRun[] = [];
  for (const [index, check] of checks.entries()) {
    await nextTurn();
    if (env.signal.aborted || !isWanted()) throw new AppError('cancelled', '已停止检查。');
    env.progress(`检查：${check.meta.title}`, { done: index, total: checks.length });
    runs.push(runChecks(document, context, [check]));
  }
  const findings = runs
    .flatMap((run) => run.findings)
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.check < b.check ? -1 : a.check > b.check ? 1 : 0));
  return {
    findings,
    run: runs.flatMap((run) => run.run),
    skipped: runs.flatMap((run) => run.skipped),
    failures: runs.flatMap((run) => run.failures),
  };
}

function countedFindings(checked: CheckedDocument): string {
  const names = { blocking: '阻断', major: '重大', minor: '一般', hint: '提示' } as const;
  return severities
    .map((severity) => `${names[severity]} ${checked.findings.filter((f) => f.severity === severity).length}`)
    .join('、');
}

async function runAll(opened: OpenCase, isWanted: () => boolean, env: Environment): Promise<CheckedCase> {
  const { type, asOf } = opened.work;
  const { document } = await opened.readDraft(env);
  const started = performance.now();
  const checked = await checkDocument(document, { type, asOf }, env, (...given) => runInTurn(given, isWanted, env));
  const milliseconds = performance.now() - started;
  await opened.note(
    `运行检查 ${checked.run.length} 项，发现 ${checked.findings.length} 处（${countedFindings(checked)}）；法规库 ${checked.law.version}，基准日 ${asOf}。`,
    { action: 'checked', objectHash: document.sha256 },
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
  const run: Run = { key, result: runAll(opened, () => latest.get(opened) === run, env) };
  latest.set(opened, run);
  try {
    return await run.result;
  } catch (error) {
    if (latest.get(opened) === run) latest.delete(opened);
    throw error;
  }
}
