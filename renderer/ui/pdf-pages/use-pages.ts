import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { OpenPdf } from './open-pdf.ts';
import type { PageText } from './page-text.ts';
import type { PageRoom } from './zoom.ts';

/** The element that scrolls; null until it is there. */
type Scroller = HTMLDivElement | null;

/** Around the pages, as the style sheet has it: left and right together, above and below together. */
const margins = { width: 48, height: 48 } as const;

/** The room for pages, and how many device pixels a CSS pixel has; both follow the window. */
export function useRoom(scroller: Scroller): PageRoom & { readonly density: number } {
  const [room, setRoom] = useState({ width: 800, height: 600, density: 1 });
  useLayoutEffect(() => {
    if (scroller === null) return undefined;
    const measure = (): void => {
      const width = Math.max(1, scroller.clientWidth - margins.width);
      const height = Math.max(1, scroller.clientHeight - margins.height);
      const density = window.devicePixelRatio;
      setRoom((before) =>
        before.width === width && before.height === height && before.density === density
          ? before
          : { width, height, density },
      );
    };
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [scroller]);
  return room;
}

/** Numbers of the pages within a screen's height of the view. */
export function useNearPages(scroller: Scroller, pdf: OpenPdf | null): ReadonlySet<number> {
  const [near, setNear] = useState<ReadonlySet<number>>(new Set());
  const count = pdf?.pages.length ?? 0;
  useEffect(() => {
    if (scroller === null || count === 0) return undefined;
    const observer = new IntersectionObserver(
      (entries) =>
        setNear((before) => {
          const after = new Set(before);
          for (const { target, isIntersecting } of entries) {
            const number = Number(target instanceof HTMLElement ? target.dataset['page'] : 0);
            if (isIntersecting) after.add(number);
            else after.delete(number);
          }
          return after;
        }),
      { root: scroller, rootMargin: '100% 0px' },
    );
    for (const page of scroller.querySelectorAll('[data-page]')) observer.observe(page);
    return () => observer.disconnect();
  }, [scroller, count]);
  return near;
}

/**
 * The number of the page at the middle of the view, and what the scroll event calls. When the scale changes, the same
 * part of the pages stays in view.
 */
export function usePageInView(scroller: Scroller, scale: number): [number, () => void] {
  const [page, setPage] = useState(1);
  const lastScale = useRef(scale);
  useLayoutEffect(() => {
    if (scroller !== null && lastScale.current !== scale) {
      scroller.scrollTo({ top: scroller.scrollTop * (scale / lastScale.current), behavior: 'instant' });
    }
    lastScale.current = scale;
  }, [scroller, scale]);
  const watch = useCallback(() => {
    if (scroller === null) return;
    const middle = scroller.scrollTop + scroller.clientHeight / 2;
    const pages = [...scroller.querySelectorAll<HTMLElement>('[data-page]')];
    const current = pages.findLast((each) => each.offsetTop <= middle);
    setPage(Number(current?.dataset['page'] ?? 1));
  }, [scroller]);
  return [page, watch];
}

/**
 * The words of every page, read once the first page is painted so as not to hold it up; those of the document before
 * stand until then.
 */
export function usePageTexts(
  pdf: OpenPdf | null,
  isPainted: boolean,
  tell: ((texts: readonly PageText[]) => void) | undefined,
): readonly PageText[] {
  const [texts, setTexts] = useState<readonly PageText[]>([]);
  useEffect(() => {
    if (pdf === null || !isPainted) return undefined;
    let isWanted = true;
    void Promise.all(pdf.pages.map((_, index) => pdf.readText(index + 1))).then(
      (read) => {
        if (!isWanted) return;
        setTexts(read);
        tell?.(read);
      },
      // A document that was closed meanwhile is read no more, and pages stay usable without their words.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [pdf, isPainted, tell]);
  return texts;
}
