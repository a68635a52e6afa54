import type { DeskBridge, DeskEvent } from '../shared/contract/bridge.ts';
import type { CallId, CallInput, CallOutput } from '../shared/contract/contract.ts';
import type { Result } from '../shared/contract/errors.ts';

declare global {
  interface Window {
    /** Put there by the preload script before the page runs; absent in a page opened by anything else. */
    readonly desk?: DeskBridge;
  }
}

/**
 * Asks the services for one thing. A failure comes back as a value; the promise never rejects.
 * @param id which call of the contract
 */
export async function invoke<Id extends CallId>(id: Id, input: CallInput<Id>): Promise<Result<CallOutput<Id>>> {
  try {
    if (window.desk === undefined) throw new Error('no bridge');
    // The dispatcher has checked this answer against the schema of `id` on the other side of the bridge.
    return (await window.desk.invoke(id, input)) as Result<CallOutput<Id>>;
  } catch (error) {
    const data = { cause: String(error) };
    const message = '界面没有得到程序的回应，本次操作没有完成。请关闭窗口后重新打开；仍不行请联系维护人员。';
    return { ok: false, error: { code: 'internal', message, data } };
  }
}

/** Hears the progress of calls under way; the function that comes back ends it. */
export function subscribe(listener: (event: DeskEvent) => void): () => void {
  // The shell sends nothing else on this channel, and nobody else can send on it.
  return window.desk?.subscribe((event) => listener(event as DeskEvent)) ?? (() => undefined);
}
