import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { type GuardedContents, guardContents } from '../../../electron/shell/guards.ts';

describe('a guarded page', () => {
  const events = new EventEmitter();
  const given = { open: (): unknown => undefined, policy: '' };
  const contents = Object.assign(events, {
    setWindowOpenHandler: (handler: () => unknown) => (given.open = handler),
    setWebRTCIPHandlingPolicy: (policy: string) => (given.policy = policy),
  });
  // The fake has the members that are used and none of the hundred others.
  guardContents(contents as unknown as GuardedContents);

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('prevents %s', (name) => {
    let isPrevented = false;
    events.emit(name, { preventDefault: () => (isPrevented = true) });
    expect(isPrevented).toBe(true);
  });

  it('opens no window', () => {
    expect(given.open()).toEqual({ action: 'deny' });
  });

  it('lets no peer connection past the request filter', () => {
    expect(given.policy).toBe('disable_non_proxied_udp');
  });
});
