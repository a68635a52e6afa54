import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** Stands in for Electron's main process and notes, in order, what is asked of it. */
function recordElectron(state: { readonly isPackaged: boolean; readonly hasLock: boolean }): readonly string[] {
  const calls: string[] = [];
  const note = (call: string) => (): void => void calls.push(call);
  class BrowserWindow extends EventEmitter {
    readonly webContents = Object.assign(new EventEmitter(), {
      ipc: { handle: note('ipc.handle'), on: note('ipc.on') },
    });
    constructor() {
      super();
      calls.push('window');
    }
    loadURL(url: string): Promise<void> {
      calls.push(`load ${url}`);
      return Promise.resolve();
    }
    show = note('show');
  }
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
    nativeTheme: { shouldUseDarkColors: false },
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
  afterEach(() => {
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
