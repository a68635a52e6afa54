import { useCallback, useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { WireError } from '../../../shared/contract/errors.ts';
import { useCase } from '../../app/case-store.ts';
import { useProgressCall, type Progress } from '../../ui/progress-call.ts';

/** The opinion as it would be issued now. */
export type Preview = CallOutput<'cases.preview'>;

/** The pages of the opinion as a room shows them. */
export interface PreviewState {
  /** The last pages that were made; they stand until the next ones. */
  readonly value: Preview | null;
  readonly error: WireError | null;
  /** Whether `value` shows the work as it is now. */
  readonly isCurrent: boolean;
  readonly isMaking: boolean;
  readonly progress: Progress | null;
  readonly cancel: () => void;
  readonly retry: () => void;
}

/** How long edits must rest before the opinion is set again, in milliseconds. */
const restingTime = 600;

interface Made {
  readonly caseId: string;
  readonly seq: number;
  readonly value: Preview | null;
  readonly error: WireError | null;
}

/** What was made last, so that going from 意见 to 签发 sets nothing anew. */
let lastMade: Made | null = null;

/**
 * Keeps the pages of the opinion up with the work.
 * @param isWanted false where there is nothing to preview, because the opinion is issued
 */
export function usePreview(isWanted: boolean): PreviewState {
  const caseId = useCase((open) => open.opened?.case ?? null);
  const seq = useCase((open) => open.seq);
  const isSaved = useCase((open) => open.saving !== 'saving');
  const [made, setMade] = useState<Made | null>(lastMade);
  const [attempt, setAttempt] = useState(0);
  const { run, progress, isRunning, cancel } = useProgressCall('cases.preview');
  const mine = made?.caseId === caseId ? made : null;
  const hasPages = mine?.value !== null && mine?.value !== undefined;
  const isCurrent = mine !== null && mine.seq === seq && mine.error === null && isSaved;
  const isDone = mine !== null && mine.seq === seq;

  useEffect(() => {
    if (caseId === null || !isSaved || !isWanted || isDone) return undefined;
    let isStill = true;
    const make = async (): Promise<void> => {
      const result = await run({ case: caseId });
      if (!isStill) return;
      setMade((before) => {
        const old = before?.caseId === caseId ? before.value : null;
        lastMade = result.ok
          ? { caseId, seq, value: result.value, error: null }
          : { caseId, seq, value: old, error: result.error };
        return lastMade;
      });
    };
    const timer = setTimeout(() => void make(), hasPages ? restingTime : 0);
    return () => {
      isStill = false;
      clearTimeout(timer);
    };
  }, [caseId, seq, isSaved, isWanted, isDone, hasPages, run, attempt]);

  const retry = useCallback(() => {
    lastMade = null;
    setMade((before) => (before === null ? null : { ...before, seq: -1, error: null }));
    setAttempt((count) => count + 1);
  }, []);
  return {
    value: mine?.value ?? null,
    error: mine?.error ?? null,
    isCurrent,
    isMaking: isRunning || (isWanted && !isDone),
    progress,
    cancel,
    retry,
  };
}
