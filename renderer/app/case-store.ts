import { create } from 'zustand';
import { caseEditSchema, type CaseEditInput } from '../../shared/cases/case-edit.ts';
import type { CaseWork } from '../../shared/cases/case-work.ts';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { Result, WireError } from '../../shared/contract/errors.ts';
import { invoke, newTicket, subscribe } from '../api.ts';
import { useDesk } from './desk-store.ts';
import { enqueue, foldPending, type Pending } from './edit-queue.ts';
import { text } from './text.ts';

/** A case as the services opened it. */
export type OpenedCase = CallOutput<'cases.open'>;
/** What the checks found. */
export type CheckResult = CallOutput<'cases.check'>;

/** Where the checks stand; `value` is the last result there is, while they run anew as well. */
export type ChecksState =
  | {
      readonly kind: 'running';
      readonly message: string;
      readonly done: number | null;
      readonly total: number | null;
      readonly value: CheckResult | null;
    }
  | { readonly kind: 'ready'; readonly value: CheckResult }
  | { readonly kind: 'failed'; readonly error: WireError; readonly value: CheckResult | null };

/** The open case, and everything that is done to it. */
export interface CaseState {
  readonly state: 'none' | 'loading' | 'failed' | 'open';
  /** Why it could not be opened. */
  readonly error: WireError | null;
  /** As last read from the services; for the work itself, which may be ahead of it, read `work`. */
  readonly opened: OpenedCase | null;
  readonly work: CaseWork | null;
  readonly checks: ChecksState;
  readonly saving: 'saved' | 'saving' | 'failed';
  /** ISO 8601. */
  readonly savedAt: string | null;
  readonly seq: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly isEditable: boolean;
  /** Opens a case and gives back the one before; answers whether it is open. */
  readonly open: (caseId: string) => Promise<boolean>;
  /** Done at once in the window; entered into the journal in order, one at a time. */
  readonly edit: (edit: CaseEditInput) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Reads the case anew, after a call that changed it by another way: issuing, closing. */
  readonly reload: () => Promise<void>;
  /** Runs the checks anew. */
  readonly check: () => void;
  /** Stops the checks that run; the last result there is stays. */
  readonly cancelCheck: () => void;
  /** Gives the case back once everything is saved. */
  readonly leave: () => Promise<void>;
}

/** What the services answered to the first of what waited. */
type Arrived = Pick<OpenedCase, 'work' | 'canUndo' | 'canRedo' | 'position'>;

const waitingChecks: ChecksState = { kind: 'running', message: '', done: null, total: null, value: null };

const nothingOpen = {
  state: 'none',
  error: null,
  opened: null,
  work: null,
  checks: waitingChecks,
  saving: 'saved',
  savedAt: null,
  seq: 0,
  canUndo: false,
  canRedo: false,
  isEditable: false,
} as const;

/** The work of the services, without what is still on its way there. */
let confirmed: CaseWork | null = null;
/** What waits, the first of them on its way while `pump` runs. */
let pending: readonly Pending[] = [];
let pumping: Promise<void> | null = null;
/** True once the window is closing: what waits goes out without waiting for answers. */
let isClosing = false;
/** Tells answers about the open case from late ones about another. */
let visit = 0;
let checking: AbortController | null = null;

/** The case that is open in this window. */
export const useCase = create<CaseState>()((set, get) => {
  const editable = (opened: OpenedCase, work: CaseWork): boolean =>
    opened.mode === 'edit' && work.issued === null && work.closedAt === null;

  /** Takes what the services say of the case for good. */
  const accept = (opened: OpenedCase): void => {
    confirmed = opened.work;
    const work = foldPending(opened.work, pending);
    set({
      state: 'open',
      error: null,
      opened,
      work,
      seq: opened.position.seq,
      savedAt: opened.position.savedAt,
      canUndo: opened.canUndo,
      canRedo: opened.canRedo,
      isEditable: editable(opened, work),
    });
  };

  /** Whether the two differ in what the checklist, the draft or the findings follow from. */
  const needsReading = (before: CaseWork, after: CaseWork): boolean =>
    before.type !== after.type || before.draft !== after.draft || before.asOf !== after.asOf;

  const reread = async (caseId: string): Promise<void> => {
    const mine = visit;
    const result = await invoke('cases.open', { case: caseId });
    if (mine !== visit) return;
    if (result.ok) accept(result.value);
    else set({ state: 'failed', error: result.error, isEditable: false });
  };

  /** Sends the first of what waits. */
  const send = async (caseId: string, first: Pending): Promise<Result<Arrived>> => {
    const before = confirmed;
    if (before === null) throw new Error('an edit without an open case');
    if (first.kind === 'edit') {
      const result = await invoke('cases.edit', { case: caseId, edit: first.edit });
      if (!result.ok) return result;
      const { canUndo, canRedo } = result.value;
      return { ok: true, value: { work: foldPending(before, [first]), canUndo, canRedo, position: result.value } };
    }
    const result = await invoke('cases.undo', { case: caseId, direction: first.direction });
    if (!result.ok) return result;
    const { work, canUndo, canRedo } = result.value;
    return { ok: true, value: { work, canUndo, canRedo, position: result.value } };
  };

  /** Sends what waits, one after the other, until nothing waits or one fails. */
  const pump = async (): Promise<void> => {
    const mine = visit;
    const caseId = get().opened?.case;
    const first = pending[0];
    const before = confirmed;
    if (caseId === undefined || first === undefined || before === null) return;
    const result = await send(caseId, first);
    if (mine !== visit) return;
    if (!result.ok) {
      pending = [];
      set({ saving: 'failed' });
      useDesk.getState().toast('failed', text.app.save.failed(result.error.message));
      return reread(caseId);
    }
    const { canUndo, canRedo, position } = result.value;
    confirmed = result.value.work;
    pending = pending.slice(1);
    set({ seq: position.seq, savedAt: position.savedAt });
    if (pending.length === 0) set({ canUndo, canRedo });
    const work = foldPending(confirmed, pending);
    const { opened } = get();
    set({ work, isEditable: opened !== null && editable(opened, work) });
    if (needsReading(before, confirmed)) {
      await reread(caseId);
      if (mine === visit) get().check();
    }
    if (pending.length > 0) return pump();
    set({ saving: 'saved' });
  };

  const push = (added: Pending): void => {
    const caseId = get().opened?.case;
    if (isClosing && caseId !== undefined && added.kind === 'edit') {
      void invoke('cases.edit', { case: caseId, edit: added.edit });
      return;
    }
    const sent = pumping === null ? 0 : 1;
    pending = [...pending.slice(0, sent), ...enqueue(pending.slice(sent), added)];
    set({ saving: 'saving' });
    pumping ??= pump().finally(() => {
      pumping = null;
    });
  };

  const step = (direction: 'undo' | 'redo'): void => {
    const { state, isEditable, canUndo, canRedo } = get();
    if (state !== 'open' || !isEditable) return;
    if (!(direction === 'undo' ? canUndo : canRedo)) return;
    push({ kind: 'step', direction });
  };

  const forget = (): void => {
    visit += 1;
    checking?.abort();
    confirmed = null;
    pending = [];
    set(nothingOpen);
  };

  return {
    ...nothingOpen,

    open: async (caseId) => {
      if (get().state === 'open' && get().opened?.case === caseId) return true;
      await get().leave();
      useDesk.setState({ caseId });
      set({ state: 'loading' });
      const mine = visit;
      const result = await invoke('cases.open', { case: caseId });
      if (mine !== visit) return false;
      if (!result.ok) {
        set({ state: 'failed', error: result.error });
        return false;
      }
      accept(result.value);
      get().check();
      return true;
    },

    edit: (input) => {
      const { state, work, opened, isEditable } = get();
      if (state !== 'open' || work === null) return;
      if (!isEditable) {
        useDesk.getState().toast('failed', opened?.readOnlyReason ?? text.app.readOnly.frozen);
        return;
      }
      const parsed = caseEditSchema.safeParse(input);
      if (!parsed.success) {
        useDesk.getState().toast('failed', text.app.save.unfit);
        return;
      }
      const edit = parsed.data;
      set({ work: foldPending(work, [{ kind: 'edit', edit }]), canUndo: true, canRedo: false });
      push({ kind: 'edit', edit });
    },

    undo: () => step('undo'),
    redo: () => step('redo'),

    reload: async () => {
      const caseId = get().opened?.case;
      if (caseId === undefined) return;
      await pumping;
      await reread(caseId);
    },

    check: () => {
      const caseId = get().opened?.case;
      if (caseId === undefined) return;
      checking?.abort();
      const mine = new AbortController();
      checking = mine;
      const ticket = newTicket();
      const { value } = get().checks;
      set({ checks: { ...waitingChecks, value } });
      const end = subscribe((event) => {
        if (event.kind !== 'progress' || event.ticket !== ticket || mine.signal.aborted) return;
        const { message, done, total } = event;
        set({ checks: { kind: 'running', message, done, total, value } });
      });
      void invoke('cases.check', { case: caseId }, { ticket, signal: mine.signal }).then((result) => {
        end();
        if (mine.signal.aborted) return;
        set({
          checks: result.ok ? { kind: 'ready', value: result.value } : { kind: 'failed', error: result.error, value },
        });
      });
    },

    cancelCheck: () => {
      const { checks } = get();
      if (checks.kind !== 'running') return;
      checking?.abort();
      const error: WireError = { code: 'cancelled', message: text.app.checkCancelled, data: null };
      set({ checks: { kind: 'failed', error, value: checks.value } });
    },

    leave: async () => {
      await pumping;
      const caseId = get().opened?.case;
      forget();
      useDesk.setState({ caseId: null });
      if (caseId === undefined) return;
      const result = await invoke('cases.leave', { case: caseId });
      if (!result.ok) useDesk.getState().toast('failed', result.error.message);
    },
  };
});

/** Hands over at once whatever still waits, because the window is about to close. */
export function flushEdits(): void {
  const caseId = useCase.getState().opened?.case;
  if (isClosing || caseId === undefined) return;
  isClosing = true;
  for (const entry of pending.slice(pumping === null ? 0 : 1)) {
    if (entry.kind === 'edit') void invoke('cases.edit', { case: caseId, edit: entry.edit });
  }
  pending = pending.slice(0, 1);
}
