import type { BrowserWindow } from 'electron';
import type { WindowState, WindowStateStore } from './window-state.ts';

/** What {@link rememberWindow} needs of a window. */
export type RememberedWindow = Pick<
  BrowserWindow,
  'getNormalBounds' | 'isDestroyed' | 'isFullScreen' | 'isMaximized' | 'isMinimized' | 'on'
>;

/** The state of a window while it is open. */
export interface WindowMemory {
  readonly state: () => WindowState;
  /** Changes what the window itself does not know of, and keeps it. */
  readonly change: (changes: Partial<Pick<WindowState, 'zoom' | 'theme' | 'isHiddenFromCapture'>>) => void;
  /** Keeps the present state; it is on the disk when this resolves. */
  readonly save: () => Promise<void>;
}

/** Milliseconds without a further change before the state is written: a window that is being dragged moves all the time. */
const pause = 400;

/** Follows a window's size and place and writes them down once they rest. */
export function rememberWindow(window: RememberedWindow, first: WindowState, store: WindowStateStore): WindowMemory {
  let state = first;
  let written = JSON.stringify(first);
  let timer: NodeJS.Timeout | undefined;
  const observe = (): void => {
    // A minimised window says of itself that it is neither maximised nor where it was.
    if (window.isDestroyed() || window.isMinimized()) return;
    const { x, y, width, height } = window.getNormalBounds();
    state = {
      ...state,
      bounds: { x, y, width, height },
      isMaximized: window.isMaximized(),
      isFullScreen: window.isFullScreen(),
    };
  };
  const save = async (): Promise<void> => {
    clearTimeout(timer);
    observe();
    const now = JSON.stringify(state);
    if (now === written) return;
    written = now;
    await store.write(state);
  };
  const saveSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), pause);
    timer.unref();
  };
  window.on('resize', saveSoon);
  window.on('move', saveSoon);
  window.on('maximize', saveSoon);
  window.on('unmaximize', saveSoon);
  window.on('enter-full-screen', saveSoon);
  window.on('leave-full-screen', saveSoon);
  return {
    state: () => state,
    change: (changes) => {
      state = { ...state, ...changes };
      saveSoon();
    },
    save,
  };
}
