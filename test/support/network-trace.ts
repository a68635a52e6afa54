import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasTool } from './tools.ts';

/** What a test title says when system calls cannot be traced here; empty where they can. */
export const missingTrace = process.platform === 'linux' && hasTool('strace') ? '' : 'needs strace';

/** A starter that runs a program under a trace of its network calls, children included. */
export interface NetworkTrace {
  /** To be started in the program's place, with the program's arguments. */
  readonly program: string;
  /** Every attempt so far to reach an internet address other than this machine's own, as the trace has it. */
  readonly attempts: () => readonly string[];
  /** How many network calls of any kind were seen; a trace that saw none proves nothing. */
  readonly calls: () => number;
  readonly remove: () => void;
}

const calls = 'connect,sendto,sendmsg,sendmmsg';
const internet = /sa_family=AF_INET6?\b/u;
const ownAddress = /inet_addr\("127\.|inet_pton\(AF_INET6, "(?:::1|::ffff:127\.[\d.]+)"/u;

/** The lines of a trace that name an internet address which is not the machine's own. */
export function attemptsIn(trace: string): readonly string[] {
  return trace.split('\n').filter((line) => internet.test(line) && !ownAddress.test(line));
}

/** Makes a starter for a program. @param program absolute path */
export function traceNetwork(program: string): NetworkTrace {
  const folder = mkdtempSync(join(tmpdir(), 'desk-trace-'));
  const output = join(folder, 'trace.txt');
  const starter = join(folder, 'traced');
  // seccomp-bpf: only the traced calls stop the program, so that it runs about as fast as it would alone.
  const trace = `strace -f -qq --seccomp-bpf -e trace=${calls} -e signal=none -o '${output}'`;
  writeFileSync(starter, `#!/bin/sh\nexec ${trace} '${program}' "$@"\n`);
  chmodSync(starter, 0o755);
  const read = (): string => readFileSync(output, 'utf8');
  return {
    program: starter,
    attempts: () => attemptsIn(read()),
    calls: () => read().trim().split('\n').length,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
