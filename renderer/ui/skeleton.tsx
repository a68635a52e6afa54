import type { ReactNode } from 'react';

/**
 * Grey lines where text will be.
 * @param props.label said to a screen reader and shown, once for a screen
 */
export function Skeleton(props: { readonly lines: number; readonly label?: string }): ReactNode {
  const { lines, label } = props;
  return (
    <div className="skeleton">
      {label !== undefined && <p role="status">{label}</p>}
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="skeleton-line" aria-hidden="true" />
      ))}
    </div>
  );
}
