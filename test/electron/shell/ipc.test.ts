import { describe, expect, it } from 'vitest';
import { nodeEnvironment } from '../../../electron/services/node-environment.ts';
import { invokeChannel } from '../../../electron/shell/channels.ts';
import type { Environment } from '../../../electron/services/environment.ts';
import { type Dispatch, openIpc } from '../../../electron/shell/ipc.ts';
import type { SenderFrame } from '../../../electron/shell/sender.ts';

type Handler = (event: { senderFrame: SenderFrame | null }, id?: unknown, input?: unknown) => Promise<unknown>;

const base = nodeEnvironment('/app/dist/cli', '0', () => undefined, new AbortController().signal);
const mainFrame: SenderFrame = { origin: 'app://desk', parent: null };

/** Opens the door with a dispatcher that notes what reaches it, and returns the handler Electron would call. */
function openDoor(dispatch: Dispatch = () => Promise.resolve({ ok: true, value: 'done' })): {
  readonly ask: Handler;
  readonly reached: unknown[];
  readonly sent: unknown[];
  readonly logged: unknown[];
} {
  const reached: unknown[] = [];
  const sent: unknown[] = [];
  const logged: unknown[] = [];
  const handlers = new Map<string, Handler>();
  const contents = {
    ipc: { handle: (channel: string, handler: Handler) => void handlers.set(channel, handler) },
    send: (...message: unknown[]) => void sent.push(message),
    isDestroyed: () => false,
  };
  const environment: Environment = { ...base, log: (error) => logged.push(error) };
  openIpc(
    // The fake has the members that are used and none of the hundred others.
    contents as unknown as Parameters<typeof openIpc>[0],
    (id, input, given) => {
      reached.push([id, input]);
      return dispatch(id, input, given);
    },
    environment,
  );
  const ask = handlers.get(invokeChannel);
  if (ask === undefined) throw new Error('no handler');
  return { ask, reached, sent, logged };
}

describe('the channel between window and services', () => {
  it('hands a call of the main frame to the dispatcher', async () => {
    const door = openDoor();
    expect(await door.ask({ senderFrame: mainFrame }, 'system.about', {})).toEqual({ ok: true, value: 'done' });
    expect(door.reached).toEqual([['system.about', {}]]);
  });

  it.each<readonly [string, SenderFrame | null]>([
    ['a frame inside the page', { origin: 'app://desk', parent: mainFrame }],
    ['another host of the scheme', { origin: 'app://evil', parent: null }],
    ['a host that begins alike', { origin: 'app://desk.evil', parent: null }],
    ['a site', { origin: 'https://desk', parent: null }],
    ['a file', { origin: 'file://', parent: null }],
    ['an opaque origin', { origin: 'null', parent: null }],
    ['a frame that is gone', null],
  ])('refuses %s', async (_who, senderFrame) => {
    const door = openDoor();
    expect(await door.ask({ senderFrame }, 'system.about', {})).toMatchObject({
      ok: false,
      error: { code: 'bad-usage' },
    });
    expect(door.reached).toEqual([]);
    expect(door.logged).toHaveLength(1);
  });

  it.each([[undefined], [null], [42], [{ toString: (): string => 'system.about' }], [['system.about']]])(
    'refuses the name %j, which is no text',
    async (id) => {
      const door = openDoor();
      expect(await door.ask({ senderFrame: mainFrame }, id, {})).toMatchObject({
        ok: false,
        error: { code: 'bad-usage' },
      });
      expect(door.reached).toEqual([]);
    },
  );

  it('sends the progress of a call back to the window that asked', async () => {
    const door = openDoor((_id, _input, environment) => {
      environment.progress('已读 3/10 页');
      return Promise.resolve({ ok: true, value: null });
    });
    await door.ask({ senderFrame: mainFrame }, 'check.run', {});
    expect(door.sent).toEqual([['desk:event', { kind: 'progress', call: 'check.run', message: '已读 3/10 页' }]]);
  });
});
