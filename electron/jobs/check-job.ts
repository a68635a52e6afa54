import { catalogue } from '../../shared/check/catalogue.ts';
import type { DocumentType, Finding } from '../../shared/check/finding.ts';
import { inTextOrder, runChecks } from '../../shared/check/run-checks.ts';
import type { ReviewedDocument } from '../../shared/document/document.ts';
import { analyse } from '../../shared/document/structure/analyse.ts';
import { loadLawPack } from '../services/rules/load-law-pack.ts';

/** What a thread needs to run the checks over a draft. */
export interface CheckJob {
  readonly document: ReviewedDocument;
  readonly type: DocumentType;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  /** The `resources` folder, for the law pack. */
  readonly resources: string;
}

/** What the thread says while it runs, and at its end. Errors are text: they cross a thread's border. */
export type CheckMessage =
  | { readonly kind: 'progress'; readonly title: string; readonly done: number; readonly total: number }
  | {
      readonly kind: 'result';
      readonly findings: readonly Finding[];
      readonly run: readonly string[];
      readonly skipped: readonly { readonly check: string; readonly reason: string }[];
      readonly failures: readonly { readonly check: string; readonly error: string }[];
    };

/** Runs every check of the catalogue and says how far it is. */
export async function runCheckJob(job: CheckJob, say: (message: CheckMessage) => void): Promise<void> {
  const { document, type, asOf } = job;
  const law = await loadLawPack(job);
  const structure = analyse(document);
  const runs = catalogue.map((check, index) => {
    say({ kind: 'progress', title: check.meta.title, done: index, total: catalogue.length });
    return runChecks(document, { type, asOf, structure, law }, [check]);
  });
  say({
    kind: 'result',
    findings: runs.flatMap((run) => run.findings).sort(inTextOrder),
    run: runs.flatMap((run) => run.run),
    skipped: runs.flatMap((run) => run.skipped),
    failures: runs.flatMap((run) =>
      run.failures.map(({ check, error }) => ({
        check,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      })),
    ),
  });
}
