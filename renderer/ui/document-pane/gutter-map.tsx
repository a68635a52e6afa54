import { memo, useEffect, useRef, useState, type ReactNode } from 'react';
import { documentPaneText } from '../../text/document-pane.ts';
import { gutterMarks } from './gutter-marks.ts';
import type { PaneView } from './pane-view.ts';
import type { PaneHighlight } from './types.ts';

/** How many labels a mark names before it only counts. */
const namedLabels = 5;

/** The whole document beside the part in view: where something is marked, and where one is. */
export const GutterMap = memo(function GutterMap(props: {
  readonly view: PaneView | null;
  readonly highlights: readonly PaneHighlight[];
  readonly length: number;
}): ReactNode {
  const { view, highlights, length } = props;
  const map = useRef<HTMLDivElement>(null);
  const shown = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);

  useEffect(() => {
    const element = map.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      setHeight(element.clientHeight);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);

  useEffect(
    () =>
      view?.watch(({ top, bottom }) => {
        if (!shown.current || length === 0) return;
        shown.current.style.top = `${(100 * top) / length}%`;
        shown.current.style.height = `${(100 * (bottom - top)) / length}%`;
      }),
    [view, length],
  );

  return (
    <div
      ref={map}
      className="document-pane-map"
      role="group"
      aria-label={documentPaneText.map.label}
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        view?.scrollTo(Math.round(((event.clientY - box.top) / box.height) * length), 'centre');
      }}
    >
      <div ref={shown} className="document-pane-map-view" />
      {gutterMarks(highlights, length, height).map((mark) => {
        const label = documentPaneText.map.place(mark.labels.slice(0, namedLabels), mark.labels.length - namedLabels);
        return (
          <button
            key={mark.y}
            type="button"
            // The desk's own keys go from mark to mark; the map is for the mouse and for the eye.
            tabIndex={-1}
            className="document-pane-mark"
            data-look={mark.look}
            style={{ top: mark.y }}
            title={label}
            aria-label={label}
            onClick={(event) => {
              event.stopPropagation();
              view?.scrollTo(mark.offset, 'centre');
            }}
          />
        );
      })}
    </div>
  );
});
