import type { PageSize } from './open-pdf.ts';

/** How large pages are shown: fitted, or a share of their own size. */
export type Zoom =
  { readonly kind: 'width' } | { readonly kind: 'page' } | { readonly kind: 'scale'; readonly scale: number };

/** Room for pages in CSS pixels. */
export interface PageRoom {
  readonly width: number;
  readonly height: number;
}

/** A page that fills a wide screen is harder to read, not easier. */
const widestFit = 1.5;
const [least, most] = [0.25, 4] as const;
const stops = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const;

/** The share of their own size at which pages are shown. */
export function scaleOf(zoom: Zoom, page: PageSize, room: PageRoom): number {
  const byWidth = room.width / page.width;
  const scale =
    zoom.kind === 'scale' ? zoom.scale : zoom.kind === 'width' ? byWidth : Math.min(byWidth, room.height / page.height);
  const upper = zoom.kind === 'width' ? widestFit : most;
  return Math.min(upper, Math.max(least, scale));
}

/** The next step of zoom above or below a scale. */
export function stepFrom(scale: number, direction: 'in' | 'out'): Zoom {
  // Steps that could not be told from where it stands are passed over.
  const next =
    direction === 'in'
      ? (stops.find((stop) => stop > scale * 1.02) ?? most)
      : (stops.findLast((stop) => stop < scale * 0.98) ?? least);
  return { kind: 'scale', scale: next };
}
