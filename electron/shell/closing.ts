import { setTimeout as delay } from 'node:timers/promises';

/** What {@link closeGently} needs of a window. */
export interface ClosingWindow {
  readonly on: (event: 'close', listener: (event: { readonly preventDefault: () => void }) => void) => unknown;
  readonly destroy: () => void;
}

/** How long closing may take, in milliseconds. */
interface Patience {
  /** The page has this long to ask for what it still held back. */
  readonly page: number;
  /** Calls under way have this long to end by themselves, and as long again once they are cancelled. */
  readonly calls: number;
}

/**
 * Lets a window close only once everything that was asked for is done: the page is told, calls under way end, the
 * window's state is kept. A page that hangs does not keep the window open.
 */
export function closeGently(
  window: ClosingWindow,
  desk: {
    /** Tells the page. */
    readonly tell: () => void;
    /** Resolves once no call is under way. */
    readonly settled: () => Promise<void>;
    readonly cancelAll: () => void;
    /** Gives back what the calls left open. */
    readonly leave: () => Promise<void>;
    readonly save: () => Promise<void>;
    readonly log: (error: unknown) => void;
  },
  patience: Patience = { page: 150, calls: 2000 },
): void {
  let isClosing = false;
  const finish = async (): Promise<void> => {
    desk.tell();
    const saved = desk.save().catch(desk.log);
    await delay(patience.page);
    const settled = desk.settled();
    await Promise.race([settled, delay(patience.calls, undefined, { ref: false })]);
    desk.cancelAll();
    await Promise.race([settled, delay(patience.calls, undefined, { ref: false })]);
    await Promise.race([desk.leave().catch(desk.log), delay(patience.calls, undefined, { ref: false })]);
    await saved;
  };
  window.on('close', (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    finish()
      .catch(desk.log)
      .finally(() => window.destroy());
  });
}
