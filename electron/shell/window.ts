import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { smallestWindow } from './window-state.ts';

/** Ground colour before the first paint, the same as the renderer's tokens, so that opening does not flash. */
export function groundColour(isDark: boolean): string {
  return isDark ? '#17191c' : '#f4f4f2';
}

/**
 * How every window of the application is made. Electron's defaults are written out: a later default must not open what
 * is closed here.
 * @param preload absolute path of the bundled preload script
 */
export function windowOptions(options: {
  readonly preload: string;
  readonly partition: string;
  readonly isPackaged: boolean;
  readonly isDark: boolean;
  readonly place: Partial<Rectangle> & Pick<Rectangle, 'width' | 'height'>;
  /** Magnification in per cent. */
  readonly zoom: number;
}): BrowserWindowConstructorOptions {
  return {
    title: '法审台',
    ...options.place,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: groundColour(options.isDark),
    webPreferences: {
      preload: options.preload,
      partition: options.partition,
      zoomFactor: options.zoom / 100,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      allowRunningInsecureContent: false,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      experimentalFeatures: false,
      plugins: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      webgl: false,
      devTools: !options.isPackaged,
    },
  };
}
