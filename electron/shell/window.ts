import type { BrowserWindowConstructorOptions } from 'electron';

/** Ground colour before the first paint, the same as the renderer's tokens, so that opening does not flash. */
const ground = { light: '#f4f4f2', dark: '#17191c' } as const;

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
}): BrowserWindowConstructorOptions {
  return {
    title: '法审台',
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: options.isDark ? ground.dark : ground.light,
    webPreferences: {
      preload: options.preload,
      partition: options.partition,
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
