import type { UtilityProcess } from 'electron';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { StartParser } from '../services/extract/parser-port.ts';
import { minimalVariables, parserArguments } from '../services/extract/run-parser.ts';

/** What {@link startUtilityParser} needs of Electron's `utilityProcess`. */
export type ForkUtility = (
  script: string,
  args: string[],
  options: {
    cwd: string;
    env: NodeJS.ProcessEnv;
    execArgv: string[];
    stdio: ('ignore' | 'pipe')[];
    serviceName: string;
  },
) => Pick<UtilityProcess, 'kill' | 'on' | 'once' | 'pid' | 'postMessage' | 'stderr'>;

/** The name under which Electron lists a parser process. */
export const parserServiceName = 'desk-parser';

const stderrKept = 8192;
/** Milliseconds for what it wrote to arrive. */
const lastWords = 250;

/** Ends a process however deep it is in its work; Electron's own `kill` only asks. */
function killNow(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

/**
 * Starts parser processes as Electron's utility processes: a packaged application cannot run Node by itself, so it
 * cannot fork.
 */
export function startUtilityParser(fork: ForkUtility): StartParser {
  return (script) => {
    const child = fork(script, [], {
      // The script may lie inside the archive, which no process can have as its folder.
      cwd: dirname(process.execPath),
      // An empty set would mean all of ours.
      env: { LANG: 'C', ...minimalVariables() },
      // Given one by one V8 never sees them (measured in 33).
      execArgv: [`--js-flags=${parserArguments().join(' ')}`],
      stdio: ['ignore', 'ignore', 'pipe'],
      serviceName: parserServiceName,
    });
    let stderr = '';
    child.stderr?.on('data', (chunk: Buffer) => (stderr = (stderr + chunk.toString()).slice(-stderrKept)));
    const stderrClosed = new Promise((resolve) => child.stderr?.once('close', resolve));
    child.on('error', (type, location) => (stderr += `\n${type} at ${location}`));
    return {
      get pid() {
        return child.pid ?? null;
      },
      send: (request) => child.postMessage(request),
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) =>
        child.once('exit', () => {
          // Its last words may come after it is gone, and where it was killed their end may never come.
          void Promise.race([stderrClosed, setTimeout(lastWords)]).then(() => listener({ signal: null, stderr }));
        }),
      kill: () => {
        killNow(child.pid);
        // Asked to end before it has begun, it has no number yet.
        child.once('spawn', () => killNow(child.pid));
      },
    };
  };
}
