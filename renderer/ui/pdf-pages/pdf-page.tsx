import { useEffect, useRef, useState, type ReactNode } from 'react';
import { pdfPagesText as words } from '../../text/pdf-pages.ts';
import type { OpenPdf } from './open-pdf.ts';
import type { PageText } from './page-text.ts';

/**
 * One page: a canvas for the eye, hidden words for a screen reader. What is painted stays until its successor is, at
 * another size or of another document.
 */
export function PdfPage(props: {
  readonly pdf: OpenPdf;
  readonly number: number;
  /** Share of the page's own size. */
  readonly scale: number;
  /** Device pixels a CSS pixel. */
  readonly density: number;
  /** Whether it is near enough to the view to be painted; a page that is not gives its canvas back. */
  readonly isNear: boolean;
  readonly text: PageText | null;
  readonly onPaint: (pdf: OpenPdf) => void;
}): ReactNode {
  const { pdf, number, scale, density, isNear, text, onPaint } = props;
  const holder = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<{ readonly pdf: OpenPdf; readonly detail: string } | null>(null);

  useEffect(() => {
    if (!isNear) {
      holder.current?.replaceChildren();
      return undefined;
    }
    const leaving = new AbortController();
    pdf.paint(number, scale * density, leaving.signal).then(
      (canvas) => {
        if (canvas === null || leaving.signal.aborted) return;
        holder.current?.replaceChildren(canvas);
        onPaint(pdf);
      },
      (error: unknown) => {
        if (!leaving.signal.aborted) setFailure({ pdf, detail: String(error) });
      },
    );
    return () => leaving.abort();
  }, [pdf, number, scale, density, isNear, onPaint]);

  const size = pdf.pages[number - 1];
  if (size === undefined) return null;
  return (
    <div
      className="pdf-page"
      role="group"
      aria-label={words.page(number, pdf.pages.length)}
      data-page={number}
      style={{ width: Math.round(size.width * scale), aspectRatio: `${size.width} / ${size.height}` }}
    >
      <div className="pdf-page-canvas" ref={holder} aria-hidden="true" />
      {failure?.pdf === pdf && (
        <p className="pdf-page-failure" role="alert" title={failure.detail}>
          {words.pageFailed(number)}
        </p>
      )}
      <p className="pdf-page-text">{text?.text}</p>
    </div>
  );
}
