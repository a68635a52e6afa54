// Finds an Electron to run the built application with, and starts it: shared by `npm start` and `npm run dev`.
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const isRoot = process.getuid?.() === 0;

const otherWays =
  '请把 ELECTRON_OVERRIDE_DIST_PATH 设为已解压的 Electron 文件夹，' +
  '或在能联网的机器上运行 npx install-electron --no，或不用窗口、改用 npm run -s desk -- --help。';

/** The Electron that is named by the variable: root needs a starter that steps down, as a test runtime brings one. */
function namedElectron(folder) {
  const binary = ['electron', 'electron.exe'].map((name) => join(folder, name)).find(existsSync);
  const starter = join(folder, 'as-user');
  return binary !== undefined && isRoot && existsSync(starter) ? starter : binary;
}

/** The Electron that the npm package has downloaded. */
function downloadedElectron() {
  const module = join(root, 'node_modules', 'electron');
  const path = join(module, 'path.txt');
  const program = existsSync(path) ? join(module, 'dist', readFileSync(path, 'utf8').trim()) : undefined;
  return program !== undefined && existsSync(program) ? program : undefined;
}

/** Why the window cannot be opened here and what to do instead, or what to open it with. */
export function electronOrReason() {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const program = named ? namedElectron(named) : downloadedElectron();
  if (program === undefined) {
    return {
      reason: named
        ? `ELECTRON_OVERRIDE_DIST_PATH 所指的“${named}”里没有 Electron，窗口打不开：${otherWays}`
        : `没有找到 Electron，窗口打不开：${otherWays}`,
    };
  }
  if (isRoot && !program.endsWith('as-user')) {
    return {
      reason: 'Electron 的沙箱不允许以 root 身份运行：请换普通用户运行 npm start，或改用 npm run -s desk -- --help。',
    };
  }
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return {
      reason:
        '没有图形界面（DISPLAY 未设置），窗口打不开：请在桌面环境中运行，或用 xvfb-run -a npm start，' +
        '或改用 npm run -s desk -- --help。',
    };
  }
  return { program };
}

/** Whether every user may enter a folder: it and all above it can be passed through. */
function isOpenToAll(folder) {
  if ((statSync(folder).mode & 0o005) !== 0o005) return false;
  for (let above = dirname(folder); above !== dirname(above); above = dirname(above)) {
    if ((statSync(above).mode & 0o001) !== 0o001) return false;
  }
  return true;
}

/**
 * Root's folders are closed to the ordinary user who runs the window in its place: that user gets a data folder of its
 * own, and a copy of the application where the original cannot be read.
 */
function stageForUser() {
  const stage = mkdtempSync(join(tmpdir(), 'review-desk-'));
  chmodSync(stage, 0o755);
  const home = join(stage, 'home');
  mkdirSync(home);
  chmodSync(home, 0o777);
  let app = root;
  if (!isOpenToAll(root)) {
    app = join(stage, 'app');
    for (const part of ['dist', 'resources', 'package.json']) {
      cpSync(join(root, part), join(app, part), { recursive: true });
    }
  }
  return { app, data: join(home, 'data'), remove: () => rmSync(stage, { recursive: true, force: true }) };
}

/** Starts the built application; the answer tells when it has ended, with its exit code. */
export function startElectron(program, args = []) {
  const stage = isRoot ? stageForUser() : { app: root, data: undefined, remove: () => undefined };
  if (isRoot) process.stderr.write(`以普通用户身份打开窗口；数据放在临时文件夹 ${stage.data}，关闭后删除。\n`);
  const child = spawn(program, [...args, stage.app], {
    stdio: 'inherit',
    env: stage.data === undefined ? process.env : { ...process.env, DESK_DATA: stage.data },
  });
  const ended = new Promise((resolve) => {
    child.on('error', (error) => {
      process.stderr.write(`“${program}”不能运行（${error.message}），窗口打不开：${otherWays}\n`);
      resolve(2);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  }).finally(stage.remove);
  return { ended, stop: () => child.kill() };
}
