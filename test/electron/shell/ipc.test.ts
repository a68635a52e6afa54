import { describe, expect, it } from 'vitest';
import type { Environment } from '../../../electron/services/environment.ts';
import type { Dispatch } from '../../../electron/shell/calls.ts';
import { cancelChannel, invokeChannel } from '../../../electron/shell/channels.ts';
import { openIpc } from '../../../electron/shell/ipc.ts';
import type { SenderFrame } from '../../../electron/shell/sender.ts';
import { fixedEnvironment } from '../../support/environment.ts';

type Handler = (event: { senderFrame: SenderFrame | null }, ...given: unknown[]) => unknown;

const mainFrame: SenderFrame = { origin: 'app://desk', parent: null };
const strangers: readonly (readonly [string, SenderFrame | null])[] = [
  ['a frame inside the page', { origin: 'app://desk', parent: mainFrame }],
  ['another host of the scheme', { origin: 'app://evil', parent: null }],
  ['a host that begins alike', { origin: 'app://desk.evil', parent: null }],
  ['a site', { origin: 'https://desk', parent: null }],
  ['a file', { origin: 'file://', parent: null }],
  ['an opaque origin', { origin: 'null', parent: null }],
  ['a frame that is gone', null],
];

/** Opens the door with a dispatcher that notes what reaches it, and returns the handlers Electron would call. */
function openDoor(dispatch: Dispatch = () => Promise.resolve({ ok: true, value: 'done' })): {
  readonly ask: (frame: SenderFrame | null, ...given: unknown[]) => Promise<unknown>;
  readonly cancel: (frame: SenderFrame | null, ticket: unknown) => void;
  readonly reached: unknown[];
  readonly sent: unknown[];
  readonly logged: unknown[];
} {
  const reached: unknown[] = [];
  const sent: unknown[] = [];
  const logged: unknown[] = [];
  const handlers = new Map<string, Handler>();
  const keep = (channel: string, handler: Handler): void => void handlers.set(channel, handler);
  const contents = {
    ipc: { handle: keep, on: keep },
    send: (...message: unknown[]) => void sent.push(message),
    isDestroyed: () => false,
  };
  openIpc(
    // The fake has the members that are used and none of the hundred others.
    contents as unknown as Parameters<typeof openIpc>[0],
    (id, input, given) => {
      reached.push([id, input]);
      return dispatch(id, input, given);
    },
    fixedEnvironment({ log: (error) => logged.push(error) }),
  );
  const handler = (channel: string): Handler => {
    const found = handlers.get(channel);
    if (found === undefined) throw new Error(`no handler for ${channel}`);
    return found;
  };
  return {
    ask: (senderFrame, ...given) => Promise.resolve(handler(invokeChannel)({ senderFrame }, ...given)),
    cancel: (senderFrame, ticket) => void handler(cancelChannel)({ senderFrame }, ticket),
    reached,
    sent,
    logged,
  };
}

/** A dispatcher whose calls end only when they are cancelled. */
const untilCancelled: Dispatch = (_id, _input, { signal }: Environment) =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () =>
      resolve({ ok: false, error: { code: 'cancelled', message: '', data: null } }),
    );
  });

describe('the channel between window and services', () => {
  it('hands a call of the main frame to the dispatcher', async () => {
    const door = openDoor();
    expect(await door.ask(mainFrame, 'system.about', {})).toEqual({ ok: true, value: 'done' });
    expect(door.reached).toEqual([['system.about', {}]]);
  });

  it.each(strangers)('refuses %s', async (_who, frame) => {
    const door = openDoor();
    expect(await door.ask(frame, 'system.about', {})).toMatchObject({ ok: false, error: { code: 'bad-usage' } });
    expect(door.reached).toEqual([]);
    expect(door.logged).toHaveLength(1);
  });

  it.each([[undefined], [null], [42], [{ toString: (): string => 'system.about' }], [['system.about']]])(
    'refuses the name %j, which is no text',
    async (id) => {
      const door = openDoor();
      expect(await door.ask(mainFrame, id, {})).toMatchObject({ ok: false, error: { code: 'bad-usage' } });
      expect(door.reached).toEqual([]);
    },
  );

  it('sends the progress of a call back to the window that asked, under its ticket and with its counts', async () => {
    const door = openDoor((_id, _input, environment) => {
      environment.progress('已读 3/10 页', { done: 3, total: 10 });
      environment.progress('正在整理');
      return Promise.resolve({ ok: true, value: null });
    });
    await door.ask(mainFrame, 'check.run', {}, 'one');
    await door.ask(mainFrame, 'check.run', {});
    const event = { kind: 'progress', call: 'check.run' };
    const counted = { ...event, message: '已读 3/10 页', done: 3, total: 10 };
    const uncounted = { ...event, message: '正在整理', done: null, total: null };
    expect(door.sent).toEqual([
      ['desk:event', { ...counted, ticket: 'one' }],
      ['desk:event', { ...uncounted, ticket: 'one' }],
      ['desk:event', { ...counted, ticket: null }],
      ['desk:event', { ...uncounted, ticket: null }],
    ]);
  });
});

describe('a ticket', () => {
  it('cancels its own call and no other', async () => {
    const door = openDoor(untilCancelled);
    const over: string[] = [];
    const calls = ['one', 'two'].map((ticket) =>
      door.ask(mainFrame, 'check.run', {}, ticket).then((answer) => {
        over.push(ticket);
        return answer;
      }),
    );
    door.cancel(mainFrame, 'two');
    expect(await calls[1]).toMatchObject({ error: { code: 'cancelled' } });
    expect(over).toEqual(['two']);
    door.cancel(mainFrame, 'one');
    await calls[0];
    expect(over).toEqual(['two', 'one']);
  });

  it.each(strangers)('cancels nothing for %s', async (_who, frame) => {
    const door = openDoor(untilCancelled);
    let isOver = false;
    const call = door.ask(mainFrame, 'check.run', {}, 'one').finally(() => (isOver = true));
    door.cancel(frame, 'one');
    await new Promise(setImmediate);
    expect(isOver).toBe(false);
    expect(door.logged).toHaveLength(1);
    door.cancel(mainFrame, 'one');
    await call;
  });

  it.each([['unknown'], [undefined], [null], [{}], [['one']], ['x'.repeat(100_000)]])(
    'that nobody has, such as %j, cancels nothing',
    async (ticket) => {
      const door = openDoor(untilCancelled);
      const call = door.ask(mainFrame, 'check.run', {}, 'one');
      const unnamed = door.ask(mainFrame, 'check.run', {});
      let isOver = false;
      void Promise.race([call, unnamed]).finally(() => (isOver = true));
      door.cancel(mainFrame, ticket);
      await new Promise(setImmediate);
      expect(isOver).toBe(false);
      door.cancel(mainFrame, 'one');
      await call;
    },
  );

  it('is refused while a call under way has it, and free again afterwards', async () => {
    const door = openDoor(untilCancelled);
    const first = door.ask(mainFrame, 'check.run', {}, 'one');
    expect(await door.ask(mainFrame, 'check.run', {}, 'one')).toMatchObject({ error: { code: 'bad-usage' } });
    expect(door.reached).toHaveLength(1);
    door.cancel(mainFrame, 'one');
    await first;
    const again = door.ask(mainFrame, 'check.run', {}, 'one');
    expect(door.reached).toHaveLength(2);
    door.cancel(mainFrame, 'one');
    await again;
  });

  it.each([[''], ['a b'], ['审'], ['x'.repeat(65)], ['one\n'], [7], [{}], [['one']], [true]])(
    'may not be %j',
    async (ticket) => {
      const door = openDoor();
      expect(await door.ask(mainFrame, 'system.about', {}, ticket)).toMatchObject({ error: { code: 'bad-usage' } });
      expect(door.reached).toEqual([]);
    },
  );
});
