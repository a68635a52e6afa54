import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { documentPaneText } from '../../text/document-pane.ts';
import type { PaneFind } from './use-find.ts';

const words = documentPaneText.find;

/** The bar in which one writes what to find; nothing while it is closed. */
export function FindBar(props: { readonly find: PaneFind }): ReactNode {
  const { asked, query, matches, current, change, step, close } = props.find;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asked === 0) return;
    input.current?.focus();
    input.current?.select();
  }, [asked]);
  if (asked === 0) return null;
  const hasNone = query !== '' && matches.length === 0;
  const onKeyDown = (event: KeyboardEvent): void => {
    // While an input method is open, its keys are its own.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target === input.current) step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className="document-pane-find" onKeyDown={onKeyDown}>
      <input
        ref={input}
        value={query}
        aria-label={words.label}
        aria-invalid={hasNone}
        placeholder={words.placeholder}
        spellCheck={false}
        onChange={(event) => change(event.target.value)}
      />
      <output className="document-pane-find-count">
        {hasNone ? words.none : query === '' ? '' : words.count(current + 1, matches.length)}
      </output>
      <button type="button" aria-label={words.previous} title={words.previous} onClick={() => step(-1)}>
        ↑
      </button>
      <button type="button" aria-label={words.next} title={words.next} onClick={() => step(1)}>
        ↓
      </button>
      <button type="button" aria-label={words.close} title={words.close} onClick={close}>
        ×
      </button>
    </search>
  );
}
