import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallId, CallInput, CallOutput } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/contract/errors.ts';
import { invoke, newTicket, subscribe } from '../api.ts';

/** How far a call has come, as a progress bar shows it. */
export interface Progress {
  /** Chinese; empty until the services have said something. */
  readonly message: string;
  readonly done: number | null;
  readonly total: number | null;
  /** True once cancelling was asked for; the call may need a moment to stop. */
  readonly isCancelling: boolean;
}

/** How long a call may take before a progress bar appears, in milliseconds. */
const patience = 500;

/** A call that is under way. */
export interface FollowedCall<Output> {
  readonly result: Promise<Result<Output>>;
  readonly cancel: () => void;
}

/**
 * Makes a call and tells how far it has come, from half a second on.
 * @param show called with each state, and with null once the call is over
 */
export function followCall<Id extends CallId>(
  id: Id,
  input: CallInput<Id>,
  show: (progress: Progress | null) => void,
): FollowedCall<CallOutput<Id>> {
  const ticket = newTicket();
  const aborting = new AbortController();
  let progress: Progress = { message: '', done: null, total: null, isCancelling: false };
  let isShown = false;
  const update = (change: Partial<Progress>): void => {
    progress = { ...progress, ...change };
    if (isShown) show(progress);
  };
  const timer = setTimeout(() => {
    isShown = true;
    show(progress);
  }, patience);
  const end = subscribe((event) => {
    if (event.kind !== 'progress' || event.ticket !== ticket) return;
    update({ message: event.message, done: event.done, total: event.total });
  });
  const result = invoke(id, input, { ticket, signal: aborting.signal }).finally(() => {
    clearTimeout(timer);
    end();
    if (isShown) show(null);
  });
  return {
    result,
    cancel: () => {
      aborting.abort();
      update({ isCancelling: true });
    },
  };
}

/**
 * A call that a screen makes and follows: `run` makes it, `progress` is what a {@link ProgressBar} shows (null before
 * half a second and after the end), `cancel` takes it back. Leaving the screen cancels it as well.
 */
export function useProgressCall<Id extends CallId>(
  id: Id,
): {
  readonly run: (input: CallInput<Id>) => Promise<Result<CallOutput<Id>>>;
  readonly progress: Progress | null;
  readonly isRunning: boolean;
  readonly cancel: () => void;
} {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [isRunning, setRunning] = useState(false);
  const current = useRef<FollowedCall<CallOutput<Id>> | null>(null);
  const cancel = useCallback(() => current.current?.cancel(), []);
  const run = useCallback(
    async (input: CallInput<Id>) => {
      current.current?.cancel();
      const call = followCall(id, input, setProgress);
      current.current = call;
      setRunning(true);
      const result = await call.result;
      if (current.current === call) {
        current.current = null;
        setRunning(false);
      }
      return result;
    },
    [id],
  );
  useEffect(() => cancel, [cancel]);
  return { run, progress, isRunning, cancel };
}
