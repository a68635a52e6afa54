import { join } from 'node:path';
import { noDialogs } from '../../electron/services/dialogs.ts';
import type { Environment } from '../../electron/services/environment.ts';

const root = join(import.meta.dirname, '..', '..');

/**
 * An environment whose clock stands still (2026-01-05 09:08:07 local time) and whose random bytes count up from 0, over
 * what was built into dist/.
 */
export function fixedEnvironment(changes: Partial<Environment> = {}): Environment {
  let counter = 0;
  return {
    now: () => new Date(2026, 0, 5, 9, 8, 7),
    randomBytes: (length) => Uint8Array.from({ length }, () => counter++ % 256),
    application: { name: '法审台', version: '0.0.0' },
    resources: join(root, 'resources'),
    assets: join(root, 'dist', 'assets'),
    parser: join(root, 'dist', 'cli', 'parser.mjs'),
    data: join(root, 'node_modules', '.cache', 'no-data'),
    fontFolders: [],
    signal: new AbortController().signal,
    progress: () => undefined,
    user: { name: 'reviewer', workstation: 'desk-01' },
    dialogs: noDialogs,
    log: () => undefined,
    ...changes,
  };
}
