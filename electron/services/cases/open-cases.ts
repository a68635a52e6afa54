import { join } from 'node:path';
import type { CaseAction } from '../../../shared/cases/case-history.ts';
import type { DocumentType } from '../../../shared/check/finding.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { takeLock, type Lock } from '../../storage/lock.ts';
import type { Journal } from '../../storage/journal.ts';
import type { Environment } from '../environment.ts';
import type { CaseFile } from '../import/case-file.ts';
import { caseEntry, foldEntries, openCaseJournal, readCaseJournal } from './case-journal.ts';
import { readSettings } from '../desk/settings.ts';
import { firstAction } from './first-entry.ts';
import { OpenCase, type OpenedCase } from './open-case.ts';
import { readSnapshot } from './snapshot.ts';
import { caseFolder, readManifest } from './store.ts';

/** The cases that are open at one desk, each once. A desk is a data folder; a process has one of them as a rule. */
const desks = new Map<string, Map<string, Promise<OpenCase>>>();

function casesOf(env: Pick<Environment, 'data'>): Map<string, Promise<OpenCase>> {
  const known = desks.get(env.data) ?? new Map<string, Promise<OpenCase>>();
  desks.set(env.data, known);
  return known;
}

/** Cases that are being given back: whoever opens one again waits for it. */
const leaving = new Map<string, Promise<void>>();

/** What opening found in the journal. */
type Contents = Pick<OpenedCase, 'history' | 'entries'>;

/** The work of a case whose journal tells nothing yet, for reading. */
async function contentsWithout(folder: string, manifest: CaseFile, env: Environment): Promise<Contents> {
  const { work } = await firstAction(folder, manifest, undefined, false, env);
  return { history: { work, past: [], future: [] }, entries: [] };
}

/** Reads a case that this desk may not write to, up to the first thing that is wrong with its journal. */
async function readContents(
  folder: string,
  manifest: CaseFile,
  env: Environment,
): Promise<Contents & { readonly problem: string | null }> {
  const reading = await readCaseJournal(folder).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  });
  const entries = reading?.entries ?? [];
  const history = foldEntries(entries);
  const contents = history ? { history, entries } : await contentsWithout(folder, manifest, env);
  return { ...contents, problem: reading?.problem?.message ?? null };
}

/** The entries of a journal that begins as it should; one that is new is begun. */
async function beginJournal(
  journal: Journal<CaseAction>,
  folder: string,
  manifest: CaseFile,
  type: DocumentType | undefined,
  env: Environment,
): Promise<Contents> {
  if (journal.entries.length === 0) {
    const action = await firstAction(folder, manifest, type, true, env);
    const facts = { action: 'take', role: action.work.reviewer.role, objectHash: action.manifest };
    await journal.append(caseEntry(action, facts, env));
  }
  const history = foldEntries(journal.entries);
  if (history) return { history, entries: journal.entries };
  throw new AppError('journal-broken', '案卷记录的第 1 条不是收件记录。请从备份介质恢复该文件后再继续办理。');
}

function describeTorn(journal: Journal<CaseAction>): readonly string[] {
  const { torn } = journal;
  if (torn === null) return [];
  const kept = torn.keptAs === null ? '' : `，已另存为“${torn.keptAs}”`;
  return [`上次中断时有一条记录没有写完（${torn.bytes} 字节）${kept}；此前保存的内容完整。`];
}

interface Place {
  readonly id: string;
  readonly folder: string;
  readonly manifest: CaseFile;
  readonly recovered: readonly string[];
}

async function openForReading(
  place: Place,
  because: Pick<OpenedCase, 'heldBy'> & { readonly reason: string },
  env: Environment,
): Promise<OpenCase> {
  const { problem, ...contents } = await readContents(place.folder, place.manifest, env);
  return new OpenCase(
    {
      ...place,
      ...contents,
      writer: null,
      obstacle: problem ?? because.reason,
      heldBy: because.heldBy,
      repairs: [...place.recovered],
    },
    env.log,
  );
}

async function openForWriting(
  place: Place,
  lock: Lock,
  type: DocumentType | undefined,
  env: Environment,
): Promise<OpenCase> {
  const { folder, manifest } = place;
  const journal = await openCaseJournal(folder, env, () => lock.expectHeld());
  try {
    const contents = await beginJournal(journal, folder, manifest, type, env);
    const repairs = [...place.recovered, ...describeTorn(journal)];
    const opened = new OpenCase(
      { ...place, ...contents, writer: { lock, journal }, obstacle: null, heldBy: null, repairs },
      env.log,
    );
    if (repairs.length > 0) await opened.note(repairs.join(''), { action: 'repaired' }, env);
    return opened;
  } catch (error) {
    await journal.close();
    throw error;
  }
}

async function lockOf(folder: string, env: Environment) {
  const { reviewer } = await readSettings(env);
  const person = { user: reviewer.name || env.user.name, workstation: env.user.workstation };
  try {
    return await takeLock(join(folder, 'lock'), person, env.now());
  } catch (error) {
    // A folder that cannot be written to can still be read.
    if (error instanceof AppError && error.code === 'output-failed') return { kind: 'unwritable', error } as const;
    throw error;
  }
}

async function openAnew(
  store: string,
  id: string,
  type: DocumentType | undefined,
  env: Environment,
): Promise<OpenCase> {
  const folder = await caseFolder(store, id);
  const recovered: string[] = [];
  const manifest = await readManifest(folder, id, (message) => recovered.push(message));
  const place: Place = { id, folder, manifest, recovered };
  const taken = await lockOf(folder, env);
  if (taken.kind === 'unwritable') {
    return openForReading(place, { heldBy: null, reason: taken.error.message }, env);
  }
  if (taken.kind === 'taken-by') {
    const { holder } = taken;
    const who = holder === null ? '另一个程序正在' : `${holder.user}正在工作站“${holder.workstation}”上`;
    return openForReading(place, { heldBy: holder, reason: `${who}处理本案，此处只读。` }, env);
  }
  try {
    const opened = await openForWriting(place, taken.lock, type, env);
    if ((await readSnapshot(folder)) === null) opened.touch();
    return opened;
  } catch (error) {
    await taken.lock.release();
    if (!(error instanceof AppError) || error.code !== 'journal-broken') throw error;
    return openForReading(place, { heldBy: null, reason: error.message }, env);
  }
}

/** Whether a case that is open here should be opened anew when asked for again: it could only be read so far. */
function isWorthAnotherTry(opened: OpenCase): boolean {
  return !opened.isWritable;
}

/**
 * Opens a case at this desk, or gives the one that is open already.
 * @param type for a case that is just being taken in; undefined where it is to be guessed
 * @throws AppError `not-found`, `damaged-file`, `not-readable`
 */
export async function openCase(
  store: string,
  id: string,
  env: Environment,
  type?: DocumentType,
): Promise<{ readonly opened: OpenCase; readonly isNew: boolean }> {
  const cases = casesOf(env);
  const known = await cases.get(id)?.catch(() => null);
  if (known && !isWorthAnotherTry(known)) return { opened: known, isNew: false };
  const current = cases.get(id);
  // While this one waited another call may have begun to open it.
  if (current && (await current.catch(() => null)) !== known) return openCase(store, id, env, type);
  const opening = (leaving.get(leavingKey(id, env)) ?? Promise.resolve()).then(() => openAnew(store, id, type, env));
  cases.set(id, opening);
  try {
    return { opened: await opening, isNew: true };
  } catch (error) {
    if (cases.get(id) === opening) cases.delete(id);
    throw error;
  }
}

/** A case that is open at this desk. @throws AppError `case-not-open` */
export async function openedCase(id: string, env: Pick<Environment, 'data'>): Promise<OpenCase> {
  const opened = await casesOf(env).get(id);
  if (opened) return opened;
  throw new AppError('case-not-open', `案卷“${id}”没有打开，本次操作没有进行。请从案卷列表中打开后再试。`);
}

/** The case where it is open at this desk; null otherwise. */
export async function caseIfOpen(id: string, env: Pick<Environment, 'data'>): Promise<OpenCase | null> {
  return (
    (await casesOf(env)
      .get(id)
      ?.catch(() => null)) ?? null
  );
}

function leavingKey(id: string, env: Pick<Environment, 'data'>): string {
  return `${env.data}\0${id}`;
}

/** Gives a case back; one that is not open is left alone. */
export async function leaveCase(id: string, env: Pick<Environment, 'data'>): Promise<void> {
  const cases = casesOf(env);
  const opened = cases.get(id);
  if (!opened) return;
  cases.delete(id);
  const mark = leavingKey(id, env);
  const ending = opened.then(
    (open) => open.leave(),
    () => undefined,
  );
  leaving.set(
    mark,
    ending.catch(() => undefined),
  );
  try {
    await ending;
  } finally {
    leaving.delete(mark);
  }
}

/** Gives every case of this desk back, for a process that ends. */
export async function leaveAllCases(env: Pick<Environment, 'data'>): Promise<void> {
  await Promise.all([...casesOf(env).keys()].map((id) => leaveCase(id, env)));
}
