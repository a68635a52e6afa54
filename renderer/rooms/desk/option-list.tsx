import { memo, useEffect, type KeyboardEvent, type ReactNode } from 'react';
import { stepThrough } from './step-through.ts';

/** Entries under one heading. */
export interface OptionGroup<Entry> {
  readonly title: string | null;
  readonly entries: readonly Entry[];
}

interface OptionListProps<Entry> {
  /** Unique on the page; ids of the options begin with it. */
  readonly name: string;
  readonly label: string;
  readonly groups: readonly OptionGroup<Entry>[];
  readonly idOf: (entry: Entry) => string;
  readonly selected: string | null;
  /** Must be the same function from one time to the next, so that only what changed is drawn. */
  readonly onSelect: (id: string) => void;
  /** The row, drawn anew only where its entry or whether it is selected changes. */
  readonly row: (props: { readonly entry: Entry; readonly isSelected: boolean }) => ReactNode;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLDivElement>) => void;
}

/**
 * A list of which one entry is selected: one stop of the Tab key, arrows select, the keyboard stays on the list while
 * the selection moves.
 */
export function OptionList<Entry>(props: OptionListProps<Entry>): ReactNode {
  const { name, label, groups, idOf, selected, onSelect, row: Row } = props;
  useEffect(() => {
    if (selected !== null) document.getElementById(`${name}:${selected}`)?.scrollIntoView({ block: 'nearest' });
  }, [name, selected]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    props.onKeyDown?.(event);
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    const ids = groups.flatMap((group) => group.entries.map(idOf));
    const next = keyTarget(event.key, ids, selected);
    if (next === undefined) return;
    event.preventDefault();
    if (next !== null) onSelect(next);
  };

  const isShown = selected !== null && groups.some((group) => group.entries.some((entry) => idOf(entry) === selected));
  return (
    <div
      className="desk-list"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      data-desk-list={name}
      {...(isShown ? { 'aria-activedescendant': `${name}:${selected}` } : {})}
      onKeyDown={onKeyDown}
    >
      {groups.map((group) => (
        <div key={group.title ?? ''} role="group" aria-label={group.title ?? label}>
          {group.title !== null && (
            <div className="desk-list-group" aria-hidden="true" title={group.title}>
              {group.title}
            </div>
          )}
          {group.entries.map((entry) => {
            const id = idOf(entry);
            return (
              <div
                key={id}
                id={`${name}:${id}`}
                role="option"
                className="desk-option"
                aria-selected={id === selected}
                onClick={() => onSelect(id)}
              >
                <Row entry={entry} isSelected={id === selected} />
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

/** Where a key leads in a list; undefined for a key that leads nowhere, null at the end. */
function keyTarget(key: string, ids: readonly string[], selected: string | null): string | null | undefined {
  switch (key) {
    case 'ArrowDown':
      return stepThrough(ids, new Set(ids), selected, 1);
    case 'ArrowUp':
      return stepThrough(ids, new Set(ids), selected, -1);
    case 'Home':
      return ids[0] ?? null;
    case 'End':
      return ids.at(-1) ?? null;
    default:
      return undefined;
  }
}

/** Keeps a row from being drawn anew while its entry and its being selected are the same. */
export function memoRow<Entry>(
  row: (props: { readonly entry: Entry; readonly isSelected: boolean }) => ReactNode,
): (props: { readonly entry: Entry; readonly isSelected: boolean }) => ReactNode {
  // What memo makes takes its row as any component does.
  return memo(row);
}

/** Puts the keyboard on a list, where it is shown. */
export function focusList(name: string): void {
  document.querySelector<HTMLElement>(`[data-desk-list="${name}"]`)?.focus({ preventScroll: true });
}
