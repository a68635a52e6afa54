import { appOrigin } from './origin.ts';

/** What is known of the frame that sent a message. */
export interface SenderFrame {
  /** Origin as Electron gives it: scheme and host, without a path. */
  readonly origin: string;
  /** Null in the main frame of a window. */
  readonly parent: object | null;
}

/**
 * Whether a message may be heard: only the main frame of the window, and only while it shows the application itself.
 * @param frame null once the frame is gone
 */
export function isTrustedSender(frame: SenderFrame | null): boolean {
  return frame !== null && frame.parent === null && frame.origin === appOrigin;
}
