import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useDesk } from '../../app/desk-store.ts';

/** How wide a side pane may be, in CSS pixels. */
export interface PaneWidth {
  readonly least: number;
  readonly most: number;
  /** Where nothing is remembered. */
  readonly usual: number;
}

/** The remembered width of a pane, within its bounds. */
export function useWidth(name: string, width: PaneWidth): number {
  const kept = useDesk((desk) => desk.settings.layout[name]);
  return Math.min(width.most, Math.max(width.least, kept ?? width.usual));
}

/** The line between two panes, which may be dragged, moved with arrows, and double-clicked back. */
export function PaneDivider(props: {
  readonly name: string;
  readonly label: string;
  readonly width: PaneWidth;
  /** Which way the pane grows. */
  readonly side: 'left' | 'right';
}): ReactNode {
  const { name, label, width, side } = props;
  const value = useWidth(name, width);
  const drag = useRef<{ readonly x: number; readonly value: number } | null>(null);
  const sign = side === 'left' ? 1 : -1;
  const set = (wanted: number): void =>
    useDesk.getState().rememberSize(name, Math.round(Math.min(width.most, Math.max(width.least, wanted))));

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, value };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (drag.current) set(drag.current.value + sign * (event.clientX - drag.current.x));
  };
  const end = (): void => {
    drag.current = null;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = event.key === 'ArrowRight' ? 16 : event.key === 'ArrowLeft' ? -16 : 0;
    if (step === 0) return;
    event.preventDefault();
    set(value + sign * step);
  };
  return (
    <div
      className="desk-divider"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuemin={width.least}
      aria-valuemax={width.most}
      aria-valuenow={value}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={() => set(width.usual)}
      onKeyDown={onKeyDown}
    />
  );
}
