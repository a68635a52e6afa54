import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type RememberedWindow, rememberWindow, type WindowMemory } from '../../../electron/shell/window-memory.ts';
import { freshWindowState, type WindowState } from '../../../electron/shell/window-state.ts';

/** Stands in for Electron's window. */
class FakeWindow extends EventEmitter {
  bounds = { x: 0, y: 0, width: 1440, height: 900 };
  isMinimizedNow = false;
  isMaximizedNow = false;
  isGone = false;
  getNormalBounds = (): FakeWindow['bounds'] => this.bounds;
  isDestroyed = (): boolean => this.isGone;
  isMinimized = (): boolean => this.isMinimizedNow;
  isMaximized = (): boolean => this.isMaximizedNow;
  isFullScreen = (): boolean => false;
}

describe('what is remembered of a window', () => {
  let window: FakeWindow;
  let memory: WindowMemory;
  let written: WindowState[];
  beforeEach(() => {
    vi.useFakeTimers();
    window = new FakeWindow();
    written = [];
    const store = {
      read: () => Promise.resolve(freshWindowState),
      write: (state: WindowState) => Promise.resolve(void written.push(state)),
    };
    // The fake has the members that are used and none of the hundred others.
    memory = rememberWindow(window as unknown as RememberedWindow, freshWindowState, store);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is written once when it rests, not while it is dragged', () => {
    for (let x = 1; x <= 50; x += 1) {
      window.bounds = { ...window.bounds, x };
      window.emit('move');
      vi.advanceTimersByTime(10);
    }
    expect(written).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(written).toEqual([{ ...freshWindowState, bounds: { x: 50, y: 0, width: 1440, height: 900 } }]);
  });

  it('holds the place to which a maximised window returns', async () => {
    window.isMaximizedNow = true;
    window.emit('maximize');
    await memory.save();
    expect(written).toEqual([{ ...freshWindowState, bounds: window.bounds, isMaximized: true }]);
  });

  it('is not what a minimised or destroyed window says of itself', async () => {
    window.isMinimizedNow = true;
    window.bounds = { x: -32_000, y: -32_000, width: 160, height: 28 };
    await memory.save();
    window.isMinimizedNow = false;
    window.isGone = true;
    await memory.save();
    expect(written).toEqual([]);
  });

  it('takes in magnification and theme, and is not written twice', async () => {
    memory.change({ zoom: 150 });
    memory.change({ theme: 'dark' });
    await memory.save();
    await memory.save();
    vi.advanceTimersByTime(1000);
    expect(written).toEqual([{ ...freshWindowState, bounds: window.bounds, zoom: 150, theme: 'dark' }]);
  });
});
