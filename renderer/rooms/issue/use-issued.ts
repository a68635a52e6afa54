import { useCallback, useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { WireError } from '../../../shared/contract/errors.ts';
import { useCase } from '../../app/case-store.ts';
import { invoke } from '../../api.ts';

/** The files of an issued opinion. */
export type Issued = CallOutput<'cases.issued'>;
/** What verifying the issued PDF answered. */
export type Verification = CallOutput<'sign.verify'>;

/** What an issued case shows: its files, and whether they still are what was signed. */
export interface IssuedState {
  readonly files: Issued | null;
  readonly error: WireError | null;
  readonly verification: Verification | null;
  readonly verifyError: WireError | null;
  readonly retry: () => void;
}

interface Read {
  readonly caseId: string;
  readonly files: Issued | null;
  readonly error: WireError | null;
  readonly verification: Verification | null;
  readonly verifyError: WireError | null;
}

/**
 * Reads what was issued and verifies it there and then, against the draft as it was taken in.
 * @param isWanted whether the case is issued
 */
export function useIssued(isWanted: boolean): IssuedState {
  const caseId = useCase((open) => open.opened?.case ?? null);
  const [attempt, setAttempt] = useState(0);
  const [read, setRead] = useState<Read | null>(null);
  useEffect(() => {
    if (caseId === null || !isWanted) return undefined;
    let isStill = true;
    const nothing: Read = { caseId, files: null, error: null, verification: null, verifyError: null };
    const tell = (change: Partial<Read>): void => {
      if (isStill) setRead((before) => ({ ...(before?.caseId === caseId ? before : nothing), ...change }));
    };
    const work = async (): Promise<void> => {
      const issued = await invoke('cases.issued', { case: caseId });
      if (!issued.ok) {
        tell({ error: issued.error });
        return;
      }
      tell({ files: issued.value, error: null });
      const pdf = issued.value.files.find((file) => file.kind === 'pdf');
      if (pdf === undefined || !isStill) return;
      const verified = await invoke('sign.verify', { path: pdf.path, draft: issued.value.draftPath });
      tell(verified.ok ? { verification: verified.value, verifyError: null } : { verifyError: verified.error });
    };
    void work();
    return () => {
      isStill = false;
    };
  }, [caseId, isWanted, attempt]);
  const retry = useCallback(() => {
    setRead(null);
    setAttempt((count) => count + 1);
  }, []);
  const mine = read?.caseId === caseId && isWanted ? read : null;
  return {
    files: mine?.files ?? null,
    error: mine?.error ?? null,
    verification: mine?.verification ?? null,
    verifyError: mine?.verifyError ?? null,
    retry,
  };
}
