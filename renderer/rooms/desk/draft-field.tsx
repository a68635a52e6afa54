import { useEffect, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { FieldWriter, type WriteField } from './field-writer.ts';

/**
 * A text field that shows each letter at once and hands it over shortly after, so that a letter costs no more than
 * itself. Must have a `key` of the thing that it belongs to.
 */
export function DraftField(props: {
  readonly label: string;
  readonly value: string;
  readonly onWrite: WriteField;
  readonly isDisabled: boolean;
  readonly placeholder?: string;
  readonly rows?: number;
  readonly ref?: Ref<HTMLTextAreaElement>;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}): ReactNode {
  const { label, value, onWrite, isDisabled, placeholder, rows = 2, ref } = props;
  const [writer] = useState(() => new FieldWriter(crypto.randomUUID()));
  const [typed, setTyped] = useState<string | null>(null);

  useEffect(() => {
    const flush = (): void => writer.flush();
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      writer.flush();
    };
  }, [writer]);

  const put = (text: string): void => {
    writer.put(
      text,
      (written, group) => {
        onWrite(written, group);
        setTyped(null);
      },
      performance.now(),
    );
  };
  return (
    <textarea
      ref={ref}
      className="desk-field"
      aria-label={label}
      rows={rows}
      value={typed ?? value}
      readOnly={isDisabled}
      placeholder={placeholder}
      spellCheck={false}
      onChange={(event) => {
        const text = event.target.value;
        setTyped(text);
        // Letters on their way to becoming a character are nobody's words yet.
        const native: Event & { readonly isComposing?: boolean } = event.nativeEvent;
        if (native.isComposing !== true) put(text);
      }}
      onCompositionEnd={(event) => {
        setTyped(event.currentTarget.value);
        put(event.currentTarget.value);
      }}
      onBlur={() => writer.rest()}
      onKeyDown={props.onKeyDown}
    />
  );
}
