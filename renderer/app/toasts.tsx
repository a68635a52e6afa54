import { useEffect, type ReactNode } from 'react';
import { useDesk, type Toast } from './desk-store.ts';
import { text } from './text.ts';

/** How long a message stays, in milliseconds; what failed needs reading. */
const lifetime = { done: 4000, failed: 12_000 } as const;

/** Messages of what was done or went wrong, at the lower edge; they go by themselves. */
export function Toasts(): ReactNode {
  const toasts = useDesk((desk) => desk.toasts);
  return (
    <div className="toasts" role="status" aria-label={text.app.toasts}>
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastLine(props: { readonly toast: Toast }): ReactNode {
  const { id, kind, message } = props.toast;
  const drop = useDesk((desk) => desk.dropToast);
  useEffect(() => {
    const timer = setTimeout(() => drop(id), lifetime[kind]);
    return () => clearTimeout(timer);
  }, [drop, id, kind]);
  return (
    <div className={`toast toast-${kind}`}>
      <span className="toast-mark" aria-hidden="true">
        {kind === 'done' ? '✓' : '■'}
      </span>
      <p>{message}</p>
      <button type="button" className="plain-button" aria-label={text.app.close} onClick={() => drop(id)}>
        ✕
      </button>
    </div>
  );
}
