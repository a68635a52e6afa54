import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { AppError, errorCodes } from '../../../shared/contract/errors.ts';
import { guessRoles } from '../../../shared/import/guess-role.ts';
import { readWholeFile } from '../../jobs/read-whole-file.ts';
import type { Environment } from '../environment.ts';
import { defaultLimits } from '../extract/format.ts';
import { recogniseFormat } from '../extract/formats.ts';
import { sayUnsupported } from '../extract/unsupported/name-unsupported.ts';
import { createCaseFile } from './case-file.ts';
import { copyProven, storeFailure, type ProvenCopy } from './copy-proven.ts';
import { listSources, type Refusal, type SourceFile, type Sources } from './list-sources.ts';
import { startStaging, sweepStagings, type Staging } from './staging.ts';

type Taken = CallOutput<'import.take'>;
type TakenFile = Omit<Taken['taken'][number], 'role'>;

const caseIdAttempts = 100;

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** A case number that is free in the store: the local time of the workstation and two random bytes. */
function chooseCaseId(store: string, env: Environment): string {
  const now = env.now();
  const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`;
  const time = `${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`;
  for (let attempt = 0; attempt < caseIdAttempts; attempt += 1) {
    const tail = Array.from(env.randomBytes(2), (byte) => byte.toString(16).padStart(2, '0')).join('');
    const caseId = `${day}-${time}-${tail}`;
    if (!existsSync(join(store, caseId))) return caseId;
  }
  throw new Error('no free case number');
}

type Judgement =
  | { readonly kind: 'taken'; readonly file: TakenFile }
  | { readonly kind: 'refused'; readonly code: string; readonly reason: string };

function refused(code: string, reason: string): Judgement {
  return { kind: 'refused', code, reason };
}

/** Reads a proven copy, never the source, and takes it or refuses it. */
async function judgeCopy(
  name: string,
  copy: ProvenCopy,
  path: string,
  taken: readonly TakenFile[],
): Promise<Judgement> {
  if (copy.size === 0) return refused('empty-file', '是空文件，没有收入。请核对原件后重新提交。');
  const twin = taken.find((file) => file.sha256 === copy.sha256);
  if (twin) return refused('duplicate', `与“${twin.name}”内容完全相同，只收入一份。`);
  const recognised = recogniseFormat(await readWholeFile(path, defaultLimits.maxFileBytes));
  if (recognised.kind === 'unsupported') return refused(recognised.format.code, sayUnsupported(recognised.format));
  const { size, sha256 } = copy;
  return { kind: 'taken', file: { name, stored: `originals/${sha256}`, size, sha256, format: recognised.reader.id } };
}

/** Whether a failure concerns the import as a whole and not one file. */
function endsImport(error: unknown): boolean {
  return !(error instanceof AppError) || error.code === 'output-failed' || error.code === 'cancelled';
}

/** Copies one file into the case and takes it or refuses it. @throws AppError where the whole import has to end */
async function takeFile(
  source: SourceFile,
  staging: Staging,
  taken: readonly TakenFile[],
  env: Environment,
): Promise<Judgement> {
  const incoming = join(staging.incoming, String(taken.length));
  try {
    const copy = await copyProven(source.path, incoming, defaultLimits.maxFileBytes, env.signal);
    const judgement = await judgeCopy(source.name, copy, incoming, taken);
    if (judgement.kind === 'taken') {
      await rename(incoming, join(staging.originals, copy.sha256)).catch((error: unknown) => {
        throw storeFailure(error);
      });
    }
    return judgement;
  } catch (error) {
    if (endsImport(error) || !(error instanceof AppError)) throw error;
    return refused(error.code, `：${error.message}`);
  } finally {
    await rm(incoming, { force: true });
  }
}

/** The failure of a submission of which nothing could be taken. */
function nothingTaken(refusals: readonly Refusal[]): AppError {
  const [first] = refusals;
  if (!first) return new AppError('bad-input', '没有可收入的文件：所选文件夹是空的。请核对后重新选择。');
  const code = errorCodes.find((candidate) => candidate === first.code) ?? 'bad-input';
  if (refusals.length === 1) return new AppError(code, first.reason);
  const shown = refusals.slice(0, 3).map((refusal) => refusal.reason);
  return new AppError(code, `提交的 ${refusals.length} 个文件都不能收入。${shown.join('')}`, {
    data: { refused: refusals.map((refusal) => refusal.reason) },
  });
}

async function openStore(into: string, env: Environment): Promise<string> {
  const store = resolve(into);
  try {
    await mkdir(store, { recursive: true });
    await sweepStagings(store, env.now().getTime());
    return store;
  } catch (error) {
    throw storeFailure(error);
  }
}

/** Takes the files one after the other into a case that nobody sees yet. */
async function fillCase(
  staging: Staging,
  caseId: string,
  sources: Sources,
  env: Environment,
): Promise<Pick<Taken, 'taken' | 'refused'>> {
  const files: TakenFile[] = [];
  const refusals: Refusal[] = [...sources.refused];
  for (const source of sources.files) {
    env.progress(`收入：${source.name}`);
    const judgement = await takeFile(source, staging, files, env);
    if (judgement.kind === 'taken') files.push(judgement.file);
    else refusals.push({ name: source.name, code: judgement.code, reason: `“${source.name}”${judgement.reason}` });
  }
  if (files.length === 0) throw nothingTaken(refusals);
  const roles = guessRoles(files);
  const taken = files.map((file, index) => ({ ...file, role: roles[index] ?? '' }));
  await createCaseFile(staging.folder, {
    case: caseId,
    takenAt: env.now().toISOString(),
    files: taken,
    refused: refusals,
  });
  return { taken, refused: refusals };
}

/**
 * Takes a submission in: every file is copied, synced, read back and proven by its hash before anything looks into it,
 * and the case appears in the store as a whole or not at all. The sources are only read. What is left out is named with
 * its reason. What killed imports left behind is removed first.
 * @param paths files and folders
 * @param into the store: each case is a folder in it
 * @throws AppError `not-found`/`not-readable` for a path given, `limit-exceeded`, `output-failed`, `cancelled`, and the
 * first refusal's code where nothing could be taken
 */
export async function takeSubmission(paths: readonly string[], into: string, env: Environment): Promise<Taken> {
  const store = await openStore(into, env);
  const sources = await listSources(paths, store);
  const caseId = chooseCaseId(store, env);
  const staging = await startStaging(store, caseId).catch((error: unknown) => {
    throw storeFailure(error);
  });
  try {
    const filled = await fillCase(staging, caseId, sources, env);
    const folder = await staging.publish().catch((error: unknown) => {
      throw storeFailure(error);
    });
    return { case: caseId, folder, ...filled };
  } catch (error) {
    await staging.discard();
    throw error;
  }
}
