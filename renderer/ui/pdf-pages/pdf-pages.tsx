import { useCallback, useEffect, useState, type KeyboardEvent, type ReactNode } from 'react';
import { pdfPagesText as words } from '../../text/pdf-pages.ts';
import { Notice } from '../notice.tsx';
import type { OpenPdf } from './open-pdf.ts';
import type { PageText, PdfPlace } from './page-text.ts';
import { PdfPage } from './pdf-page.tsx';
import { PdfToolbar } from './pdf-toolbar.tsx';
import { useNearPages, usePageInView, usePageTexts, useRoom } from './use-pages.ts';
import { usePdf } from './use-pdf.ts';
import { scaleOf, stepFrom, type Zoom } from './zoom.ts';
import './pdf-pages.css';

/** The pages of a PDF as it was set, to be scrolled and enlarged. Only files made by this application are shown. */
export function PdfPages(props: {
  /** Null while they are being made. */
  readonly bytes: Uint8Array | null;
  /** What the pages are, said to a screen reader. */
  readonly label: string;
  /** Said while there are no pages yet. */
  readonly waiting?: string;
  /** Whether newer pages are being made; the old ones stay. */
  readonly isStale?: boolean;
  /** Beside the tools. */
  readonly tools?: ReactNode;
  /** Hears the words of all pages, once for a document. */
  readonly onTexts?: (texts: readonly PageText[]) => void;
  /** Brought to the top of the view whenever it is another object. */
  readonly place?: PdfPlace | null;
}): ReactNode {
  const { bytes, label, waiting = words.loading, isStale = false, tools, onTexts, place = null } = props;
  const [state, retry] = usePdf(bytes);
  const pdf = state.kind === 'ready' ? state.pdf : null;
  const [zoom, setZoom] = useState<Zoom>({ kind: 'width' });
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const room = useRoom(scroller);
  const first = pdf?.pages[0];
  const scale = first === undefined ? 1 : scaleOf(zoom, first, room);
  const near = useNearPages(scroller, pdf);
  const [page, watchPage] = usePageInView(scroller, scale);
  const [firstPaint, setFirstPaint] = useState<OpenPdf | null>(null);
  const texts = usePageTexts(pdf, firstPaint === pdf, onTexts);
  const askedAt = state.kind === 'ready' ? state.askedAt : 0;

  const onPaint = useCallback(
    (painted: OpenPdf) =>
      setFirstPaint((before) => {
        if (before !== painted) performance.measure('pdf-pages: first page', { start: askedAt });
        return painted;
      }),
    [askedAt],
  );

  useEffect(() => {
    if (scroller === null || place === null) return;
    const target = scroller.querySelector<HTMLElement>(`[data-page="${place.page}"]`);
    if (target === null) return;
    // The line's own height above its baseline, and a little air.
    const top = target.offsetTop + Math.max(0, place.top - 0.04) * target.offsetHeight;
    scroller.scrollTo({ top, behavior: 'instant' });
  }, [scroller, place]);

  useEffect(() => {
    if (scroller === null) return undefined;
    // React listens to the wheel passively, where the system's own zoom cannot be kept from happening.
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      setZoom(stepFrom(scale, event.deltaY < 0 ? 'in' : 'out'));
    };
    scroller.addEventListener('wheel', onWheel, { passive: false });
    return () => scroller.removeEventListener('wheel', onWheel);
  }, [scroller, scale]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    if (event.key === '+' || event.key === '=') setZoom(stepFrom(scale, 'in'));
    else if (event.key === '-') setZoom(stepFrom(scale, 'out'));
    else if (event.key === '0') setZoom({ kind: 'width' });
    else return;
    event.preventDefault();
  };

  return (
    <div className="pdf-pages">
      <PdfToolbar page={page} pages={pdf?.pages.length ?? 0} zoom={zoom} scale={scale} onZoom={setZoom}>
        {tools}
      </PdfToolbar>
      <div
        ref={setScroller}
        className="pdf-scroller"
        role="region"
        aria-label={label}
        aria-busy={isStale || (pdf === null && state.kind !== 'failed')}
        tabIndex={0}
        onScroll={watchPage}
        onKeyDown={onKeyDown}
      >
        {state.kind === 'failed' ? (
          <Notice
            title={words.failed.title}
            message={words.failed.advice}
            detail={state.detail}
            action={{ label: words.failed.retry, run: retry }}
          />
        ) : pdf === null ? (
          <div className="pdf-page pdf-page-skeleton">
            <p role="status" className="pdf-page-waiting">
              {waiting}
            </p>
          </div>
        ) : (
          pdf.pages.map((_, index) => (
            <PdfPage
              key={index}
              pdf={pdf}
              number={index + 1}
              scale={scale}
              density={room.density}
              isNear={near.has(index + 1)}
              text={texts[index] ?? null}
              onPaint={onPaint}
            />
          ))
        )}
      </div>
    </div>
  );
}
