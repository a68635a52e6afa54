import { Select } from 'antd';
import type { ReactNode } from 'react';
import { certainties, severities } from '../../../shared/check/finding.ts';
import { useCase } from '../../app/case-store.ts';
import { deskText } from '../../text/desk.ts';
import { findingsOf } from './desk-derived.ts';
import { show, useDeskView } from './desk-view.ts';
import { checksOf, isFiltering, noFilter, toggleFilter, type FindingFilter } from './filter-findings.ts';
import { SeverityMark } from './severity-mark.tsx';

const states = ['open', 'issue', 'dismissed'] as const;

/** Buttons that ask for one value more or less each. */
function Choices<Name extends 'severities' | 'certainties' | 'states'>(props: {
  readonly label: string;
  readonly name: Name;
  readonly filter: FindingFilter;
  readonly values: FindingFilter[Name];
  readonly show: (value: FindingFilter[Name][number]) => ReactNode;
}): ReactNode {
  const { label, name, filter, values } = props;
  // TypeScript does not see that a name and its own values belong together.
  const wanted = filter[name] as readonly string[];
  return (
    <div className="desk-choices" role="group" aria-label={label}>
      {values.map((value) => (
        <button
          key={value}
          type="button"
          className="desk-choice"
          aria-pressed={wanted.includes(value)}
          onClick={() => show({ filter: toggleFilter(filter, name, value) })}
        >
          {props.show(value)}
        </button>
      ))}
    </div>
  );
}

/** What is listed: by severity, certainty, state and check. */
export function FindingFilters(): ReactNode {
  const filter = useDeskView((view) => view.filter);
  const findings = useCase(findingsOf);
  const words = deskText.findings;
  return (
    <div className="desk-filters" role="group" aria-label={words.filters}>
      <Choices
        label={words.severity}
        name="severities"
        filter={filter}
        values={severities}
        show={(severity) => <SeverityMark severity={severity} isWordShown />}
      />
      <Choices
        label={words.certainty}
        name="certainties"
        filter={filter}
        values={certainties}
        show={(certainty) => deskText.certainties[certainty]}
      />
      <Choices
        label={words.state}
        name="states"
        filter={filter}
        values={states}
        show={(state) => deskText.decisions[state]}
      />
      <div className="desk-filter-line">
        <Select
          className="desk-filter-checks"
          mode="multiple"
          size="small"
          maxTagCount="responsive"
          aria-label={words.checks}
          placeholder={words.checks}
          value={[...filter.checks]}
          options={checksOf(findings).map(({ check, title, count }) => ({
            value: check,
            label: `${check} ${title}（${count}）`,
          }))}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(checks: string[]) => show({ filter: { ...filter, checks } })}
        />
        {isFiltering(filter) && (
          <button type="button" className="desk-link" onClick={() => show({ filter: noFilter })}>
            {words.clear}
          </button>
        )}
      </div>
    </div>
  );
}
