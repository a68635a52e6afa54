import type { Rectangle } from 'electron';
import { join } from 'node:path';
import { z } from '../../shared/contract/schema.ts';
import { DurableAdapter } from '../storage/durable-adapter.ts';

/** The smallest window in which every room can be worked in, in device-independent pixels. */
export const smallestWindow = { width: 960, height: 600 } as const;
/** The window of the first start. */
const firstWindow = { width: 1440, height: 900 } as const;

/** The magnifications that are offered, in per cent. */
export const zoomSteps: readonly number[] = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300];

const fileName = 'window.json';
const side = z.int().min(1).max(100_000);
const place = z.int().min(-100_000).max(100_000);
const windowState = z.object({
  bounds: z.object({ x: place, y: place, width: side, height: side }).nullable(),
  isMaximized: z.boolean(),
  isFullScreen: z.boolean(),
  zoom: z.number().min(50).max(300),
  theme: z.enum(['system', 'light', 'dark']),
  isHiddenFromCapture: z.boolean(),
});

/** What of the window outlives it: size and place, magnification in per cent, light or dark. */
export type WindowState = z.output<typeof windowState>;

/** The window that nobody has moved yet. */
export const freshWindowState: WindowState = {
  bounds: null,
  isMaximized: false,
  isFullScreen: false,
  zoom: 100,
  theme: 'system',
  isHiddenFromCapture: false,
};

/** Keeps a window's state between starts. */
export interface WindowStateStore {
  /** Never fails: what cannot be read is logged, and the window opens as on the first day. */
  readonly read: () => Promise<WindowState>;
  /** Never fails: what cannot be written is logged, and the window opens next time as it was before. */
  readonly write: (state: WindowState) => Promise<void>;
}

/** The state of the window whose data lies in `data`. */
export function windowStateStore(data: string, log: (error: unknown) => void): WindowStateStore {
  const adapter = new DurableAdapter({
    path: join(data, fileName),
    schema: 1,
    parse: (value) => windowState.parse(value),
    onRecovered: (message) => log(new Error(message)),
  });
  return {
    read: async () => {
      try {
        return (await adapter.read()) ?? freshWindowState;
      } catch (error) {
        log(error);
        return freshWindowState;
      }
    },
    write: (state) => adapter.write(state).catch(log),
  };
}

/** How much of the first area lies inside the second, in square pixels. */
function overlap(one: Rectangle, other: Rectangle): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}

function clamp(value: number, lowest: number, highest: number): number {
  return Math.max(lowest, Math.min(value, highest));
}

/**
 * Where a window goes: where it was, or wholly onto a display that is there where its own is gone or has shrunk.
 * @param areas the displays without their task bars, the main one first
 */
export function placeWindow(
  bounds: Rectangle | null,
  areas: readonly Rectangle[],
): Partial<Rectangle> & Pick<Rectangle, 'width' | 'height'> {
  const main = areas[0];
  if (main === undefined) return bounds ?? firstWindow;
  if (bounds === null) {
    // Without a place the system puts it into the middle.
    return { width: Math.min(firstWindow.width, main.width), height: Math.min(firstWindow.height, main.height) };
  }
  const area = areas.reduce((best, one) => (overlap(bounds, one) > overlap(bounds, best) ? one : best), main);
  const width = clamp(bounds.width, Math.min(smallestWindow.width, area.width), area.width);
  const height = clamp(bounds.height, Math.min(smallestWindow.height, area.height), area.height);
  return {
    x: clamp(bounds.x, area.x, area.x + area.width - width),
    y: clamp(bounds.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

/** The next magnification in a direction; where the present one is no step of ours, the nearest step beyond it. */
export function nextZoom(zoom: number, direction: 'in' | 'out' | 'reset'): number {
  if (direction === 'reset') return 100;
  return direction === 'in'
    ? (zoomSteps.find((step) => step > zoom) ?? 300)
    : (zoomSteps.findLast((step) => step < zoom) ?? 50);
}
