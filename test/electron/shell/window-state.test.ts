import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  freshWindowState,
  nextZoom,
  placeWindow,
  type WindowState,
  windowStateStore,
  zoomSteps,
} from '../../../electron/shell/window-state.ts';

const main = { x: 0, y: 0, width: 1920, height: 1040 };
const second = { x: 1920, y: -200, width: 2560, height: 1400 };

describe('where a window goes', () => {
  it('is left to the system the first time, and no larger than the display', () => {
    expect(placeWindow(null, [main])).toEqual({ width: 1440, height: 900 });
    expect(placeWindow(null, [{ x: 0, y: 0, width: 1280, height: 680 }])).toEqual({ width: 1280, height: 680 });
  });

  it('is where it was, on whichever display that was', () => {
    for (const bounds of [
      { x: 100, y: 50, width: 1200, height: 800 },
      { x: 2000, y: -100, width: 2000, height: 1200 },
    ]) {
      expect(placeWindow(bounds, [main, second])).toEqual(bounds);
    }
  });

  it('is on the main display where its own is gone', () => {
    const bounds = { x: 2000, y: -100, width: 2400, height: 1200 };
    expect(placeWindow(bounds, [main])).toEqual({ x: 0, y: 0, width: 1920, height: 1040 });
    expect(placeWindow({ ...bounds, width: 1000, height: 700 }, [main])).toEqual({
      x: 920,
      y: 0,
      width: 1000,
      height: 700,
    });
  });

  it('is wholly on one of the displays, whatever was remembered', () => {
    const coordinate = fc.integer({ min: -100_000, max: 100_000 });
    const side = fc.integer({ min: 1, max: 100_000 });
    const rectangle = fc.record({ x: coordinate, y: coordinate, width: side, height: side });
    fc.assert(
      fc.property(rectangle, fc.array(rectangle, { minLength: 1, maxLength: 4 }), (bounds, areas) => {
        const { x = NaN, y = NaN, width, height } = placeWindow(bounds, areas);
        return areas.some(
          (area) =>
            x >= area.x && y >= area.y && x + width <= area.x + area.width && y + height <= area.y + area.height,
        );
      }),
      { numRuns: 2000, seed: 20260301 },
    );
  });
});

describe('the next magnification', () => {
  it('walks every step up and down again and stops at the ends', () => {
    const walk = (from: number, direction: 'in' | 'out'): number[] =>
      zoomSteps.map(
        (
          (zoom) => () =>
            (zoom = nextZoom(zoom, direction))
        )(from),
      );
    expect(walk(50, 'in')).toEqual([...zoomSteps.slice(1), 300]);
    expect(walk(300, 'out')).toEqual([...zoomSteps.toReversed().slice(1), 50]);
    expect(nextZoom(175, 'reset')).toBe(100);
  });

  it('finds its way from a magnification that is no step', () => {
    expect(nextZoom(104, 'in')).toBe(110);
    expect(nextZoom(104, 'out')).toBe(100);
  });
});

describe('the remembered state of a window', () => {
  const state: WindowState = {
    bounds: { x: 10, y: 20, width: 1300, height: 800 },
    isMaximized: true,
    isFullScreen: false,
    zoom: 125,
    theme: 'dark',
    isHiddenFromCapture: true,
  };
  let data = '';
  let logged: unknown[] = [];
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'desk-window-'));
    logged = [];
  });
  afterEach(() => rmSync(data, { recursive: true, force: true }));
  const open = (folder = data): ReturnType<typeof windowStateStore> =>
    windowStateStore(folder, (error) => logged.push(error));

  it('comes back as it was written, and is fresh where nothing was', async () => {
    expect(await open().read()).toEqual(freshWindowState);
    await open().write(state);
    expect(await open().read()).toEqual(state);
    expect(logged).toEqual([]);
  });

  it.each([
    ['what is no state', (text: string): string => text.replace('"zoom":125', '"zoom":9000')],
    ['half a file', (text: string): string => text.slice(0, 40)],
    ['nothing', (): string => ''],
  ])('is fresh, and the trouble logged, where the file holds %s', async (_what, spoil) => {
    await open().write(state);
    const path = join(data, 'window.json');
    writeFileSync(path, spoil(readFileSync(path, 'utf8')));
    expect(await open().read()).toEqual(freshWindowState);
    expect(logged).toHaveLength(1);
  });

  it('never fails to be written: where it cannot, that is logged', async () => {
    const file = join(data, 'file');
    writeFileSync(file, '');
    await open(file).write(state);
    expect(logged).toHaveLength(1);
  });
});
