import type { CallId } from './contract.ts';

/** What the services tell the window while a call is under way. */
export interface DeskEvent {
  readonly kind: 'progress';
  /** The call that is under way. */
  readonly call: CallId;
  /** A Chinese sentence for the person. */
  readonly message: string;
}

/**
 * What the preload script, or the test bridge in its place, puts at `window.desk`. Nothing is typed by call here: both
 * ends treat what arrives as foreign, and the one client in the renderer gives it its types.
 */
export interface DeskBridge {
  /** Resolves to a `Result`, never rejects for an expected failure. */
  readonly invoke: (id: string, input: unknown) => Promise<unknown>;
  /** Hears every {@link DeskEvent}; the function that comes back ends it. */
  readonly subscribe: (listener: (event: unknown) => void) => () => void;
}
