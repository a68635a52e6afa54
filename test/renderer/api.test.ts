import { afterEach, describe, expect, it, vi } from 'vitest';
import { invoke, subscribe } from '../../renderer/api.ts';
import type { DeskBridge, DeskEvent } from '../../shared/contract/bridge.ts';

/** Puts a bridge where the preload script puts it. */
function openBridge(bridge: DeskBridge | undefined): void {
  vi.stubGlobal('window', { desk: bridge });
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
      subscribe: () => () => undefined,
    });
    expect(await invoke('system.about', {})).toEqual({ ok: true, value: { name: '法审台' } });
    expect(asked).toEqual([['system.about', {}]]);
  });

  it('turns a broken bridge into a failure that says what to do', async () => {
    openBridge({ invoke: () => Promise.reject(new Error('gone')), subscribe: () => () => undefined });
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
      invoke: () => Promise.resolve(null),
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    });
    const heard: DeskEvent[] = [];
    const end = subscribe((event) => heard.push(event));
    const event: DeskEvent = { kind: 'progress', call: 'check.run', message: '已读 3/10 页' };
    for (const listener of listeners) listener(event);
    end();
    for (const listener of listeners) listener(event);
    expect(heard).toEqual([event]);
  });
});
