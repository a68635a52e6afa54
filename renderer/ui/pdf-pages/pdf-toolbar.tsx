import type { ReactNode } from 'react';
import { pdfPagesText as words } from '../../text/pdf-pages.ts';
import { stepFrom, type Zoom } from './zoom.ts';

/** Above the pages: where one is, how large they are, and whatever the room adds. */
export function PdfToolbar(props: {
  readonly page: number;
  readonly pages: number;
  readonly zoom: Zoom;
  readonly scale: number;
  readonly onZoom: (zoom: Zoom) => void;
  readonly children?: ReactNode;
}): ReactNode {
  const { page, pages, zoom, scale, onZoom } = props;
  const isReady = pages > 0;
  return (
    <div className="pdf-tools" role="toolbar" aria-label={words.tools}>
      <span className="pdf-tools-extra">{props.children}</span>
      <span className="pdf-tools-count">{isReady && words.current(page, pages)}</span>
      <button
        type="button"
        className="pdf-tool"
        aria-label={words.zoomOut}
        title={words.zoomOut}
        disabled={!isReady}
        onClick={() => onZoom(stepFrom(scale, 'out'))}
      >
        −
      </button>
      <span className="pdf-tools-zoom">{isReady && words.zoom(Math.round(scale * 100))}</span>
      <button
        type="button"
        className="pdf-tool"
        aria-label={words.zoomIn}
        title={words.zoomIn}
        disabled={!isReady}
        onClick={() => onZoom(stepFrom(scale, 'in'))}
      >
        +
      </button>
      {(['width', 'page'] as const).map((kind) => (
        <button
          key={kind}
          type="button"
          className="pdf-tool"
          aria-pressed={zoom.kind === kind}
          disabled={!isReady}
          onClick={() => onZoom({ kind })}
        >
          {kind === 'width' ? words.fitWidth : words.fitPage}
        </button>
      ))}
    </div>
  );
}
