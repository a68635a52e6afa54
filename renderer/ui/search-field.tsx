import { useEffect, useRef, useState, type ReactNode } from 'react';
import './field.css';

/** Whether a key press belongs to something else: a field being typed in, or a layer over the window. */
function isTaken(event: KeyboardEvent): boolean {
  const { target } = event;
  const isTyping =
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !/radio|checkbox|range/u.test(target.type));
  return isTyping || event.isComposing || document.querySelector('dialog[open]') !== null;
}

/**
 * The field in which a room is searched: `/` leads to it, Esc empties it. What is still being composed (拼音) is shown
 * and not reported.
 */
export function SearchField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const { label, value, onChange } = props;
  const [composed, setComposed] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent): void => {
      if (event.key !== '/' || isTaken(event)) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    window.addEventListener('keydown', focus);
    return () => window.removeEventListener('keydown', focus);
  }, []);
  return (
    <input
      ref={field}
      type="search"
      className="search-field"
      aria-label={label}
      placeholder={label}
      maxLength={200}
      value={composed ?? value}
      onChange={(event) => {
        if (composed === null) onChange(event.target.value);
        else setComposed(event.target.value);
      }}
      onCompositionStart={(event) => setComposed(event.currentTarget.value)}
      onCompositionEnd={(event) => {
        setComposed(null);
        onChange(event.currentTarget.value);
      }}
    />
  );
}
