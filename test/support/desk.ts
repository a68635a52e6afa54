import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const command = join(root, 'dist', 'cli', 'desk.mjs');

/** What one run of the command gave. */
export interface DeskRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the built `desk` command as a person would, in a process of its own.
 * @param data folder for the application's own data (keys)
 */
export async function desk(data: string, ...args: readonly string[]): Promise<DeskRun> {
  if (!existsSync(command)) throw new Error('dist/ is missing: run `npm run build` first (npm test does so by itself)');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...args], {
      cwd: root,
      env: { ...process.env, DESK_DATA: data },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
  });
}
