import type { IpcMain, WebContents } from 'electron';
import type { DeskEvent } from '../../shared/contract/bridge.ts';
import { isCallId } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/contract/errors.ts';
import type { Environment } from '../services/environment.ts';
import { eventChannel, invokeChannel } from './channels.ts';
import { isTrustedSender } from './sender.ts';

/** The dispatcher as the door sees it. */
export type Dispatch = (id: string, input: unknown, environment: Environment) => Promise<Result<unknown>>;

function refuse(message: string): Result<never> {
  return { ok: false, error: { code: 'bad-usage', message, data: null } };
}

/**
 * Opens the one channel between this window and the services: the sender is checked here, name and input by the
 * dispatcher. Progress of a call goes back to the window that asked.
 * @param contents the window's own; another window's messages never arrive here
 */
export function openIpc(
  contents: Pick<WebContents, 'send' | 'isDestroyed'> & { readonly ipc: Pick<IpcMain, 'handle'> },
  dispatch: Dispatch,
  environment: Environment,
): void {
  contents.ipc.handle(invokeChannel, async (event, id: unknown, input: unknown) => {
    if (!isTrustedSender(event.senderFrame)) {
      environment.log(new Error('refused a message from a frame that is not the main frame of the application'));
      return refuse('此请求不是由法审台的主窗口发出的，已拒绝。');
    }
    if (typeof id !== 'string') return refuse('操作的名称应当是文字。');
    const progress = (message: string): void => {
      if (!isCallId(id) || contents.isDestroyed()) return;
      contents.send(eventChannel, { kind: 'progress', call: id, message } satisfies DeskEvent);
    };
    return dispatch(id, input, { ...environment, progress });
  });
}
