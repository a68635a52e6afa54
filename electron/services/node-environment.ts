import { randomBytes } from 'node:crypto';
import { homedir, hostname, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { noDialogs } from './dialogs.ts';
import type { Environment } from './environment.ts';

/** Where an application keeps its own data on this system. */
function dataFolder(variables: NodeJS.ProcessEnv): string {
  if (variables['DESK_DATA'] !== undefined && variables['DESK_DATA'] !== '') return resolve(variables['DESK_DATA']);
  if (process.platform === 'win32')
    return join(variables['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'review-desk');
  return join(variables['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'review-desk');
}

/** Where the system keeps fonts. */
function systemFontFolders(variables: NodeJS.ProcessEnv): readonly string[] {
  if (process.platform === 'win32') {
    return [
      join(variables['WINDIR'] ?? 'C:\\Windows', 'Fonts'),
      join(variables['LOCALAPPDATA'] ?? '', 'Microsoft', 'Windows', 'Fonts'),
    ];
  }
  return [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(homedir(), '.local', 'share', 'fonts'),
    join(homedir(), '.fonts'),
  ];
}

/** The account's name; a container may run a number that has none. */
function accountName(variables: NodeJS.ProcessEnv): string {
  try {
    return userInfo().username;
  } catch {
    return variables['USER'] ?? variables['USERNAME'] ?? '';
  }
}

/**
 * The environment of a process: the system's clock, randomness and folders.
 * @param here folder of the built program, dist/cli or dist/main
 * @param signal cancels what is under way
 */
export function nodeEnvironment(
  here: string,
  version: string,
  progress: Environment['progress'],
  signal: AbortSignal,
): Environment {
  return {
    now: () => new Date(),
    randomBytes: (length) => randomBytes(length),
    application: { name: '法审台', version },
    resources: join(here, '..', '..', 'resources'),
    assets: join(here, '..', 'assets'),
    parser: join(here, 'parser.mjs'),
    data: dataFolder(process.env),
    fontFolders: systemFontFolders(process.env),
    signal,
    progress,
    user: { name: accountName(process.env), workstation: hostname() },
    dialogs: noDialogs,
    log: (error) =>
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
  };
}
