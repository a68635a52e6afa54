import { useId, type ReactNode } from 'react';

/** One answer of {@link ChoiceRow}. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly name: string;
  /** The key that chooses it, as shown. */
  readonly keys?: string;
  readonly hint?: string;
}

/** A few answers side by side of which one holds: radio buttons in the shape of a row of buttons. */
export function ChoiceRow<Value extends string>(props: {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | null;
  readonly isDisabled: boolean;
  readonly onChoose: (value: Value) => void;
}): ReactNode {
  const { label, choices, value, isDisabled, onChoose } = props;
  const name = useId();
  return (
    <div className="desk-row-choices" role="radiogroup" aria-label={label}>
      {choices.map((choice) => (
        <label key={choice.value} className="desk-row-choice" data-value={choice.value} title={choice.hint}>
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            disabled={isDisabled}
            onChange={() => onChoose(choice.value)}
          />
          <span>
            {choice.name}
            {choice.keys !== undefined && <kbd>{choice.keys}</kbd>}
          </span>
        </label>
      ))}
    </div>
  );
}
