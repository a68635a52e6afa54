import { actionDetail, actionName } from '../../../shared/cases/action-names.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Environment } from '../environment.ts';
import { readCaseJournal } from './case-journal.ts';
import { caseFolder } from './store.ts';
import { storeFolder } from '../desk/settings.ts';

/** The account of a case, newest entry first, read and verified anew from the disk. @throws AppError `not-found` */
export async function auditCase(caseId: string, limit: number, env: Environment): Promise<CallOutput<'cases.audit'>> {
  const folder = await caseFolder(await storeFolder(env), caseId);
  const { entries, head, torn, problem } = await readCaseJournal(folder).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') {
      throw new AppError('not-found', `案卷“${caseId}”还没有办理记录；打开一次即会建立。`, { cause: error });
    }
    throw error;
  });
  return {
    entries: entries
      .slice(-limit)
      .reverse()
      .map(({ seq, utc, user, workstation, role, action, outcome, payload }) => ({
        seq,
        utc,
        user,
        workstation,
        role,
        action: actionName(action),
        outcome,
        detail: actionDetail(payload),
      })),
    total: entries.length,
    head: head.hash,
    problems: [
      ...(problem === null ? [] : [problem.message]),
      ...(torn === null ? [] : [`末尾有 ${torn.bytes} 字节没有写完，不是完整的记录；打开本案时会另存并清理。`]),
    ],
  };
}
