import type { IpcMain, WebContents } from 'electron';
import type { DeskEvent } from '../../shared/contract/bridge.ts';
import type { Environment } from '../services/environment.ts';
import { type Calls, type Dispatch, openCalls, refuse } from './calls.ts';
import { cancelChannel, eventChannel, invokeChannel } from './channels.ts';
import { isTrustedSender, type SenderFrame } from './sender.ts';

/** What {@link openIpc} needs of the window's contents. */
export type IpcContents = Pick<WebContents, 'send' | 'isDestroyed'> & {
  readonly ipc: Pick<IpcMain, 'handle' | 'on'>;
};

/** Carries an event into the page, unless the window is gone. */
export function sendEvent(contents: Pick<WebContents, 'send' | 'isDestroyed'>, event: DeskEvent): void {
  if (!contents.isDestroyed()) contents.send(eventChannel, event);
}

/**
 * Opens the channels between this window and the services: the sender is checked here on each of them, name and input
 * by the dispatcher. Progress of a call goes back to the window that asked.
 * @param contents the window's own; another window's messages never arrive here
 */
export function openIpc(contents: IpcContents, dispatch: Dispatch, environment: Environment): Calls {
  const calls = openCalls(dispatch, environment, (event) => sendEvent(contents, event));
  const isStranger = (frame: SenderFrame | null): boolean => {
    if (isTrustedSender(frame)) return false;
    environment.log(new Error('refused a message from a frame that is not the main frame of the application'));
    return true;
  };
  contents.ipc.handle(invokeChannel, (event, id: unknown, input: unknown, ticket: unknown) =>
    isStranger(event.senderFrame)
      ? refuse('此请求不是由法审台的主窗口发出的，已拒绝。')
      : calls.invoke(id, input, ticket),
  );
  contents.ipc.on(cancelChannel, (event, ticket: unknown) => {
    if (!isStranger(event.senderFrame)) calls.cancel(ticket);
  });
  return calls;
}
