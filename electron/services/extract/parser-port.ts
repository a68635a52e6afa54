import type { ParseRequest } from '../../jobs/parser-protocol.ts';

/** A running parser process. */
export interface ParserProcess {
  /** Number of the process, for its memory; null where the system does not give one. */
  readonly pid: number | null;
  readonly send: (request: ParseRequest) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  /** Called once, when the process is gone; `stderr` is the end of what it wrote. */
  readonly onExit: (listener: (ended: { readonly signal: string | null; readonly stderr: string }) => void) => void;
  /** Ends it at once, whatever it is doing. */
  readonly kill: () => void;
}

/** Starts a parser process. Behind this port because a packaged Electron cannot fork and has utility processes. */
export type StartParser = (script: string) => ParserProcess;
