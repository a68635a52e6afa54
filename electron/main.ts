import { app, BrowserWindow, protocol, session, utilityProcess } from 'electron';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from './services/environment.ts';
import { nodeEnvironment } from './services/node-environment.ts';
import type { Dispatch } from './shell/calls.ts';
import { openDeskWindow } from './shell/desk-window.ts';
import { guardApp, guardContents } from './shell/guards.ts';
import { fileLog } from './shell/log-file.ts';
import { appScheme, appSchemePrivileges } from './shell/origin.ts';
import { hardenSession, serveApp } from './shell/session.ts';
import { offlineSwitches, refusedSwitches } from './shell/switches.ts';
import { startUtilityParser } from './shell/utility-parser.ts';

/** Without the prefix `persist:` Chromium keeps this session in memory: nothing of a case reaches its caches on disk. */
const partition = 'desk';
/** The parts of the application lie around its main bundle, on disk and inside the archive alike. */
const dist = join(import.meta.dirname, '..');

let isServing = false;

/** The services are loaded by the first call, so that the window is painted before them. */
const dispatch: Dispatch = async (...given) => {
  isServing = true;
  return (await import('./services/dispatch.ts')).dispatch(...given);
};

/** Gives the cases back that the window had open, so that another desk need not wait for this one to be found dead. */
async function leaveCases(environment: Environment): Promise<void> {
  if (isServing) await (await import('./services/cases/open-cases.ts')).leaveAllCases(environment);
}

function start(): void {
  const quitting = new AbortController();
  const command = nodeEnvironment(join(dist, 'cli'), app.getVersion(), () => undefined, quitting.signal);
  const logToFile = fileLog(join(command.data, 'logs'), command.now, command.log);
  const log = (error: unknown): void => {
    command.log(error);
    logToFile(error);
  };
  const environment: Environment = {
    ...command,
    log,
    startParser: startUtilityParser((...given) => utilityProcess.fork(...given)),
  };
  // The window and the `desk` command share one folder: an opinion is signed with the same key from either.
  mkdirSync(environment.data, { recursive: true, mode: 0o700 });
  app.setPath('userData', join(environment.data, 'window'));
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  // A bug is written down and does not take the window along. A terminal that was closed must not count as one.
  process.stderr.on('error', () => undefined);
  process.on('uncaughtException', log);
  process.on('unhandledRejection', log);
  for (const [name, value] of offlineSwitches) app.commandLine.appendSwitch(name, value);
  // Chromium's own controls, such as the fields for dates, speak the language of the interface.
  app.commandLine.appendSwitch('lang', 'zh-CN');
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: appSchemePrivileges }]);
  guardApp(app, log);
  app.on('session-created', hardenSession);
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => quitting.abort());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => app.quit());
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  // Awaiting readiness at the top level of an ES module would never end: Electron waits for the module first.
  app
    .whenReady()
    .then(() => {
      serveApp(session.fromPartition(partition).protocol, join(dist, 'renderer'));
      return openDeskWindow({ dispatch, leaveCases: () => leaveCases(environment) }, environment, dist, partition);
    })
    .catch((error: unknown) => {
      log(error);
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
