import type { KeyboardEvent, ReactNode } from 'react';

/** One tab with its count. */
export interface Tab<Id extends string> {
  readonly id: Id;
  readonly name: string;
  readonly count?: string;
}

/** The tabs above a pane; arrows move between them. Each controls the panel `<name>-panel`. */
export function TabBar<Id extends string>(props: {
  readonly name: string;
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly current: Id;
  readonly onSelect: (id: Id) => void;
}): ReactNode {
  const { name, label, tabs, current, onSelect } = props;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const index = tabs.findIndex((tab) => tab.id === current);
    const next = tabs[(index + step + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onSelect(next.id);
    document.getElementById(`${name}-${next.id}`)?.focus();
  };
  return (
    <div className="desk-tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          id={`${name}-${tab.id}`}
          type="button"
          role="tab"
          className="desk-tab"
          aria-selected={tab.id === current}
          aria-controls={`${name}-panel`}
          tabIndex={tab.id === current ? 0 : -1}
          onClick={() => onSelect(tab.id)}
        >
          {`${tab.name} `}
          {tab.count !== undefined && <span className="desk-tab-count">{tab.count}</span>}
        </button>
      ))}
    </div>
  );
}
