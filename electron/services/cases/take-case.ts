import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentType } from '../../../shared/check/finding.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { takeOwnerMark, releaseOwnerMark } from '../../storage/owner-mark.ts';
import type { Environment } from '../environment.ts';
import { takeSubmission } from '../import/take-submission.ts';
import { leaveCase, openCase } from './open-cases.ts';
import { storeFolder } from '../desk/settings.ts';

/** Removes a case that is only just there; where that is interrupted, the next import sweeps what is left. */
async function discardCase(store: string, caseId: string): Promise<void> {
  const mark = takeOwnerMark();
  const hidden = join(store, `.${caseId}.importing-${mark}`);
  try {
    await rename(join(store, caseId), hidden);
    await rm(hidden, { recursive: true, force: true });
  } finally {
    releaseOwnerMark(mark);
  }
}

/**
 * Takes a submission into the store as a new case: files, draft as read, and the first entry of the journal. Cancelled
 * on the way it leaves nothing.
 * @param type undefined where it is to be guessed from the draft
 * @throws AppError whatever keeps the submission from being taken, `cancelled`
 */
export async function takeCase(
  paths: readonly string[],
  type: DocumentType | undefined,
  env: Environment,
): Promise<CallOutput<'cases.take'>> {
  const store = await storeFolder(env);
  const taken = await takeSubmission(paths, store, env);
  try {
    env.progress('读取送审稿，建立案卷记录');
    const { opened } = await openCase(store, taken.case, env, type);
    await opened.flush();
    if (env.signal.aborted) throw new AppError('cancelled', '已取消导入，未收入任何文件。');
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'cancelled') {
      await leaveCase(taken.case, env);
      await discardCase(store, taken.case);
      throw error;
    }
    // The submission is safe; the case begins its journal when it is opened, and opening says what is wrong.
    env.progress(error.message);
  } finally {
    await leaveCase(taken.case, env);
  }
  return {
    case: taken.case,
    taken: taken.taken.map(({ name, size, sha256, format, role }) => ({ name, size, sha256, format, role })),
    refused: taken.refused.map((refusal) => ({ ...refusal })),
  };
}
