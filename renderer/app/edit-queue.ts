import { applyEdit, groupOf, type CaseEdit } from '../../shared/cases/case-edit.ts';
import type { CaseWork } from '../../shared/cases/case-work.ts';

/** Something on its way to the case's journal. */
export type Pending =
  { readonly kind: 'edit'; readonly edit: CaseEdit } | { readonly kind: 'step'; readonly direction: 'undo' | 'redo' };

/** The later edit with what the earlier one of the same field brought; null where both must be told. */
function joined(earlier: CaseEdit, later: CaseEdit): CaseEdit | null {
  if (groupOf(later) === null || groupOf(later) !== groupOf(earlier)) return null;
  if (earlier.kind === 'head.change' && later.kind === 'head.change') {
    return { ...later, change: { ...earlier.change, ...later.change } };
  }
  if (earlier.kind === 'issue.change' && later.kind === 'issue.change' && earlier.id === later.id) {
    return { ...later, change: { ...earlier.change, ...later.change } };
  }
  if (earlier.kind === 'item.answer' && later.kind === 'item.answer' && earlier.item === later.item) return later;
  if (earlier.kind === 'reviewer.set' && later.kind === 'reviewer.set') return later;
  return null;
}

/**
 * Puts something at the end of what waits. Letters of one field that wait behind one another become one edit, so that
 * a slow disk is asked once for a word and not once a letter.
 * @param waiting what has not been sent yet
 */
export function enqueue(waiting: readonly Pending[], added: Pending): readonly Pending[] {
  const last = waiting.at(-1);
  if (added.kind !== 'edit' || last?.kind !== 'edit') return [...waiting, added];
  const edit = joined(last.edit, added.edit);
  return edit === null ? [...waiting, added] : [...waiting.slice(0, -1), { kind: 'edit', edit }];
}

/** The work as it will be once everything on its way has arrived; a step back or forth is known only then. */
export function foldPending(work: CaseWork, pending: readonly Pending[]): CaseWork {
  return pending.reduce((folded, entry) => (entry.kind === 'edit' ? applyEdit(folded, entry.edit) : folded), work);
}
