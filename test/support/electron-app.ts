import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { hasTool } from './tools.ts';

const root = join(import.meta.dirname, '..', '..');
const runtime = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '';
/** The runtime's program; it may bring a starter that steps down from root, under whom Chromium's sandbox refuses to work. */
export const electronProgram =
  runtime === ''
    ? undefined
    : ['as-user', 'electron', 'electron.exe'].map((name) => join(runtime, name)).find(existsSync);
/** Gives a window a screen where the machine has none. */
const screenServer = 'Xvfb';
const hasScreen = process.platform !== 'linux' || process.env['DISPLAY'] !== undefined;

/** What a test title says when the real application cannot be started here; empty where it can. */
export const missingElectron = [
  electronProgram === undefined ? 'ELECTRON_OVERRIDE_DIST_PATH' : '',
  hasScreen || hasTool(screenServer) ? '' : 'DISPLAY or Xvfb',
]
  .filter((name) => name !== '')
  .reduce((list, name) => (list === '' ? `missing: ${name}` : `${list}, ${name}`), '');

/** The application as it runs, and the way to end it and everything that was started for it. */
export interface RunningDesk {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Where the application lies, readable for whoever runs it. */
  readonly folder: string;
  /** Its data folder. */
  readonly data: string;
  readonly close: () => Promise<void>;
}

/** A copy of what ships, and a home of whoever runs it; several starts in a row may share one. */
export interface DeskStage {
  readonly app: string;
  readonly loader: string;
  /** The application's data folder; the application makes it itself, so that it belongs to whoever runs it. */
  readonly data: string;
  readonly remove: () => void;
}

/** Copies what ships to where an ordinary user can read it; the checkout may lie in a folder of root's own. */
export function stageDesk(): DeskStage {
  const stage = mkdtempSync(join(tmpdir(), 'desk-e2e-'));
  const app = join(stage, 'app');
  for (const part of ['dist', 'resources', 'package.json']) {
    cpSync(join(root, part), join(app, part), { recursive: true });
  }
  // Holds the application back until the test listens; Playwright brings it, but only to an Electron that it finds itself.
  const loader = join(stage, 'loader.js');
  cpSync(join(root, 'node_modules', 'playwright-core', 'lib', 'server', 'electron', 'loader.js'), loader);
  const home = join(stage, 'home');
  mkdirSync(home);
  if (process.platform !== 'win32') {
    spawnSync('chmod', ['-R', 'a+rX', stage]);
    chmodSync(home, 0o777);
  }
  return {
    app,
    loader,
    data: join(home, 'data'),
    remove: () => rmSync(stage, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** A screen for windows. */
export interface Screen {
  readonly display: string | undefined;
  readonly close: () => void;
}

/** The screen that is there, or one of its own. */
export function openScreen(): Promise<Screen> {
  if (!hasScreen) return openOwnScreen();
  return Promise.resolve({ display: process.env['DISPLAY'], close: () => undefined });
}

/**
 * Starts a screen of 1440 by 900 that shows nothing but what is opened on it.
 * @param pixels folder for a file in which every pixel of the screen can be read
 */
export async function openOwnScreen(pixels?: string): Promise<Screen> {
  const args = ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-ac'];
  const server = spawn(screenServer, pixels === undefined ? args : [...args, '-fbdir', pixels], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const answer = server.stdio[3] as Readable; // 'pipe' above makes it one
  const display = await new Promise<string>((resolve, reject) => {
    answer.once('data', (number: Buffer) => resolve(`:${number.toString().trim()}`));
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code ?? 'a signal'}`)));
  });
  return { display, close: () => void server.kill() };
}

/** The variables a started application inherits, and its own. */
export function deskVariables(data: string, screen: Screen): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !entry[0].startsWith('VITEST'),
  );
  return {
    ...Object.fromEntries(inherited),
    DESK_DATA: data,
    ...(screen.display === undefined ? {} : { DISPLAY: screen.display }),
  };
}

/**
 * Starts the built application in real Electron with its sandbox on and waits for its window.
 * @param given stands for several starts over one data folder and is left to the caller; without it the application
 * gets a stage of its own, which goes with it
 * @param starter what is started in Electron's place and starts it in turn
 */
export async function launchDesk(given?: DeskStage, starter = electronProgram): Promise<RunningDesk> {
  if (starter === undefined) throw new Error(missingElectron);
  const stage = given ?? stageDesk();
  const screen = await openScreen();
  const closeAll = async (app: ElectronApplication | null): Promise<void> => {
    await app?.close();
    screen.close();
    if (given === undefined) stage.remove();
  };
  try {
    const app = await _electron.launch({
      executablePath: starter,
      chromiumSandbox: true,
      args: ['-r', stage.loader, '--disable-gpu', stage.app],
      timeout: 60_000,
      cwd: stage.app,
      env: deskVariables(stage.data, screen),
    });
    return { app, page: await app.firstWindow(), folder: stage.app, data: stage.data, close: () => closeAll(app) };
  } catch (error) {
    await closeAll(null);
    throw error;
  }
}
