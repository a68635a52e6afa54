import { useId, type ReactNode } from 'react';
import './segments.css';

/**
 * A choice among a few, side by side; arrow keys move it. Nothing is chosen while `value` is null.
 * @param props.label what is chosen, for a screen reader
 */
export function Segments<Value extends string>(props: {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | null;
  readonly isDisabled: boolean;
  readonly onChange: (value: Value) => void;
}): ReactNode {
  const { label, options, value, isDisabled, onChange } = props;
  const name = useId();
  return (
    <div className="segments" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className="segment">
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            disabled={isDisabled}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
