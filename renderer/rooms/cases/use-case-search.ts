import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { invoke } from '../../api.ts';
import { useDesk } from '../../app/desk-store.ts';

/** A place in a case where the words were found. */
export type SearchHit = CallOutput<'cases.search'>['hits'][number];

/** What the search over the text of all cases found. */
export interface SearchState {
  /** The words it belongs to. */
  readonly query: string;
  readonly hits: readonly SearchHit[];
  readonly more: boolean;
}

/** How long typing must rest before the texts are searched, in milliseconds. */
const restingTime = 250;

/**
 * Searches the text of all cases while a query is typed; an answer that is overtaken is dropped.
 * @returns null while there is no query, or no answer to it yet
 */
export function useCaseSearch(typed: string): SearchState | null {
  const [state, setState] = useState<SearchState | null>(null);
  const query = typed.trim();
  useEffect(() => {
    if (query === '') return;
    const aborting = new AbortController();
    const timer = setTimeout(() => {
      void invoke('cases.search', { query }, { signal: aborting.signal }).then((result) => {
        if (aborting.signal.aborted) return;
        if (result.ok) setState({ query, ...result.value });
        else useDesk.getState().toast('failed', result.error.message);
      });
    }, restingTime);
    return () => {
      clearTimeout(timer);
      aborting.abort();
    };
  }, [query]);
  return state?.query === query ? state : null;
}
