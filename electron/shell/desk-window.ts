import { app, BrowserWindow, dialog, Menu, nativeTheme, screen, shell } from 'electron';
import { join } from 'node:path';
import type { Appearance, Environment } from '../services/environment.ts';
import type { Dispatch } from './calls.ts';
import { closeGently } from './closing.ts';
import { systemDialogs } from './dialogs.ts';
import { openIpc, sendEvent } from './ipc.ts';
import { menuTemplate } from './menu.ts';
import { appPage } from './origin.ts';
import { watchPage } from './page-watch.ts';
import { groundColour, windowOptions } from './window.ts';
import { rememberWindow } from './window-memory.ts';
import { nextZoom, placeWindow, windowStateStore } from './window-state.ts';

/** What the window needs of the services. */
export interface WindowServices {
  readonly dispatch: Dispatch;
  /** Gives back what calls left open, once they have ended. */
  readonly leaveCases: () => Promise<void>;
}

/**
 * Opens the window as it was left, with the services behind it.
 * @param dist absolute path of the built application
 * @param partition name of the session it lives in
 */
export async function openDeskWindow(
  services: WindowServices,
  environment: Environment,
  dist: string,
  partition: string,
): Promise<void> {
  const { log } = environment;
  const store = windowStateStore(environment.data, log);
  const remembered = await store.read();
  nativeTheme.themeSource = remembered.theme;
  const main = screen.getPrimaryDisplay();
  const displays = [main, ...screen.getAllDisplays().filter((display) => display.id !== main.id)];
  const window = new BrowserWindow(
    windowOptions({
      preload: join(dist, 'preload', 'preload.cjs'),
      partition,
      isPackaged: app.isPackaged,
      isDark: nativeTheme.shouldUseDarkColors,
      place: placeWindow(
        remembered.bounds,
        displays.map((display) => display.workArea),
      ),
      zoom: remembered.zoom,
    }),
  );
  const contents = window.webContents;
  const memory = rememberWindow(window, remembered, store);

  const zoom = (direction: 'in' | 'out' | 'reset'): void => {
    const next = nextZoom(memory.state().zoom, direction);
    contents.setZoomFactor(next / 100);
    memory.change({ zoom: next });
  };
  const load = (): void => void window.loadURL(appPage).catch(log);
  const appearance: Appearance = {
    setTheme: (theme) => {
      nativeTheme.themeSource = theme;
      memory.change({ theme });
    },
    setHiddenFromCapture: (isHidden) => {
      window.setContentProtection(isHidden);
      memory.change({ isHiddenFromCapture: isHidden });
    },
  };
  const calls = openIpc(contents, services.dispatch, {
    ...environment,
    appearance,
    dialogs: systemDialogs((options) => dialog.showOpenDialog(window, options), shell),
  });

  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate({ zoom, send: (command) => sendEvent(contents, { kind: 'command', command }) }),
    ),
  );
  watchPage(contents, {
    ask: async (options) => (await dialog.showMessageBox(window, options)).response,
    load,
    quit: () => app.quit(),
    onGone: calls.cancelAll,
    log,
  });
  closeGently(window, {
    tell: () => sendEvent(contents, { kind: 'closing' }),
    settled: calls.settled,
    cancelAll: calls.cancelAll,
    leave: services.leaveCases,
    save: memory.save,
    log,
  });
  contents.on('zoom-changed', (_event, direction) => zoom(direction));
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(groundColour(nativeTheme.shouldUseDarkColors));
  });
  window.once('ready-to-show', () => {
    if (remembered.isMaximized) window.maximize();
    if (remembered.isFullScreen) window.setFullScreen(true);
    window.show();
  });
  window.setContentProtection(remembered.isHiddenFromCapture);
  load();
}
