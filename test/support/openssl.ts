import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What an outside program answered; output and errors as one text. */
export interface ToolAnswer {
  readonly status: number | null;
  readonly output: string;
}

/** Runs an outside program to its end. */
export function runTool(command: string, ...args: readonly string[]): ToolAnswer {
  const run = spawnSync(command, args, { encoding: 'utf8' });
  return { status: run.status, output: `${run.stdout}${run.stderr}` };
}

/** Runs an outside program that must succeed. */
export function mustRun(command: string, ...args: readonly string[]): string {
  const { status, output } = runTool(command, ...args);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${output}`);
  return output;
}

/** A certificate or key as PEM. */
export function pem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/gu) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

/** Runs the body with a folder that is gone afterwards. */
export async function withFolder<T>(body: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'review-desk-sign-'));
  try {
    return await body(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
