import { spawnSync } from 'node:child_process';

/** Whether a program is on this machine's PATH. */
export function hasTool(name: string): boolean {
  const probe = spawnSync(process.platform === 'win32' ? 'where' : 'which', [name], { stdio: 'ignore' });
  return probe.status === 0;
}

/**
 * What a test title says when its tools are missing, so that the closing list of skips names the reason; empty where
 * everything is there.
 */
export function missingTools(...names: readonly string[]): string {
  const missing = names.filter((name) => !hasTool(name));
  return missing.length === 0 ? '' : `needs ${missing.join(', ')}`;
}
