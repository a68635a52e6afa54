import type { StartParser } from './extract/parser-port.ts';

/**
 * What a service may use of the world. Clock, randomness and folders arrive here, so that tests fix them and two runs
 * give the same bytes.
 */
export interface Environment {
  readonly now: () => Date;
  /** Cryptographically strong in production. */
  readonly randomBytes: (length: number) => Uint8Array;
  readonly application: { readonly name: string; readonly version: string };
  /** The `resources` folder: rule packs, law pack, help. */
  readonly resources: string;
  /** The built assets: `fonts/` with the bundled faces, `pdfjs/cmaps/` and `pdfjs/standard_fonts/`. */
  readonly assets: string;
  /** The script of the parser process, started anew for every file. */
  readonly parser: string;
  /** Starts that process; by Node's fork where nothing else is given. */
  readonly startParser?: StartParser;
  /** Where the application keeps what is its own (keys); made on first use, mode 0700. */
  readonly data: string;
  /** Folders in which the workstation keeps fonts. */
  readonly fontFolders: readonly string[];
  /** Cancels what is under way. */
  readonly signal: AbortSignal;
  /** Progress for a person: a Chinese sentence. */
  readonly progress: (message: string) => void;
  /** Where bugs go. */
  readonly log: (error: unknown) => void;
}
