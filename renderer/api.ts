import type { DeskBridge, DeskEvent } from '../shared/contract/bridge.ts';
import type { CallId, CallInput, CallOutput } from '../shared/contract/contract.ts';
import type { Result } from '../shared/contract/errors.ts';

declare global {
  interface Window {
    /** Put there by the preload script before the page runs; absent in a page opened by anything else. */
    readonly desk?: DeskBridge;
  }
}

/** How a call may be followed and taken back. */
export interface CallOptions {
  /** Names the call in its progress events; made up where only a signal is given. */
  readonly ticket?: string;
  /** Aborting it cancels the call, which then answers with the code `cancelled`. */
  readonly signal?: AbortSignal;
}

/** A ticket that no other call has. */
export function newTicket(): string {
  return crypto.randomUUID();
}

/**
 * Asks the services for one thing. A failure comes back as a value; the promise never rejects.
 * @param id which call of the contract
 */
export async function invoke<Id extends CallId>(
  id: Id,
  input: CallInput<Id>,
  options: CallOptions = {},
): Promise<Result<CallOutput<Id>>> {
  const { signal } = options;
  if (signal?.aborted === true) return cancelled;
  const ticket = options.ticket ?? (signal === undefined ? undefined : newTicket());
  const cancel = (): void => (ticket === undefined ? undefined : window.desk?.cancel(ticket));
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    if (window.desk === undefined) throw new Error('no bridge');
    // The dispatcher has checked this answer against the schema of `id` on the other side of the bridge.
    return (await window.desk.invoke(id, input, ticket)) as Result<CallOutput<Id>>;
  } catch (error) {
    const data = { cause: String(error) };
    const message = '界面没有得到程序的回应，本次操作没有完成。请关闭窗口后重新打开；仍不行请联系维护人员。';
    return { ok: false, error: { code: 'internal', message, data } };
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}

const cancelled: Result<never> = {
  ok: false,
  error: { code: 'cancelled', message: '操作已取消，没有开始。需要时请重新进行。', data: null },
};

/** Hears progress of calls, commands of the menu and the closing of the window; the function that comes back ends it. */
export function subscribe(listener: (event: DeskEvent) => void): () => void {
  // The shell sends nothing else on this channel, and nobody else can send on it.
  return window.desk?.subscribe((event) => listener(event as DeskEvent)) ?? (() => undefined);
}

/** Absolute paths of dropped or chosen files, as the import takes them; what has no path is left out. */
export function pathsOf(files: readonly File[]): readonly string[] {
  return window.desk?.pathsOf(files) ?? [];
}
