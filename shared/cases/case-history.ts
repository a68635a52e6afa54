import { z } from '../contract/schema.ts';
import { assertNever } from '../contract/errors.ts';
import { applyEdit, caseEditSchema, groupOf, type CaseEdit } from './case-edit.ts';
import { caseWorkSchema, issuedSchema, type CaseWork } from './case-work.ts';

/**
 * What an entry of a case's journal does to its work. `event` changes nothing and is there for the account: opened,
 * checked, verified, refused.
 */
export const caseActionSchema = z.discriminatedUnion('kind', [
  /** First entry of every journal: the work as the import left it, and the hash of the manifest of the files taken. */
  z.object({ kind: z.literal('take'), work: caseWorkSchema, manifest: z.string() }),
  z.object({ kind: z.literal('edit'), edit: caseEditSchema }),
  z.object({ kind: z.literal('undo') }),
  z.object({ kind: z.literal('redo') }),
  z.object({ kind: z.literal('issue-opinion'), issued: issuedSchema }),
  z.object({ kind: z.literal('close'), at: z.iso.datetime() }),
  z.object({ kind: z.literal('event'), detail: z.string().max(2000) }),
]);
/** A validated action. */
export type CaseAction = z.output<typeof caseActionSchema>;

/** One step that can be taken back. */
interface Step {
  readonly edit: CaseEdit;
  /** The work before it. */
  readonly before: CaseWork;
  /** The work after it. */
  readonly after: CaseWork;
}

/** The work with the way back and forth. Values are shared between steps, so a long history costs little. */
export interface CaseHistory {
  readonly work: CaseWork;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

/** How many steps can be taken back. */
const depth = 500;

/** A history that begins here. */
export function beginHistory(work: CaseWork): CaseHistory {
  return { work, past: [], future: [] };
}

/** Why an action is not possible now; null where it is. What is signed or filed away is not edited any more. */
export function refusalOf(history: CaseHistory, action: CaseAction): 'closed' | 'issued' | 'nothing' | null {
  const { work } = history;
  switch (action.kind) {
    case 'take':
    case 'event':
      return null;
    case 'close':
      return work.closedAt === null ? null : 'closed';
    case 'issue-opinion':
    case 'edit':
    case 'undo':
    case 'redo':
      if (work.closedAt !== null) return 'closed';
      if (work.issued !== null) return 'issued';
      if (action.kind === 'undo' && history.past.length === 0) return 'nothing';
      if (action.kind === 'redo' && history.future.length === 0) return 'nothing';
      return null;
    default:
      return assertNever(action);
  }
}

function afterEdit(history: CaseHistory, edit: CaseEdit): CaseHistory {
  const after = applyEdit(history.work, edit);
  const last = history.past.at(-1);
  const group = groupOf(edit);
  const joins = last !== undefined && group !== null && groupOf(last.edit) === group && history.future.length === 0;
  const step: Step = { edit, before: joins ? last.before : history.work, after };
  return { work: after, past: [...(joins ? history.past.slice(0, -1) : history.past), step].slice(-depth), future: [] };
}

/**
 * The history after an action; the one function by which a journal is folded. What {@link refusalOf} refuses changes
 * nothing.
 */
export function advance(history: CaseHistory, action: CaseAction): CaseHistory {
  if (refusalOf(history, action) !== null) return history;
  switch (action.kind) {
    case 'take':
      return beginHistory(action.work);
    case 'edit':
      return afterEdit(history, action.edit);
    case 'undo': {
      const step = history.past.at(-1);
      if (!step) return history;
      return { work: step.before, past: history.past.slice(0, -1), future: [...history.future, step] };
    }
    case 'redo': {
      const step = history.future.at(-1);
      if (!step) return history;
      return { work: step.after, past: [...history.past, step], future: history.future.slice(0, -1) };
    }
    case 'issue-opinion':
      return beginHistory({ ...history.work, issued: action.issued });
    case 'close':
      return beginHistory({ ...history.work, closedAt: action.at });
    case 'event':
      return history;
    default:
      return assertNever(action);
  }
}
