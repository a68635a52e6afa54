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
  /** Every attempt so far to send something to an address other than this machine's own, as the trace has it. */
  readonly attempts: () => readonly string[];
  /** How many network calls of any kind were seen; a trace that saw none proves nothing. */
  readonly calls: () => number;
  readonly remove: () => void;
}

const calls = 'connect,sendto,sendmsg,sendmmsg';
/** Process, call, what kind of socket it is (`-yy`), and the rest of the arguments. */
const traced = /^\d+ +(connect|send\w+)\(\d+<(\w+).*?>[,)](.*)$/u;
const addressed = /inet_addr\("([^"]+)"|inet_pton\(AF_INET6, "([^"]+)"/gu;
const ownAddress = /^(?:127\.|::1$|::ffff:127\.)/u;

/**
 * The lines of a trace with which something would leave the machine: a stream that is connected to a foreign address,
 * or a datagram that is sent to one, or to whatever its socket was connected to. Connecting a datagram socket only asks
 * the kernel for a route and sends nothing; Chromium does so at every start to learn whether there is IPv6.
 */
export function attemptsIn(trace: string): readonly string[] {
  return trace.split('\n').filter((line) => {
    const [, call, socket = '', rest = ''] = traced.exec(line) ?? [];
    // What names an internet address in any other form is counted rather than overlooked.
    if (call === undefined) return /sa_family=AF_INET6?\b/u.test(line);
    const named = [...rest.matchAll(addressed)].map((match) => match[1] ?? match[2] ?? '');
    const isForeign = named.some((address) => !ownAddress.test(address));
    if (!socket.startsWith('UDP')) return isForeign;
    return call !== 'connect' && (isForeign || named.length === 0);
  });
}

/** Makes a starter for a program. @param program absolute path */
export function traceNetwork(program: string): NetworkTrace {
  const folder = mkdtempSync(join(tmpdir(), 'desk-trace-'));
  const output = join(folder, 'trace.txt');
  const starter = join(folder, 'traced');
  // seccomp-bpf: only the traced calls stop the program, so that it runs about as fast as it would alone.
  const trace = `strace -f -qq -yy --seccomp-bpf -e trace=${calls} -e signal=none -o '${output}'`;
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
