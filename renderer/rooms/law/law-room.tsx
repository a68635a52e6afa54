import { useDeferredValue, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { useCall } from '../../app/use-call.ts';
import { text } from '../../app/text.ts';
import { DateField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { LawCard } from './law-card.tsx';
import './law-room.css';

type Found = CallOutput<'law.search'>;

/** An answer and the place in the whole list at which it begins. */
interface Shown {
  readonly found: Found;
  readonly offset: number;
}

const pageSize = 50;
const statuses = ['all', 'in-force', 'lapsed', 'unknown'] as const;

/** 法规库: what the law pack knows of an instrument on a day, and what it does not know. */
export function LawRoom(): ReactNode {
  const words = text.law;
  const [query, setQuery] = useState('');
  const [asOf, setAsOf] = useState<string | null>(null);
  const [status, setStatus] = useState<(typeof statuses)[number]>('all');
  const [offset, setOffset] = useState(0);
  const wanted = useDeferredValue(query);
  const input = useMemo(
    () => ({ query: wanted, status, offset, limit: pageSize, ...(asOf === null ? {} : { asOf }) }),
    [wanted, status, offset, asOf],
  );
  const [found, retry] = useCall('law.search', input);
  const [shown, setShown] = useState<Shown | null>(null);
  // What was found stays in view while the next answer is on its way.
  if (found.kind === 'ready' && found.value !== shown?.found) setShown({ found: found.value, offset });
  const results = useRef<HTMLElement>(null);
  useEffect(() => {
    // Another page is another list: it begins at its top.
    if (results.current !== null) results.current.scrollTop = 0;
  }, [shown]);
  return (
    <div className="law">
      <header className="law-head" data-pane="law-search">
        <h2>{words.title}</h2>
        <SearchField
          label={words.search}
          value={query}
          onChange={(value) => {
            setQuery(value);
            setOffset(0);
          }}
        />
        <Segments
          label={words.status}
          options={statuses.map((value) => ({ value, label: words.statuses[value] }))}
          value={status}
          isDisabled={false}
          onChange={(value) => {
            setStatus(value);
            setOffset(0);
          }}
        />
        <DateField
          label={words.asOf}
          value={asOf ?? shown?.found.asOf ?? null}
          isDisabled={false}
          onChange={(value) => {
            setAsOf(value);
            setOffset(0);
          }}
        />
      </header>
      <section ref={results} className="law-results" data-pane="law-results" aria-label={words.results}>
        {found.kind === 'failed' && (
          <Notice
            title={words.failed}
            message={found.error.message}
            detail={text.app.code(found.error.code)}
            action={{ label: text.app.retry, run: retry }}
          />
        )}
        {found.kind !== 'failed' && shown === null && <Skeleton lines={10} label={words.loading} />}
        {found.kind !== 'failed' && shown !== null && <Results {...shown} turn={setOffset} />}
      </section>
      {shown !== null && <PackFacts found={shown.found} />}
    </div>
  );
}

function Results(props: Shown & { readonly turn: (offset: number) => void }): ReactNode {
  const words = text.law;
  const { found, offset, turn } = props;
  if (found.total === 0) {
    return (
      <div role="status">
        <p>
          <b>{words.empty}</b>
        </p>
        <p className="law-quiet">{words.emptyAdvice}</p>
      </div>
    );
  }
  return (
    <>
      <p className="law-quiet" role="status">
        {words.total(found.total, offset + 1, offset + found.entries.length, found.asOf)}
      </p>
      <ul className="law-list">
        {found.entries.map((entry) => (
          <LawCard key={entry.name} entry={entry} />
        ))}
      </ul>
      {found.total > pageSize && (
        <p className="law-pages">
          <button
            type="button"
            className="quiet-button"
            disabled={offset === 0}
            onClick={() => turn(Math.max(0, offset - pageSize))}
          >
            {words.previous}
          </button>
          <button
            type="button"
            className="quiet-button"
            disabled={offset + pageSize >= found.total}
            onClick={() => turn(offset + pageSize)}
          >
            {words.next}
          </button>
        </p>
      )}
    </>
  );
}

/** Version, day and limits of the data: always in view, since every answer above rests on them. */
function PackFacts(props: { readonly found: Found }): ReactNode {
  const words = text.law;
  const { version, snapshot, sha256, limits } = props.found;
  return (
    <footer className="law-pack">
      <p>
        <b>{words.pack(version, snapshot)}</b> <span className="mono">{words.hash(sha256)}</span>
      </p>
      <ul>
        {limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </footer>
  );
}
