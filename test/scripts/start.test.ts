import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'desk-start-'));
const isRoot = process.getuid?.() === 0;

/** Runs what `npm start` runs. */
function start(variables: NodeJS.ProcessEnv): { readonly status: number | null; readonly said: string } {
  const run = spawnSync(process.execPath, [join(root, '.scripts', 'start.mjs')], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: '', ...variables },
  });
  expect(run.stdout).toBe('');
  return { status: run.status, said: run.stderr };
}

/** A folder that looks like an unpacked Electron as far as the names of its files go. */
function runtime(name: string, ...files: readonly string[]): string {
  const path = join(folder, name);
  mkdirSync(path);
  for (const file of files) writeFileSync(join(path, file), '');
  return path;
}

/** One sentence, which names the ways on. */
const sentence = /^[^\n。]+：[^\n。]*npm run -s desk -- --help。\n$/u;

describe('npm start where no window can be opened', () => {
  afterAll(() => rmSync(folder, { recursive: true }));

  it.skipIf(existsSync(join(root, 'node_modules', 'electron', 'path.txt')))('has no Electron at all', () => {
    const { status, said } = start({});
    expect(status).toBe(2);
    expect(said).toMatch(sentence);
    expect(said).toContain('没有找到 Electron');
    expect(said).toContain('ELECTRON_OVERRIDE_DIST_PATH');
    expect(said).toContain('npx install-electron --no');
  });

  it.each([
    ['that does not exist', join(folder, 'nowhere')],
    ['that is empty', runtime('empty')],
    ['that holds a starter alone', runtime('starter', 'as-user')],
    ['that is a file', join(runtime('file', 'file'), 'file')],
  ])('is given a folder %s, and names it', (_what, path) => {
    const { status, said } = start({ ELECTRON_OVERRIDE_DIST_PATH: path });
    expect(status).toBe(2);
    expect(said).toMatch(sentence);
    expect(said).toContain(`“${path}”里没有 Electron`);
  });

  it.skipIf(!isRoot)(`is run by root, whom the sandbox refuses${isRoot ? '' : ' (needs root)'}`, () => {
    const { status, said } = start({ ELECTRON_OVERRIDE_DIST_PATH: runtime('rooted', 'electron') });
    expect(status).toBe(2);
    expect(said).toMatch(sentence);
    expect(said).toContain('root');
  });

  it.skipIf(process.platform !== 'linux')('has no screen', () => {
    const { status, said } = start({
      ELECTRON_OVERRIDE_DIST_PATH: runtime('screenless', 'electron', 'as-user'),
      DISPLAY: '',
      WAYLAND_DISPLAY: '',
    });
    expect(status).toBe(2);
    expect(said).toMatch(sentence);
    expect(said).toContain('xvfb-run -a npm start');
  });
});
