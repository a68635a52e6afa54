import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { WireError } from '../../../shared/contract/errors.ts';
import { useCase } from '../../app/case-store.ts';
import { invoke } from '../../api.ts';

/** A certificate that would sign. */
export type Signer = CallOutput<'cases.signers'>;

/** Which certificate: the office's own, or that of a file once one is chosen. */
export type SignerChoice = { readonly kind: 'own' } | { readonly kind: 'file'; readonly path: string | null };

/** What is known of the certificate that would sign. */
export interface SignerState {
  readonly choice: SignerChoice;
  readonly signer: Signer | null;
  readonly error: WireError | null;
  readonly isReading: boolean;
  /** Held in this window only, until it has signed, another certificate is chosen, or the room is left. */
  readonly password: string;
  readonly setPassword: (password: string) => void;
  readonly chooseOwn: () => void;
  /** Asks for a file. */
  readonly chooseFile: () => Promise<void>;
  /** Reads the chosen file with the password. */
  readonly read: () => Promise<void>;
  /** Forgets the password. */
  readonly forget: () => void;
}

/** Lets a certificate be chosen and shows what it is before anything is signed. */
export function useSigner(): SignerState {
  const caseId = useCase((open) => open.opened?.case ?? null);
  const [choice, setChoice] = useState<SignerChoice>({ kind: 'own' });
  const [signer, setSigner] = useState<Signer | null>(null);
  const [error, setError] = useState<WireError | null>(null);
  const [isReading, setReading] = useState(true);
  const [password, setPassword] = useState('');
  /** Tells an answer that is no longer asked for. */
  const question = useRef(0);

  const describe = useCallback(
    async (file: { readonly p12: string; readonly password: string } | null): Promise<void> => {
      if (caseId === null) return;
      question.current += 1;
      const mine = question.current;
      const result = await invoke('cases.signers', { case: caseId, ...file });
      if (mine !== question.current) return;
      setReading(false);
      setSigner(result.ok ? result.value : null);
      setError(result.ok ? null : result.error);
      // A wrong password is of no use to anybody any more.
      if (!result.ok) setPassword('');
    },
    [caseId],
  );

  useEffect(() => {
    if (choice.kind !== 'own') return undefined;
    // Not at once: reading the own certificate makes one where there is none, and an effect may be run twice.
    const timer = setTimeout(() => void describe(null), 0);
    return () => clearTimeout(timer);
  }, [choice.kind, describe]);

  const begin = (next: SignerChoice): void => {
    question.current += 1;
    setChoice(next);
    setSigner(null);
    setError(null);
    setPassword('');
    setReading(next.kind === 'own');
  };

  return {
    choice,
    signer,
    error,
    isReading,
    password,
    setPassword: (typed) => {
      setPassword(typed);
      // What was read stands for the password it was read with.
      setSigner(null);
      setError(null);
    },
    chooseOwn: () => {
      if (choice.kind !== 'own') begin({ kind: 'own' });
    },
    chooseFile: async () => {
      const result = await invoke('desk.choose', { kind: 'certificate' });
      if (!result.ok) {
        setError(result.error);
        return;
      }
      const path = result.value.paths[0];
      if (path !== undefined) begin({ kind: 'file', path });
    },
    read: async () => {
      if (choice.kind !== 'file' || choice.path === null) return;
      setReading(true);
      await describe({ p12: choice.path, password });
    },
    forget: () => setPassword(''),
  };
}
