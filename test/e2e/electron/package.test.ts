import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { WindowState } from '../../../electron/shell/window-state.ts';
import {
  deskVariables,
  electronProgram,
  missingElectron,
  openOwnScreen,
  type Screen,
} from '../../support/electron-app.ts';
import { missingTools } from '../../support/tools.ts';

const missing = [missingElectron, missingTools('Xvfb'), process.platform === 'linux' ? '' : 'needs Linux']
  .filter((one) => one !== '')
  .join(', ');
const root = join(import.meta.dirname, '..', '..', '..');

/** The names Electron gives to the fuses of wire version 1, in the order of the wire. */
const fuseNames = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'asarIntegrity',
  'onlyLoadAppFromAsar',
  'browserV8Snapshot',
  'fileProtocolExtraPrivileges',
] as const;

/** Reads the fuses out of a program: version, number and one character a fuse stand behind a fixed text. */
function readFuses(program: string): Readonly<Record<string, boolean>> {
  const binary = readFileSync(program);
  const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
  const at = binary.indexOf(sentinel);
  expect(at).toBeGreaterThan(0);
  expect(binary.indexOf(sentinel, at + 1)).toBe(-1);
  const wire = binary.subarray(at + sentinel.length);
  expect([wire[0], wire[1]]).toEqual([1, fuseNames.length]);
  return Object.fromEntries(fuseNames.map((name, index) => [name, wire[2 + index] === '1'.charCodeAt(0)]));
}

interface ArchiveFolder {
  readonly files?: Readonly<Record<string, ArchiveFolder>>;
}

/** The path of every file in an archive, as the JSON at its beginning lists them. */
function listArchive(path: string): readonly string[] {
  const bytes = readFileSync(path);
  const header = bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString();
  const walk = (folder: ArchiveFolder, at: string): string[] =>
    Object.entries(folder.files ?? {}).flatMap(([name, entry]) =>
      entry.files === undefined ? [`${at}${name}`] : walk(entry, `${at}${name}/`),
    );
  // The format says so.
  return walk(JSON.parse(header) as ArchiveFolder, '');
}

/** How much of the screen has been painted, and in how many colours: without a window it is black. */
function readScreen(folder: string): { readonly painted: number; readonly colours: number } {
  const file = readFileSync(join(folder, 'Xvfb_screen0'));
  // An X window dump: its header is as long as its first number says, then a table of 12 bytes a colour, then pixels.
  const start = file.readUInt32BE(0) + 12 * file.readUInt32BE(76);
  const pixels = new Uint32Array(file.buffer.slice(file.byteOffset + start, file.byteOffset + start + 1440 * 900 * 4));
  const painted = pixels.reduce((count, pixel) => count + ((pixel & 0xffffff) === 0 ? 0 : 1), 0);
  return { painted: painted / pixels.length, colours: new Set(pixels).size };
}

describe.skipIf(missing !== '')(`the packaged application (${missing || 'sandbox on'})`, () => {
  let folder = '';
  let home = '';
  let screen: Screen;
  const program = (): string => join(folder, 'linux-unpacked', 'review-desk');
  const running: ChildProcess[] = [];

  /** Starts it as an ordinary user. */
  function start(args: readonly string[], variables: NodeJS.ProcessEnv = {}): ChildProcess {
    const starter = electronProgram?.endsWith('as-user') === true ? electronProgram : program();
    const child = spawn(starter, [...args], {
      cwd: home,
      env: {
        ...deskVariables(join(home, 'data'), screen),
        // The starter steps down from root and starts what this names.
        ELECTRON_BINARY: program(),
        ...variables,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.push(child);
    return child;
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'desk-package-'));
    chmodSync(folder, 0o755);
    home = join(folder, 'home');
    mkdirSync(home);
    chmodSync(home, 0o777);
    const built = spawnSync(process.execPath, [join(root, '.scripts', 'package.mjs'), folder], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(built.status, built.stdout + built.stderr).toBe(0);
    screen = await openOwnScreen(folder);
  });
  afterAll(() => {
    for (const child of running) child.kill('SIGKILL');
    screen.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it('has every fuse set as it ships', () => {
    expect(readFuses(program())).toEqual({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      nodeCliInspect: false,
      asarIntegrity: true,
      onlyLoadAppFromAsar: true,
      browserV8Snapshot: false,
      fileProtocolExtraPrivileges: false,
    });
  });

  it('holds what was built and what it reads, and nothing of how it was made', () => {
    const names = listArchive(join(folder, 'linux-unpacked', 'resources', 'app.asar'));
    expect(names).toContain('dist/main/main.mjs');
    expect(names).toContain('dist/cli/parser.mjs');
    expect(names).toContain('dist/renderer/index.html');
    expect(names).toContain('dist/assets/fonts/NotoSerifSC-Regular.ttf');
    expect(names).toContain('resources/opinion/wording.json');
    const parts = new Set(names.map((name) => name.split('/', 1)[0]));
    expect([...parts].toSorted()).toEqual(['dist', 'package.json', 'resources']);
    expect(names.filter((name) => /\.built$|\.ttf\.|node_modules|\.map$|\.tsx?$/u.test(name))).toEqual([]);
    for (const stranger of ['as-user', 'resources/default_app.asar']) {
      expect(existsSync(join(folder, 'linux-unpacked', stranger))).toBe(false);
    }
  });

  it.each([
    ['--remote-debugging-port=0', {}],
    ['--no-sandbox', {}],
    ['--inspect=0', {}],
    // With the fuse on this would be Node, and would end with 7.
    ['-e', { ELECTRON_RUN_AS_NODE: '1' }],
  ])('refuses to start with %s', async (argument, variables) => {
    const child = start([argument, 'process.exit(7)'], variables);
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    expect(await once(child, 'exit')).toEqual([2, null]);
    expect(said).toContain('法审台不接受命令行开关');
  });

  it('opens its window, ends when it is told to, and remembers the window', async () => {
    const marker = join(home, 'loaded');
    const intruder = join(home, 'intruder.cjs');
    writeFileSync(intruder, `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '')`);
    const screenBefore = readScreen(folder);
    expect(screenBefore).toEqual({ painted: 0, colours: 1 });
    const desk = start(['--disable-gpu'], { NODE_OPTIONS: `--require ${intruder}` });
    await vi.waitFor(
      () => {
        const { painted, colours } = readScreen(folder);
        expect(painted).toBeGreaterThan(0.9);
        expect(colours).toBeGreaterThan(30);
      },
      { timeout: 30_000, interval: 200 },
    );
    // A second start finds the first one and leaves at once.
    expect(await once(start(['--disable-gpu']), 'exit')).toEqual([0, null]);
    expect(desk.exitCode).toBeNull();
    desk.kill('SIGTERM');
    expect(await once(desk, 'exit')).toEqual([0, null]);
    const state = JSON.parse(readFileSync(join(home, 'data', 'window.json'), 'utf8')) as { value: WindowState }; // written by the application
    expect(state.value).toMatchObject({ isFullScreen: false, zoom: 100, theme: 'system' });
    // Chromium keeps a window that would fill the screen a pixel smaller.
    const { bounds } = state.value;
    expect([bounds?.width ?? 0, bounds?.height ?? 0].map((side) => Math.ceil(side / 2) * 2)).toEqual([1440, 900]);
    expect(existsSync(join(home, 'data', 'logs', 'desk.log'))).toBe(false);
    expect(existsSync(marker)).toBe(false);
  });
});
