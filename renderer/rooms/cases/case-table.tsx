import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { text } from '../../app/text.ts';
import { today, workdaysBetween } from '../../app/workdays.ts';
import { sortKeys, type Arrangement, type CaseRow, type SortKey } from './arrange-cases.ts';
import type { SearchHit } from './use-case-search.ts';

/** How many places of one case are listed under its row. */
const hitsShown = 3;

/** The cases as a table; arrow keys walk the rows, Enter opens. */
export function CaseTable(props: {
  readonly rows: readonly CaseRow[];
  readonly hits: readonly SearchHit[];
  readonly arrangement: Arrangement;
  readonly onSort: (sort: SortKey) => void;
  readonly onOpen: (caseId: string) => void;
}): ReactNode {
  const { rows, hits, arrangement, onSort, onOpen } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const [marked, setMarked] = useState<string | null>(null);
  const stop = rows.some((row) => row.case === marked) ? marked : rows[0]?.case;
  const walk = (event: KeyboardEvent): void => {
    const names = [...(body.current?.querySelectorAll<HTMLElement>('.cases-name') ?? [])];
    const at = names.findIndex((name) => name === document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: names.length - 1 }[event.key];
    if (to === undefined || at === -1) return;
    event.preventDefault();
    names[Math.max(0, Math.min(names.length - 1, to))]?.focus();
  };
  return (
    <table className="cases-table">
      <thead>
        <tr>
          {sortKeys.map((key) => (
            <th
              key={key}
              scope="col"
              className={`cases-col-${key}`}
              aria-sort={key === arrangement.sort ? arrangement.direction : undefined}
            >
              <button type="button" title={text.cases.sortBy(text.cases.columns[key])} onClick={() => onSort(key)}>
                {text.cases.columns[key]}
                <span aria-hidden="true">
                  {key === arrangement.sort ? (arrangement.direction === 'ascending' ? ' ↑' : ' ↓') : ''}
                </span>
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={walk}>
        {rows.map((row) => (
          <CaseLine
            key={row.case}
            row={row}
            hits={hits.filter((hit) => hit.case === row.case)}
            isStop={row.case === stop}
            onFocus={() => setMarked(row.case)}
            onOpen={() => onOpen(row.case)}
          />
        ))}
      </tbody>
    </table>
  );
}

function CaseLine(props: {
  readonly row: CaseRow;
  readonly hits: readonly SearchHit[];
  readonly isStop: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
}): ReactNode {
  const { row, hits, isStop, onFocus, onOpen } = props;
  const { cases } = text;
  return (
    <>
      <tr className="cases-row" onClick={onOpen}>
        <td className="cases-quiet">{row.registration === '' ? cases.none : row.registration}</td>
        <td>
          <button
            type="button"
            className="cases-name"
            tabIndex={isStop ? 0 : -1}
            title={row.title}
            onFocus={onFocus}
            onClick={(event) => {
              event.stopPropagation();
              onOpen();
            }}
          >
            {row.title === '' ? cases.untitled : row.title}
          </button>
        </td>
        <td>{cases.types[row.type]}</td>
        <td title={row.submittedBy}>{row.submittedBy === '' ? cases.none : row.submittedBy}</td>
        <td>
          <span className={`cases-stage cases-stage-${row.stage}`}>{cases.stages[row.stage]}</span>
          {row.conclusion !== null && <span className="cases-quiet"> {cases.conclusions[row.conclusion]}</span>}
        </td>
        <td className="cases-number">
          <Due row={row} />
        </td>
        <td className="cases-number">{row.issues}</td>
        <td className="cases-number">{row.answered}</td>
        <td title={row.reviewer}>{row.reviewer === '' ? cases.none : row.reviewer}</td>
        <td className="cases-quiet">{row.takenAt.slice(0, 10)}</td>
      </tr>
      {hits.slice(0, hitsShown).map((hit, index) => (
        <tr key={index} className="cases-hit" onClick={onOpen}>
          <td />
          <td colSpan={sortKeys.length - 1}>
            <span className="cases-quiet">{cases.where(hit.where)}</span> {hit.before}
            <mark>{hit.match}</mark>
            {hit.after}
          </td>
        </tr>
      ))}
    </>
  );
}

function Due(props: { readonly row: CaseRow }): ReactNode {
  const { dueOn, stage } = props.row;
  if (dueOn === null || stage === 'issued' || stage === 'closed') return text.cases.none;
  const days = workdaysBetween(today(), dueOn);
  return (
    <span className={days < 0 ? 'cases-over' : days <= 5 ? 'cases-near' : ''} title={text.cases.dueNote(dueOn)}>
      {text.cases.days(days)}
    </span>
  );
}
