import { useEffect, useRef, type ReactNode } from 'react';
import { text } from '../app/text.ts';
import './dialog.css';

/**
 * A modal layer over the window: it keeps the focus inside, goes on Esc or a click beside it, and gives the focus back.
 * @param props.shape a box in the middle, a drawer at the right edge, or a box near the top without a heading
 */
export function Dialog(props: {
  readonly title: string;
  readonly shape: 'box' | 'drawer' | 'top';
  readonly close: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const { title, shape, close, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`dialog dialog-${shape}`}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) close();
      }}
    >
      <div className="dialog-sheet">
        {shape !== 'top' && (
          <header className="dialog-head">
            <h2>{title}</h2>
            <button type="button" className="plain-button" onClick={close} aria-label={text.app.close}>
              ✕
            </button>
          </header>
        )}
        {children}
      </div>
    </dialog>
  );
}
