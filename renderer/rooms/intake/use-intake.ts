import type { CaseEditInput } from '../../../shared/cases/case-edit.ts';
import type { CaseWork } from '../../../shared/cases/case-work.ts';
import { useCase, type OpenedCase } from '../../app/case-store.ts';

/** What every part of 收件 works on. */
export interface Intake {
  readonly opened: OpenedCase;
  readonly work: CaseWork;
  readonly isEditable: boolean;
  readonly edit: (edit: CaseEditInput) => void;
}

/** The open case for 收件; null while none is open, when the frame shows something else. */
export function useIntake(): Intake | null {
  const opened = useCase((open) => open.opened);
  const work = useCase((open) => open.work);
  const isEditable = useCase((open) => open.isEditable);
  const edit = useCase((open) => open.edit);
  return opened === null || work === null ? null : { opened, work, isEditable, edit };
}
