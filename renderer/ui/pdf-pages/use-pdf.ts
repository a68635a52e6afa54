import { useCallback, useEffect, useState } from 'react';
import { openPdf, type OpenPdf } from './open-pdf.ts';

/** Where the opening of a PDF stands. */
export type PdfState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly detail: string }
  | { readonly kind: 'ready'; readonly pdf: OpenPdf; readonly askedAt: number };

/**
 * Opens a PDF and, when other bytes come, the next one: what is open stays so until then, so that old pages can stand
 * while new ones are made.
 * @param bytes null while there are none
 * @returns the state, and what a retry button does
 */
export function usePdf(bytes: Uint8Array | null): [PdfState, () => void] {
  const [state, setState] = useState<PdfState>({ kind: 'waiting' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (bytes === null) return;
    const leaving = new AbortController();
    const askedAt = performance.now();
    openPdf(bytes, leaving.signal).then(
      (pdf) => {
        if (leaving.signal.aborted) void pdf.close();
        else setState({ kind: 'ready', pdf, askedAt });
      },
      (error: unknown) => {
        if (!leaving.signal.aborted) setState({ kind: 'failed', detail: String(error) });
      },
    );
    return () => leaving.abort();
  }, [bytes, attempt]);

  const pdf = state.kind === 'ready' ? state.pdf : null;
  useEffect(() => (pdf === null ? undefined : () => void pdf.close()), [pdf]);

  return [state, useCallback(() => setAttempt((count) => count + 1), [])];
}
