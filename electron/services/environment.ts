import type { Dialogs } from './dialogs.ts';
import type { StartParser } from './extract/parser-port.ts';

/** Light, dark, or whatever the workstation has. */
export type Theme = 'system' | 'light' | 'dark';

/** How the window looks from outside; remembered by the window itself. */
export interface Appearance {
  readonly setTheme: (theme: Theme) => void;
  /** Whether screenshots and screen sharing leave the window out; has an effect on Windows only. */
  readonly setHiddenFromCapture: (isHidden: boolean) => void;
}

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
  /** Cancels what is under way: one call in the window, everything in a command. */
  readonly signal: AbortSignal;
  /** Progress for a person: a Chinese sentence, and how much is done where that can be counted. */
  readonly progress: (message: string, count?: { readonly done: number; readonly total: number }) => void;
  /** Who sits here, as the system knows them. */
  readonly user: { readonly name: string; readonly workstation: string };
  readonly dialogs: Dialogs;
  /** Absent where there is no window. */
  readonly appearance?: Appearance;
  /** Where bugs go. */
  readonly log: (error: unknown) => void;
}
