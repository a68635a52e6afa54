import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { deskText } from '../../text/desk.ts';
import { dismiss } from './desk-actions.ts';
import { show } from './desk-view.ts';

/** Asks why findings are set aside: a usual reason by one click, or words of one's own. Enter saves, Esc leaves. */
export function ReasonForm(props: { readonly label: string }): ReactNode {
  const [reason, setReason] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    field.current?.focus({ preventScroll: true });
    return () => {
      // The way on leads from where one was.
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);

  const save = (words: string): void => {
    if (words.trim() !== '') dismiss(words.trim());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      show({ dismissing: null });
    } else if (event.key === 'Enter' && !event.shiftKey && event.target === field.current) {
      event.preventDefault();
      save(reason);
    }
  };
  return (
    <div className="desk-reason" role="group" aria-label={props.label} onKeyDown={onKeyDown}>
      <span className="desk-reason-label">{props.label}</span>
      <div className="desk-reason-picks">
        {deskText.reason.picks.map((pick) => (
          <button key={pick} type="button" className="desk-pick" onClick={() => save(pick)}>
            {pick}
          </button>
        ))}
      </div>
      <textarea
        ref={field}
        className="desk-field"
        rows={1}
        aria-label={props.label}
        placeholder={deskText.reason.placeholder}
        value={reason}
        spellCheck={false}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="desk-reason-actions">
        <button
          type="button"
          className="desk-button desk-button-first"
          disabled={reason.trim() === ''}
          onClick={() => save(reason)}
        >
          {deskText.reason.save}
          <kbd>Enter</kbd>
        </button>
        <button type="button" className="desk-button" onClick={() => show({ dismissing: null })}>
          {deskText.reason.cancel}
          <kbd>Esc</kbd>
        </button>
      </div>
    </div>
  );
}
