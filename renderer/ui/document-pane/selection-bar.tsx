import { useEffect, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { Span } from '../../../shared/document/document.ts';
import { documentPaneText } from '../../text/document-pane.ts';
import { isTyping } from './is-typing.ts';
import { readSelection } from './pane-selection.ts';
import type { PaneView } from './pane-view.ts';

interface BarPlace {
  readonly left: number;
  readonly top: number;
}

/** Width and height that the bar takes at most, and its distance from the text. */
const room = { width: 96, height: 34, gap: 6 };

/** What can be done with the selected text, beside it, and the key that does it. */
export function SelectionBar(props: {
  readonly view: PaneView;
  readonly onAnnotate: (range: Span) => void;
}): ReactNode {
  const { view, onAnnotate } = props;
  const [place, setPlace] = useState<BarPlace | null>(null);

  useEffect(() => {
    let isPressed = false;
    let frame = 0;
    const update = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const span = isPressed ? null : readSelection(view.sheet);
        setPlace(span ? placeBeside(view, span) : null);
      });
    };
    const press = (event: PointerEvent): void => {
      if (event.target instanceof Element && event.target.closest('.document-pane-selection')) return;
      isPressed = true;
      update();
    };
    const release = (): void => {
      isPressed = false;
      update();
    };
    document.addEventListener('selectionchange', update);
    document.addEventListener('pointerdown', press);
    document.addEventListener('pointerup', release);
    document.addEventListener('pointercancel', release);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('selectionchange', update);
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('pointerup', release);
      document.removeEventListener('pointercancel', release);
    };
  }, [view]);

  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'a' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.isComposing || event.defaultPrevented || isTyping(event.target)) return;
      // Elsewhere the key belongs to whoever has the keyboard; the desk may ask for the selection.
      if (event.target !== document.body && !view.scroller.contains(event.target instanceof Node ? event.target : null))
        return;
      const span = readSelection(view.sheet);
      if (!span) return;
      event.preventDefault();
      onAnnotate(span);
    };
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('keydown', press);
    };
  }, [view, onAnnotate]);

  if (!place) return null;
  return createPortal(
    <div
      className="document-pane-selection"
      role="toolbar"
      aria-label={documentPaneText.selectionActions}
      style={place}
      // A press on the bar must not take the selection away.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      <button
        type="button"
        onClick={() => {
          const span = readSelection(view.sheet);
          if (span) onAnnotate(span);
        }}
      >
        {documentPaneText.annotate}
        <kbd>A</kbd>
      </button>
    </div>,
    view.paper,
  );
}

/** Below the end of the selection, else above its start, else at the lower edge of the view. */
function placeBeside(view: PaneView, span: Span): BarPlace {
  const top = view.scroller.scrollTop;
  const bottom = top + view.scroller.clientHeight;
  const offset = view.paper.offsetTop;
  const end = view.boxOf(span.end - 1);
  const start = view.boxOf(span.start);
  const below = end ? end.top + end.height + room.gap : Infinity;
  const above = start ? start.top - room.height - room.gap : -Infinity;
  const isBelow = offset + below >= top && offset + below + room.height <= bottom;
  const isAbove = offset + above >= top && offset + above + room.height <= bottom;
  const box = isBelow ? end : start;
  return {
    left: Math.min(
      Math.max(8, box ? box.left + box.width - room.width / 2 : 8),
      view.paper.clientWidth - room.width - 8,
    ),
    top: isBelow ? below : isAbove ? above : bottom - offset - room.height - 16,
  };
}
