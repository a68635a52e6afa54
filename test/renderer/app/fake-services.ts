import { vi } from 'vitest';
import { caseEditSchema } from '../../../shared/cases/case-edit.ts';
import { advance, beginHistory, type CaseHistory } from '../../../shared/cases/case-history.ts';
import type { CaseWork } from '../../../shared/cases/case-work.ts';
import { z } from '../../../shared/contract/schema.ts';

/** A case on which nothing has been done. */
export const freshWork: CaseWork = {
  type: 'normative',
  asOf: '2026-03-02',
  head: {
    title: '卧龙区农贸市场管理办法',
    registration: '',
    submittedBy: '',
    submissionNumber: '',
    receivedOn: null,
    dueOn: null,
    number: '',
    addressee: '',
    organ: '',
    date: null,
  },
  reviewer: { name: '', role: '' },
  draft: null,
  roles: {},
  materials: {},
  answers: {},
  issues: [],
  dismissals: [],
  conclusion: null,
  issued: null,
  closedAt: null,
};

/** Id of the case that the fake services hold. */
export const caseId = '20260302-091500-0a1b';

/** What stands behind the stores in these tests. */
export interface FakeServices {
  /** Names of the calls in the order in which they came, `edit` with its kind. */
  readonly heard: readonly string[];
  /** How many calls were under way at once, at most. */
  readonly mostAtOnce: () => number;
  readonly work: () => CaseWork;
  /** The next change is refused with this message. */
  readonly refuseNext: (message: string) => void;
}

const editInput = z.object({ edit: caseEditSchema });
const undoInput = z.object({ direction: z.enum(['undo', 'redo']) });

/** Puts a bridge at `window.desk` behind which one case is kept as the services keep it, each answer a moment late. */
export function installFakeServices(work: CaseWork = freshWork): FakeServices {
  let history: CaseHistory = beginHistory(work);
  let seq = 1;
  let refusal: string | null = null;
  let atOnce = 0;
  let most = 0;
  const heard: string[] = [];
  const position = (): object => ({ seq, savedAt: '2026-03-02T01:15:00.000Z' });
  const account = (): object => ({ canUndo: history.past.length > 0, canRedo: history.future.length > 0 });
  const opened = (): object => ({
    case: caseId,
    takenAt: '2026-03-02T01:15:00.000Z',
    mode: 'edit',
    readOnlyReason: null,
    heldBy: null,
    work: history.work,
    ...account(),
    position: position(),
    files: [],
    refused: [],
    draft: null,
    draftProblem: null,
    checklist: [],
    materials: [],
    notices: [],
    rulePacks: [],
    lawPack: { version: '1', sha256: '0'.repeat(64) },
    repairs: [],
  });
  const answer = (id: string, input: unknown): object => {
    if (refusal !== null && (id === 'cases.edit' || id === 'cases.undo')) {
      const message = refusal;
      refusal = null;
      return { ok: false, error: { code: 'output-failed', message, data: null } };
    }
    if (id === 'cases.edit') history = advance(history, { kind: 'edit', edit: editInput.parse(input).edit });
    if (id === 'cases.undo') history = advance(history, { kind: undoInput.parse(input).direction });
    if (id === 'cases.edit' || id === 'cases.undo') {
      seq += 1;
      return { ok: true, value: { ...position(), ...account(), work: history.work } };
    }
    return { ok: true, value: id === 'cases.open' ? opened() : {} };
  };
  vi.stubGlobal('window', {
    desk: {
      invoke: async (id: string, input: unknown) => {
        heard.push(id === 'cases.edit' ? `edit ${editInput.parse(input).edit.kind}` : id);
        if (id !== 'cases.check') atOnce += 1;
        most = Math.max(most, atOnce);
        await new Promise((resolve) => setTimeout(resolve, 2));
        if (id !== 'cases.check') atOnce -= 1;
        return answer(id, input);
      },
      cancel: () => undefined,
      subscribe: () => () => undefined,
      pathsOf: () => [],
    },
  });
  return {
    heard,
    mostAtOnce: () => most,
    work: () => history.work,
    refuseNext: (message) => {
      refusal = message;
    },
  };
}
