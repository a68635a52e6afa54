import { afterEach, describe, expect, it, vi } from 'vitest';
import { invoke, pathsOf, subscribe } from '../../renderer/api.ts';
import type { DeskBridge, DeskEvent } from '../../shared/contract/bridge.ts';

/** Puts a bridge where the preload script puts it; what is not given does nothing. */
function openBridge(bridge: Partial<DeskBridge> | undefined): void {
  const silent: DeskBridge = {
    invoke: () => Promise.resolve({ ok: true, value: null }),
    cancel: () => undefined,
    subscribe: () => () => undefined,
    pathsOf: () => [],
  };
  vi.stubGlobal('window', { desk: bridge && { ...silent, ...bridge } });
}

describe('the client of the bridge', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('hands over name and input and gives back what the services answer', async () => {
    const asked: unknown[] = [];
    openBridge({
      invoke: (...call) => {
        asked.push(call);
        return Promise.resolve({ ok: true, value: { name: '法审台' } });
      },
    });
    expect(await invoke('system.about', {})).toEqual({ ok: true, value: { name: '法审台' } });
    await invoke('system.about', {}, { ticket: 'one' });
    expect(asked).toEqual([
      ['system.about', {}, undefined],
      ['system.about', {}, 'one'],
    ]);
  });

  it('cancels the call whose signal is aborted, by the ticket it went out with', async () => {
    const tickets: unknown[] = [];
    const cancelled: string[] = [];
    let answer: (value: unknown) => void = () => undefined;
    openBridge({
      invoke: (_id, _input, ticket) => {
        tickets.push(ticket);
        return new Promise((resolve) => (answer = resolve));
      },
      cancel: (ticket) => cancelled.push(ticket),
    });
    const controller = new AbortController();
    const call = invoke('system.about', {}, { signal: controller.signal });
    expect(tickets).toEqual([expect.stringMatching(/^[\w-]{1,64}$/u)]);
    expect(cancelled).toEqual([]);
    controller.abort();
    expect(cancelled).toEqual(tickets);
    answer({ ok: false, error: { code: 'cancelled', message: '', data: null } });
    expect(await call).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });

  it('cancels nothing that is over, and starts nothing that was cancelled before', async () => {
    const asked: unknown[] = [];
    const cancelled: string[] = [];
    openBridge({
      invoke: (id) => {
        asked.push(id);
        return Promise.resolve({ ok: true, value: null });
      },
      cancel: (ticket) => cancelled.push(ticket),
    });
    const controller = new AbortController();
    await invoke('system.about', {}, { signal: controller.signal });
    controller.abort();
    expect(cancelled).toEqual([]);
    expect(await invoke('system.about', {}, { signal: controller.signal })).toMatchObject({
      ok: false,
      error: { code: 'cancelled' },
    });
    expect(asked).toHaveLength(1);
  });

  it('asks the bridge where dropped files lie, and knows of none without it', () => {
    openBridge({ pathsOf: (files) => files.map((_file, index) => `/stick/${index}`) });
    const file = new File([], '草案.docx');
    expect(pathsOf([file, file])).toEqual(['/stick/0', '/stick/1']);
    openBridge(undefined);
    expect(pathsOf([file])).toEqual([]);
  });

  it('turns a broken bridge into a failure that says what to do', async () => {
    openBridge({ invoke: () => Promise.reject(new Error('gone')) });
    const result = await invoke('system.about', {});
    expect(result).toMatchObject({ ok: false, error: { code: 'internal', data: { cause: 'Error: gone' } } });
    expect(result.ok ? '' : result.error.message).toContain('请关闭窗口后重新打开');
  });

  it('fails the same way in a page that has no bridge, and hears nothing there', async () => {
    openBridge(undefined);
    expect(await invoke('system.about', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(() => subscribe(() => undefined)()).not.toThrow();
  });

  it('hears progress until it ends', () => {
    const listeners = new Set<(event: unknown) => void>();
    openBridge({
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    });
    const heard: DeskEvent[] = [];
    const end = subscribe((event) => heard.push(event));
    const event: DeskEvent = {
      kind: 'progress',
      ticket: null,
      call: 'check.run',
      message: '已读 3/10 页',
      done: 3,
      total: 10,
    };
    for (const listener of listeners) listener(event);
    end();
    for (const listener of listeners) listener(event);
    expect(heard).toEqual([event]);
  });
});
