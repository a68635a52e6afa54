import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { hasTool } from './tools.ts';

const root = join(import.meta.dirname, '..', '..');
const runtime = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '';
/** A runtime may bring a starter that steps down from root, under whom Chromium's sandbox refuses to work. */
const executable = ['as-user', 'electron', 'electron.exe'].map((name) => join(runtime, name)).find(existsSync);
/** Gives a window a screen where the machine has none. */
const screenServer = 'Xvfb';
const hasScreen = process.platform !== 'linux' || process.env['DISPLAY'] !== undefined;

/** What a test title says when the real application cannot be started here; empty where it can. */
export const missingElectron = [
  runtime === '' || executable === undefined ? 'ELECTRON_OVERRIDE_DIST_PATH' : '',
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
  readonly close: () => Promise<void>;
}

/** Copies what ships to where an ordinary user can read it; the checkout may lie in a folder of root's own. */
function stageApp(): {
  readonly app: string;
  readonly loader: string;
  readonly data: string;
  readonly remove: () => void;
} {
  const stage = mkdtempSync(join(tmpdir(), 'desk-e2e-'));
  const app = join(stage, 'app');
  for (const part of ['dist', 'resources', 'package.json']) {
    cpSync(join(root, part), join(app, part), { recursive: true });
  }
  // Holds the application back until the test listens; Playwright brings it, but only to an Electron that it finds itself.
  const loader = join(stage, 'loader.js');
  cpSync(join(root, 'node_modules', 'playwright-core', 'lib', 'server', 'electron', 'loader.js'), loader);
  // The application makes its data folder itself, so that it belongs to whoever runs it.
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

/** Starts a screen of its own where there is none. */
async function openScreen(): Promise<{ readonly display: string | undefined; readonly process: ChildProcess | null }> {
  if (hasScreen) return { display: process.env['DISPLAY'], process: null };
  const server = spawn(screenServer, ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-ac'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const answer = server.stdio[3] as Readable; // 'pipe' above makes it one
  const display = await new Promise<string>((resolve, reject) => {
    answer.once('data', (number: Buffer) => resolve(`:${number.toString().trim()}`));
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code ?? 'a signal'}`)));
  });
  return { display, process: server };
}

/** Starts the built application in real Electron with its sandbox on and waits for its window. */
export async function launchDesk(): Promise<RunningDesk> {
  if (executable === undefined) throw new Error(missingElectron);
  const stage = stageApp();
  const screen = await openScreen();
  const closeAll = async (app: ElectronApplication | null): Promise<void> => {
    await app?.close();
    screen.process?.kill();
    stage.remove();
  };
  try {
    const inherited = Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !entry[0].startsWith('VITEST'),
    );
    const app = await _electron.launch({
      executablePath: executable,
      chromiumSandbox: true,
      args: ['-r', stage.loader, '--disable-gpu', stage.app],
      timeout: 60_000,
      cwd: stage.app,
      env: {
        ...Object.fromEntries(inherited),
        DESK_DATA: stage.data,
        ...(screen.display === undefined ? {} : { DISPLAY: screen.display }),
      },
    });
    return { app, page: await app.firstWindow(), folder: stage.app, close: () => closeAll(app) };
  } catch (error) {
    await closeAll(null);
    throw error;
  }
}
