import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** The windows that were opened. */
const windows: EventEmitter[] = [];

/** Stands in for Electron's main process and notes, in order, what is asked of it. */
function recordElectron(state: { readonly isPackaged: boolean; readonly hasLock: boolean }): readonly string[] {
  const calls: string[] = [];
  windows.length = 0;
  const note = (call: string) => (): void => void calls.push(call);
  class BrowserWindow extends EventEmitter {
    readonly webContents = Object.assign(new EventEmitter(), {
      ipc: { handle: note('ipc.handle'), on: note('ipc.on') },
    });
    constructor() {
      super();
      windows.push(this);
      calls.push('window');
    }
    loadURL(url: string): Promise<void> {
      calls.push(`load ${url}`);
      return Promise.resolve();
    }
    show = note('show');
    maximize = note('maximize');
    setContentProtection = (isHidden: boolean): void => void calls.push(`hidden ${isHidden}`);
    setFullScreen = note('full screen');
  }
  const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } };
  const app = Object.assign(new EventEmitter(), {
    isPackaged: state.isPackaged,
    commandLine: { appendSwitch: (name: string) => calls.push(`switch ${name}`) },
    enableSandbox: note('sandbox'),
    exit: (code: number) => calls.push(`exit ${code}`),
    getPath: () => tmpdir(),
    getVersion: () => '0',
    quit: note('quit'),
    requestSingleInstanceLock: () => {
      calls.push('lock');
      return state.hasLock;
    },
    setPath: note('path'),
    whenReady: () => {
      calls.push('ready');
      return Promise.resolve();
    },
  });
  vi.doMock('electron', () => ({
    app,
    BrowserWindow,
    Menu: { setApplicationMenu: note('menu'), buildFromTemplate: () => null },
    nativeTheme: Object.assign(new EventEmitter(), { shouldUseDarkColors: false }),
    screen: { getPrimaryDisplay: () => display, getAllDisplays: () => [display] },
    protocol: { registerSchemesAsPrivileged: note('scheme') },
    dialog: {},
    shell: {},
    utilityProcess: { fork: note('fork') },
    session: { fromPartition: () => ({ protocol: { handle: note('serve') } }) },
  }));
  return calls;
}

describe('the main process', () => {
  const argv = process.argv;
  let data = '';
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'desk-main-'));
    vi.stubEnv('DESK_DATA', data);
    vi.resetModules();
  });
  /** Who listened to the process before the application did. */
  const ownListeners = new Map(
    (['uncaughtException', 'unhandledRejection', 'SIGINT', 'SIGTERM'] as const).map((event) => [
      event,
      process.listeners(event as 'SIGINT'), // one overload for all of them
    ]),
  );
  afterEach(() => {
    for (const [event, own] of ownListeners) {
      for (const one of process.listeners(event as 'SIGINT')) {
        if (!own.includes(one)) process.removeListener(event, one);
      }
    }
    process.argv = argv;
    vi.unstubAllEnvs();
    rmSync(data, { recursive: true, force: true });
  });

  it('turns the sandbox on first, then locks, registers its scheme, and only then waits to be ready', async () => {
    const calls = recordElectron({ isPackaged: false, hasLock: true });
    await import('../../electron/main.ts');
    await vi.waitFor(() => expect(calls).toContain('load app://desk/index.html'));
    const order = ['sandbox', 'lock', 'scheme', 'ready', 'serve', 'window', 'ipc.handle', 'load app://desk/index.html'];
    expect(calls.filter((call) => order.includes(call))).toEqual(order);
    expect(calls).toContain('switch host-resolver-rules');
  });

  it('opens the window as it was left: maximised, in full screen, hidden from capture', async () => {
    const { windowStateStore, freshWindowState } = await import('../../electron/shell/window-state.ts');
    await windowStateStore(data, () => undefined).write({
      ...freshWindowState,
      isMaximized: true,
      isFullScreen: true,
      isHiddenFromCapture: true,
    });
    const calls = recordElectron({ isPackaged: false, hasLock: true });
    await import('../../electron/main.ts');
    await vi.waitFor(() => expect(calls).toContain('load app://desk/index.html'));
    expect(calls).toContain('hidden true');
    windows[0]?.emit('ready-to-show');
    expect(calls.slice(-3)).toEqual(['maximize', 'full screen', 'show']);
  });

  it('ends without a window when another one is already running', async () => {
    const calls = recordElectron({ isPackaged: false, hasLock: false });
    await import('../../electron/main.ts');
    expect(calls).toEqual(['sandbox', 'path', 'lock', 'exit 0']);
  });

  it('refuses to start packaged with a switch that weakens it, before it touches anything', async () => {
    const calls = recordElectron({ isPackaged: true, hasLock: true });
    process.argv = ['review-desk', '--remote-debugging-port=9222'];
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await import('../../electron/main.ts');
    expect(calls).toEqual(['sandbox', 'exit 2']);
    expect(stderr.mock.calls.join('')).toContain('--remote-debugging-port');
    stderr.mockRestore();
  });
});
