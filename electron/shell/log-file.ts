import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const largest = 1024 * 1024;
/** Beside the present file; the oldest makes room. */
const olderFiles = 2;
const longestMessage = 500;
const deepestCause = 4;

function fileName(age: number): string {
  return age === 0 ? 'desk.log' : `desk.${age}.log`;
}

/**
 * One entry of the log: when, and the error's name, message and stack frames. Nothing else of what the error carries
 * is written, and of the message only its beginning: it may quote what somebody has submitted.
 */
export function logEntry(error: unknown, now: Date): string {
  const lines: string[] = [];
  let one = error;
  for (let depth = 0; depth < deepestCause; depth += 1) {
    const heading = depth === 0 ? now.toISOString() : '  caused by';
    if (!(one instanceof Error)) {
      lines.push(`${heading} thrown: ${typeof one}`);
      break;
    }
    lines.push(`${heading} ${one.name}: ${one.message.replace(/\s+/gu, ' ').slice(0, longestMessage)}`);
    lines.push(...(one.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line)));
    if (one.cause === undefined) break;
    one = one.cause;
  }
  return `${lines.join('\n')}\n`;
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function rotate(folder: string): void {
  rmSync(join(folder, fileName(olderFiles)), { force: true });
  for (let age = olderFiles - 1; age >= 0; age -= 1) {
    const from = join(folder, fileName(age));
    if (sizeOf(from) > 0) renameSync(from, join(folder, fileName(age + 1)));
  }
}

/**
 * A logger that appends to `desk.log`, which makes room for a new one at 1 MB; two older ones are kept. It never fails:
 * what it cannot write down it tells `otherwise`.
 * @param folder made on first use, mode 0700
 */
export function fileLog(
  folder: string,
  now: () => Date,
  otherwise: (error: unknown) => void,
): (error: unknown) => void {
  return (error) => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, fileName(0));
      const entry = logEntry(error, now());
      if (sizeOf(path) + Buffer.byteLength(entry) > largest) rotate(folder);
      appendFileSync(path, entry, { mode: 0o600 });
    } catch (failure) {
      otherwise(failure);
    }
  };
}
