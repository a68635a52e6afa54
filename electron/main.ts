import { app, BrowserWindow, dialog, Menu, nativeTheme, protocol, session, shell, utilityProcess } from 'electron';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { nodeEnvironment } from './services/node-environment.ts';
import type { Environment } from './services/environment.ts';
import type { Dispatch } from './shell/calls.ts';
import { systemDialogs } from './shell/dialogs.ts';
import { guardContents } from './shell/guards.ts';
import { openIpc } from './shell/ipc.ts';
import { menuTemplate } from './shell/menu.ts';
import { appPage, appScheme, appSchemePrivileges } from './shell/origin.ts';
import { hardenSession, serveApp } from './shell/session.ts';
import { offlineSwitches, refusedSwitches } from './shell/switches.ts';
import { startUtilityParser } from './shell/utility-parser.ts';
import { windowOptions } from './shell/window.ts';

/** Without the prefix `persist:` Chromium keeps this session in memory: nothing of a case reaches its caches on disk. */
const partition = 'desk';
/** The parts of the application lie around its main bundle, on disk and inside the archive alike. */
const dist = join(import.meta.dirname, '..');

/** The services are loaded by the first call, so that the window is painted before them. */
const dispatch: Dispatch = async (...given) => (await import('./services/dispatch.ts')).dispatch(...given);

function openWindow(environment: Environment): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate()));
  const deskSession = session.fromPartition(partition);
  serveApp(deskSession.protocol, join(dist, 'renderer'));
  const window = new BrowserWindow(
    windowOptions({
      preload: join(dist, 'preload', 'preload.cjs'),
      partition,
      isPackaged: app.isPackaged,
      isDark: nativeTheme.shouldUseDarkColors,
    }),
  );
  const dialogs = systemDialogs((options) => dialog.showOpenDialog(window, options), shell);
  openIpc(window.webContents, dispatch, { ...environment, dialogs });
  window.webContents.on('render-process-gone', (_event, details) =>
    environment.log(new Error(`the page's process is gone: ${details.reason}`)),
  );
  window.once('ready-to-show', () => window.show());
  window.loadURL(appPage).catch(environment.log);
}

function start(): void {
  const quitting = new AbortController();
  const command = nodeEnvironment(join(dist, 'cli'), app.getVersion(), () => undefined, quitting.signal);
  const environment: Environment = {
    ...command,
    startParser: startUtilityParser((...given) => utilityProcess.fork(...given)),
  };
  // The window and the `desk` command share one folder: an opinion is signed with the same key from either.
  mkdirSync(environment.data, { recursive: true, mode: 0o700 });
  app.setPath('userData', join(environment.data, 'window'));
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  for (const [name, value] of offlineSwitches) app.commandLine.appendSwitch(name, value);
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: appSchemePrivileges }]);
  app.on('session-created', hardenSession);
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => quitting.abort());
  process.once('SIGINT', () => app.quit());
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  // Awaiting readiness at the top level of an ES module would never end: Electron waits for the module first.
  app
    .whenReady()
    .then(() => openWindow(environment))
    .catch((error: unknown) => {
      environment.log(error);
      app.exit(1);
    });
}

app.enableSandbox();
const refused = app.isPackaged ? refusedSwitches(process.argv.slice(1), process.platform) : [];
if (refused.length === 0) {
  start();
} else {
  process.stderr.write(`法审台不接受命令行开关 ${refused.map((name) => `--${name}`).join(' ')}，请去掉后重新启动。\n`);
  app.exit(2);
}
