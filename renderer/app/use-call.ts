import { useCallback, useEffect, useState } from 'react';
import type { CallId, CallInput, CallOutput } from '../../shared/contract/contract.ts';
import type { WireError } from '../../shared/contract/errors.ts';
import { invoke } from '../api.ts';

/** Where a call stands. */
export type CallState<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: WireError }
  | { readonly kind: 'ready'; readonly value: T };

/**
 * Makes a call when the screen opens, and again on demand.
 * @param input must be the same object from one render to the next, or the call is made anew
 * @returns the state, and what a retry button does
 */
export function useCall<Id extends CallId>(id: Id, input: CallInput<Id>): [CallState<CallOutput<Id>>, () => void] {
  const [state, setState] = useState<CallState<CallOutput<Id>>>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    void invoke(id, input).then((result) => {
      if (!isWanted) return;
      setState(result.ok ? { kind: 'ready', value: result.value } : { kind: 'failed', error: result.error });
    });
    return () => {
      isWanted = false;
    };
  }, [id, input, attempt]);
  const retry = useCallback(() => {
    setState({ kind: 'loading' });
    setAttempt((count) => count + 1);
  }, []);
  return [state, retry];
}
