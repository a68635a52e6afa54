import { Select } from 'antd';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { documentTypes } from '../../../shared/check/finding.ts';
import { useCase } from '../../app/case-store.ts';
import { useDesk } from '../../app/desk-store.ts';
import { text } from '../../app/text.ts';
import { useCall } from '../../app/use-call.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { arrangeCases, type Arrangement, type CaseRow, type SortKey } from './arrange-cases.ts';
import { BrokenCases } from './broken-cases.tsx';
import { CaseTable } from './case-table.tsx';
import { FirstStart } from './first-start.tsx';
import { ImportBar } from './import-bar.tsx';
import { useCaseSearch } from './use-case-search.ts';
import './cases-room.css';

const nothing = {};
const stages: readonly CaseRow['stage'][] = ['received', 'reviewing', 'issued', 'closed'];
const everything: Arrangement = { query: '', type: 'all', stage: 'all', sort: 'takenAt', direction: 'descending' };

/** 案卷: every case there is, and the way in for new ones. */
export function CasesRoom(): ReactNode {
  const [listed, retry] = useCall('cases.list', nothing);
  if (listed.kind === 'loading') {
    return (
      <div className="cases">
        <Skeleton lines={10} label={text.cases.loading} />
      </div>
    );
  }
  if (listed.kind === 'failed') {
    return (
      <Notice
        title={text.cases.failed}
        message={listed.error.message}
        detail={text.app.code(listed.error.code)}
        action={{ label: text.app.retry, run: retry }}
      />
    );
  }
  const { cases, broken } = listed.value;
  return (
    <div className="cases" data-pane="cases">
      {cases.length === 0 ? <FirstStart /> : <Register cases={cases} />}
      <BrokenCases broken={broken} />
    </div>
  );
}

function Register(props: { readonly cases: readonly CaseRow[] }): ReactNode {
  const { cases } = props;
  const [arrangement, setArrangement] = useState(everything);
  const search = useCaseSearch(arrangement.query);
  const field = useRef<HTMLInputElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const navigate = useDesk((desk) => desk.navigate);
  const open = useCase((current) => current.open);
  const change = (part: Partial<Arrangement>): void => setArrangement((before) => ({ ...before, ...part }));
  const rows = useMemo(() => {
    const found = new Set((search?.hits ?? []).map((hit) => hit.case));
    return arrangeCases(cases, { ...arrangement, query: arrangement.query.trim() }, found);
  }, [cases, arrangement, search]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      if (target instanceof Element && target.closest('input, textarea, [contenteditable], dialog') !== null) return;
      event.preventDefault();
      field.current?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const focusFirst = (): void => room.current?.querySelector<HTMLElement>('.cases-name[tabindex="0"]')?.focus();
  useEffect(focusFirst, []);

  const onSort = (sort: SortKey): void => {
    const isTurned = arrangement.sort === sort && arrangement.direction === 'ascending';
    change({ sort, direction: isTurned ? 'descending' : 'ascending' });
  };
  const onOpen = (caseId: string): void => {
    void open(caseId);
    navigate('desk');
  };
  const words = text.cases;
  return (
    <div ref={room} className="cases-register">
      <ImportBar />
      <div className="cases-tools">
        <h2>{words.title}</h2>
        <span className="cases-quiet">{words.count(rows.length, cases.length)}</span>
        <Select
          className="cases-filter"
          aria-label={words.filters.type}
          value={arrangement.type}
          onChange={(type) => change({ type })}
          options={[
            { value: 'all' as const, label: words.filters.allTypes },
            ...documentTypes.map((value) => ({ value, label: words.types[value] })),
          ]}
        />
        <Select
          className="cases-filter"
          aria-label={words.filters.stage}
          value={arrangement.stage}
          onChange={(stage) => change({ stage })}
          options={[
            { value: 'all' as const, label: words.filters.allStages },
            ...stages.map((value) => ({ value, label: words.stages[value] })),
          ]}
        />
        <div className="cases-search">
          <input
            ref={field}
            type="search"
            aria-label={words.search.label}
            placeholder={words.search.placeholder}
            maxLength={200}
            value={arrangement.query}
            onChange={(event) => change({ query: event.target.value })}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing || !['ArrowDown', 'Enter'].includes(event.key)) return;
              event.preventDefault();
              focusFirst();
            }}
          />
          <kbd aria-hidden="true">/</kbd>
        </div>
      </div>
      {rows.length > 0 ? (
        <CaseTable rows={rows} hits={search?.hits ?? []} arrangement={arrangement} onSort={onSort} onOpen={onOpen} />
      ) : (
        <div className="cases-none" role="status">
          <p>{arrangement.query.trim() !== '' && search === null ? words.search.busy : words.noMatch.title}</p>
          <button type="button" className="quiet-button" onClick={() => setArrangement(everything)}>
            {words.noMatch.clear}
          </button>
        </div>
      )}
      {search?.more === true && <p className="cases-quiet">{words.search.more}</p>}
    </div>
  );
}
