import { useId, useState, type ReactNode } from 'react';
import './field.css';

/**
 * One line of text with its label above. What is still being composed (拼音) is shown and not reported.
 * @param props.onChange called with each state of the text
 */
export function TextField(props: {
  readonly label: string;
  readonly value: string;
  readonly isDisabled: boolean;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const { label, value, isDisabled, onChange } = props;
  const [composed, setComposed] = useState<string | null>(null);
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        maxLength={500}
        value={composed ?? value}
        readOnly={isDisabled}
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
    </div>
  );
}

/** A day with its label above; YYYY-MM-DD, or null where none is set. */
export function DateField(props: {
  readonly label: string;
  readonly value: string | null;
  readonly isDisabled: boolean;
  readonly note?: string;
  readonly onChange: (value: string | null) => void;
}): ReactNode {
  const { label, value, isDisabled, note, onChange } = props;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        min="1949-10-01"
        max="2199-12-31"
        value={value ?? ''}
        readOnly={isDisabled}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onChange={(event) => {
          if (event.target.validity.valid) onChange(event.target.value === '' ? null : event.target.value);
        }}
      />
      {note !== undefined && (
        <p id={`${id}-note`} className="field-note">
          {note}
        </p>
      )}
    </div>
  );
}
