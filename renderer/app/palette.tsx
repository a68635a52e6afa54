import { useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { useDesk, type Command } from './desk-store.ts';
import { filterEntries, paletteEntries } from './palette-entries.ts';
import { text } from './text.ts';
import { useCall } from './use-call.ts';

const nothing = {};

/** The command palette (Ctrl+K): one field that reaches everything. */
export function Palette(): ReactNode {
  const show = useDesk((desk) => desk.show);
  const commands = useDesk((desk) => desk.commands);
  const [listed] = useCall('cases.list', nothing);
  const [query, setQuery] = useState('');
  const [position, setPosition] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const base = useId();
  const cases = listed.kind === 'ready' ? listed.value.cases : null;
  const entries = useMemo(() => paletteEntries(commands, cases ?? []), [commands, cases]);
  const shown = useMemo(() => filterEntries(entries, query), [entries, query]);
  const selected = Math.min(position, shown.length - 1);

  const select = (index: number): void => {
    setPosition(index);
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' });
  };
  const run = (entry: Command | undefined): void => {
    if (entry === undefined) return;
    show(null);
    // Once the layer is gone and has given the focus back: what runs may move it again.
    setTimeout(entry.run);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const last = shown.length - 1;
    if (event.key === 'ArrowDown') select(selected >= last ? 0 : selected + 1);
    else if (event.key === 'ArrowUp') select(selected <= 0 ? last : selected - 1);
    else if (event.key === 'PageDown') select(Math.min(last, selected + 8));
    else if (event.key === 'PageUp') select(Math.max(0, selected - 8));
    else if (event.key === 'Enter') run(shown[selected]);
    else return;
    event.preventDefault();
  };

  const { palette } = text.app;
  return (
    <Dialog title={palette.label} shape="top" close={() => show(null)}>
      <input
        className="palette-field"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${base}-list`}
        aria-activedescendant={shown.length > 0 ? `${base}-${selected}` : undefined}
        aria-label={palette.label}
        placeholder={palette.placeholder}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setPosition(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul ref={list} id={`${base}-list`} className="palette-list" role="listbox" aria-label={palette.label}>
        {shown.map((entry, index) => (
          <li
            key={entry.id}
            id={`${base}-${index}`}
            role="option"
            aria-selected={index === selected}
            className="palette-entry"
            onPointerMove={() => setPosition(index)}
            onClick={() => run(entry)}
          >
            <span className="palette-group">{shown[index - 1]?.group === entry.group ? '' : entry.group}</span>
            <span className="palette-title">{entry.title}</span>
            {entry.keys !== undefined && <kbd>{entry.keys}</kbd>}
          </li>
        ))}
      </ul>
      {shown.length === 0 && (
        <p className="palette-empty" role="status">
          {palette.empty}
        </p>
      )}
      <p className="palette-hint">{palette.hint}</p>
    </Dialog>
  );
}
