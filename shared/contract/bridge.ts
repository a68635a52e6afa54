import type { CallId } from './contract.ts';

/** Progress of a call that is under way. */
export interface ProgressEvent {
  readonly kind: 'progress';
  /** Which of the window's calls; null for one that was made without a ticket. */
  readonly ticket: string | null;
  readonly call: CallId;
  /** A Chinese sentence for the person. */
  readonly message: string;
  /** How much is done, in whatever the message counts; null where nothing is counted. */
  readonly done: number | null;
  /** How much there is to do; null where that is not known. */
  readonly total: number | null;
}

/** Something chosen in the application's menu that the page carries out. */
export interface CommandEvent {
  readonly kind: 'command';
  readonly command: DeskCommand;
}

/** The window is about to close: whatever the page still holds back must be asked for now. */
export interface ClosingEvent {
  readonly kind: 'closing';
}

/** What the door tells the page. */
export type DeskEvent = ProgressEvent | CommandEvent | ClosingEvent;

/** What the application's menu leaves to the page. */
export const deskCommands = ['open', 'undo', 'redo', 'find', 'palette', 'help', 'shortcuts', 'about'] as const;

/** One of {@link deskCommands}. */
export type DeskCommand = (typeof deskCommands)[number];

/**
 * What the preload script, or the test bridge in its place, puts at `window.desk`. Nothing is typed by call here: both
 * ends treat what arrives as foreign, and the one client in the renderer gives it its types.
 */
export interface DeskBridge {
  /**
   * Resolves to a `Result`, never rejects for an expected failure.
   * @param ticket names this call for progress and {@link DeskBridge.cancel}; 1 to 64 letters, digits, `-` or `_`, and
   * in use once at a time
   */
  readonly invoke: (id: string, input: unknown, ticket?: string) => Promise<unknown>;
  /** Cancels the call with this ticket; one that is unknown or over is left alone. */
  readonly cancel: (ticket: string) => void;
  /** Hears every {@link DeskEvent}; the function that comes back ends it. */
  readonly subscribe: (listener: (event: unknown) => void) => () => void;
  /** Absolute paths of files that were dropped or chosen; what has no path is left out. */
  readonly pathsOf: (files: readonly object[]) => readonly string[];
}
