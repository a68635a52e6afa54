import type { CaseAction } from '../../../shared/cases/case-history.ts';
import type { CaseEdit } from '../../../shared/cases/case-edit.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Environment } from '../environment.ts';
import type { EntryFacts } from './case-journal.ts';
import type { OpenCase } from './open-case.ts';
import { leaveCase, openedCase } from './open-cases.ts';

/**
 * Enters an action into an open case. Where the right to write turns out to be lost the case is given back, so that
 * opening it again starts afresh.
 * @throws AppError as {@link OpenCase.act}
 */
export async function actOn(
  opened: OpenCase,
  action: CaseAction,
  facts: Omit<EntryFacts, 'role'>,
  env: Environment,
): Promise<void> {
  try {
    await opened.act(action, facts, env);
  } catch (error) {
    if (error instanceof AppError && error.code === 'case-held') {
      await leaveCase(opened.id, env);
    }
    throw error;
  }
}

/** Enters an edit. @throws AppError as {@link actOn}; `bad-input` where it names a file that the case does not hold */
export async function editCase(caseId: string, edit: CaseEdit, env: Environment): Promise<OpenCase> {
  const opened = await openedCase(caseId, env);
  const names = edit.kind === 'draft.choose' || edit.kind === 'role.set' ? edit.sha256 : null;
  if (names !== null && !opened.manifest.files.some((file) => file.sha256 === names)) {
    throw new AppError('bad-input', '所指的文件不在本案卷的收件清单中，没有改动。请重新选择。');
  }
  await actOn(opened, { kind: 'edit', edit }, { action: edit.kind }, env);
  return opened;
}
