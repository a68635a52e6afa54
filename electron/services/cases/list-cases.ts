import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { stageOf, type CaseWork } from '../../../shared/cases/case-work.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { checklistFor } from '../../../shared/rules/checklist.ts';
import { systemErrorCode } from '../../storage/durable-file.ts';
import type { Environment } from '../environment.ts';
import { foldEntries, lastChange, readCaseJournal } from './case-journal.ts';
import { firstAction } from './first-entry.ts';
import { recallDocument } from './document-cache.ts';
import { caseIfOpen } from './open-cases.ts';
import { loadPacks, type Packs } from './packs.ts';
import { journalStamp, readSnapshot, writeSnapshot, type Snapshot } from './snapshot.ts';
import { isCaseName, readManifest } from './store.ts';
import { storeFolder } from '../desk/settings.ts';

type CaseRow = CallOutput<'cases.list'>['cases'][number];
/** What a list needs to know of a case. */
export type CaseSummary = Pick<Snapshot, 'work' | 'takenAt' | 'changedAt' | 'files'>;

/** The names of the cases in a store, newest first; none where the store is still to be made. */
export async function caseNames(store: string): Promise<readonly string[]> {
  try {
    return (await readdir(store)).filter(isCaseName).sort().reverse();
  } catch (cause) {
    if (systemErrorCode(cause) === 'ENOENT') return [];
    throw new AppError('not-readable', `存放案卷的文件夹“${store}”读不到。请检查设置、网络位置和权限。`, { cause });
  }
}

/** What the journal of a case tells, where its snapshot is behind. */
async function foldSummary(folder: string, caseId: string, env: Environment): Promise<CaseSummary> {
  const manifest = await readManifest(folder, caseId, () => undefined);
  const { takenAt } = manifest;
  const files = manifest.files.length;
  const stamp = await journalStamp(folder);
  if (stamp === null) {
    const { work } = await firstAction(folder, manifest, undefined, false, env);
    return { work, takenAt, changedAt: takenAt, files };
  }
  const { entries } = await readCaseJournal(folder);
  const history = foldEntries(entries);
  if (!history) throw new AppError('journal-broken', '案卷记录的第 1 条不是收件记录。请从备份介质恢复。');
  const summary = { work: history.work, takenAt, changedAt: lastChange(entries) ?? takenAt, files };
  // A cache: where it cannot be written the journal is folded again next time.
  await writeSnapshot(folder, { ...summary, journal: stamp }).catch(() => undefined);
  return summary;
}

/** The state of a case, from this desk where it is open here, else from its snapshot or journal. @throws AppError */
export async function summaryOf(store: string, caseId: string, env: Environment): Promise<CaseSummary> {
  const opened = await caseIfOpen(caseId, env);
  if (opened) {
    const { work, manifest, entries } = opened;
    const { takenAt, files } = manifest;
    return { work, takenAt, changedAt: lastChange(entries) ?? takenAt, files: files.length };
  }
  const folder = join(store, caseId);
  return (await readSnapshot(folder)) ?? foldSummary(folder, caseId, env);
}

function countAnswers(work: CaseWork, { rules }: Packs): number {
  return checklistFor(rules, work.type).filter((item) => work.answers[item.id] !== undefined).length;
}

function rowOf(caseId: string, { work, takenAt, changedAt, files }: CaseSummary, packs: Packs): CaseRow {
  const { head } = work;
  return {
    case: caseId,
    title: head.title,
    registration: head.registration,
    type: work.type,
    submittedBy: head.submittedBy,
    stage: stageOf(work),
    conclusion: work.conclusion,
    reviewer: work.reviewer.name,
    takenAt,
    receivedOn: head.receivedOn,
    dueOn: head.dueOn,
    issues: work.issues.filter((issue) => issue.weight !== 'note').length,
    answered: countAnswers(work, packs),
    files,
    changedAt,
  };
}

/** How many of the newest cases are read ahead, and how long after the list: the window is painted first. */
const ahead = { cases: 3, milliseconds: 400 } as const;

/** Reads the newest drafts into memory while nothing else is done, so that opening one of them need not wait for it. */
function readAhead(drafts: readonly { readonly folder: string; readonly sha256: string }[], env: Environment): void {
  const timer = setTimeout(() => {
    void (async () => {
      for (const { folder, sha256 } of drafts) if (!env.signal.aborted) await recallDocument(folder, sha256, env);
    })().catch(env.log);
  }, ahead.milliseconds);
  timer.unref();
}

/** The cases of the store, newest first, and those that cannot be read. @throws AppError `not-readable` */
export async function listCases(env: Environment): Promise<CallOutput<'cases.list'>> {
  const [store, packs] = await Promise.all([storeFolder(env), loadPacks(env)]);
  const cases: CaseRow[] = [];
  const broken: { case: string; message: string }[] = [];
  const drafts: { folder: string; sha256: string }[] = [];
  const names = await caseNames(store);
  for (const [index, name] of names.entries()) {
    if (env.signal.aborted) throw new AppError('cancelled', '已取消列出案卷。');
    env.progress('读取案卷', { done: index, total: names.length });
    try {
      const summary = await summaryOf(store, name, env);
      cases.push(rowOf(name, summary, packs));
      if (summary.work.draft !== null) drafts.push({ folder: join(store, name), sha256: summary.work.draft });
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
      broken.push({ case: name, message: error.message });
    }
  }
  readAhead(drafts.slice(0, ahead.cases), env);
  return { store, cases, broken };
}
