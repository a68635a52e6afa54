import { useCallback, useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { WireError } from '../../../shared/contract/errors.ts';
import { useCase } from '../../app/case-store.ts';
import { invoke } from '../../api.ts';

/** What the gate says. */
export type Gate = CallOutput<'cases.gate'>;
/** One line of it. */
export type GateEntry = Gate['entries'][number];

/** The gate as a room shows it; `value` is the last answer, which stands until the next one. */
export interface GateState {
  readonly value: Gate | null;
  readonly error: WireError | null;
  /** Whether `value` belongs to the work as it is now. */
  readonly isCurrent: boolean;
  readonly retry: () => void;
}

/** How long edits must rest before the gate is asked again, in milliseconds. */
const restingTime = 200;

/** Asks the gate about the open case, and again whenever an edit of it has reached the disk. */
export function useGate(): GateState {
  const caseId = useCase((open) => open.opened?.case ?? null);
  const seq = useCase((open) => open.seq);
  const isSaved = useCase((open) => open.saving !== 'saving');
  const checks = useCase((open) => open.checks.kind);
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<{ key: string; caseId: string; value: Gate | null; error: WireError | null }>();
  const key = `${caseId} ${seq} ${checks} ${attempt}`;
  const isAsked = answer !== undefined && answer.caseId === caseId;
  const isAnswered = answer?.key === key;

  useEffect(() => {
    if (caseId === null || !isSaved || isAnswered) return undefined;
    let isWanted = true;
    const ask = (): void => {
      void invoke('cases.gate', { case: caseId }).then((result) => {
        if (!isWanted) return;
        setAnswer((before) =>
          result.ok
            ? { key, caseId, value: result.value, error: null }
            : { key, caseId, value: before?.caseId === caseId ? before.value : null, error: result.error },
        );
      });
    };
    const timer = setTimeout(ask, isAsked ? restingTime : 0);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [caseId, isSaved, key, isAsked, isAnswered]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  if (!isAsked) return { value: null, error: null, isCurrent: false, retry };
  return { value: answer.value, error: answer.error, isCurrent: isSaved && isAnswered, retry };
}

/** The lines of a level. */
export function entriesOf(gate: Gate | null, level: GateEntry['level']): readonly GateEntry[] {
  return gate?.entries.filter((entry) => entry.level === level) ?? [];
}
