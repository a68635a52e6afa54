import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { guardApp, type GuardedApp, type GuardedContents, guardContents } from '../../../electron/shell/guards.ts';
import { hostileUrls } from '../../support/hostile-urls.ts';

/** Emits what Electron would, and says whether a listener prevented what would have followed. */
function isPrevented(emitter: EventEmitter, name: string, url: string, ...given: unknown[]): boolean {
  let isHeld = false;
  emitter.emit(name, { url, preventDefault: () => (isHeld = true) }, ...given);
  return isHeld;
}

describe('a guarded page', () => {
  const events = new EventEmitter();
  const given: { open: (details: { url: string }) => unknown; policy: string } = { open: () => undefined, policy: '' };
  const contents = Object.assign(events, {
    setWindowOpenHandler: (handler: typeof given.open) => (given.open = handler),
    setWebRTCIPHandlingPolicy: (policy: string) => (given.policy = policy),
  });
  // The fake has the members that are used and none of the hundred others.
  guardContents(contents as unknown as GuardedContents);

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    `prevents %s to each of ${hostileUrls.length} hostile addresses and to its own`,
    (name) => {
      expect(hostileUrls.length).toBeGreaterThan(200);
      const passed = [...hostileUrls, 'app://desk/index.html'].filter((url) => !isPrevented(events, name, url, url));
      expect(passed).toEqual([]);
    },
  );

  it(`opens no window, at none of ${hostileUrls.length} hostile addresses nor at its own`, () => {
    for (const url of [...hostileUrls, 'app://desk/index.html'])
      expect(given.open({ url })).toEqual({ action: 'deny' });
  });

  it('lets no peer connection past the request filter', () => {
    expect(given.policy).toBe('disable_non_proxied_udp');
  });

  it('can always be unloaded: a page that would not go is not asked', () => {
    expect(isPrevented(events, 'will-prevent-unload', '')).toBe(true);
  });

  it('is given no Bluetooth device', () => {
    const answers: unknown[] = [];
    expect(
      isPrevented(events, 'select-bluetooth-device', '', [{ deviceId: 'x' }], (id: unknown) => answers.push(id)),
    ).toBe(true);
    expect(answers).toEqual(['']);
  });
});

describe('the guarded application', () => {
  const app = new EventEmitter();
  const logged: unknown[] = [];
  // The fake has the members that are used and none of the hundred others.
  guardApp(app as unknown as GuardedApp, (error) => logged.push(error));

  it.each([
    ['certificate-error', ['https://example.invalid/', 'net::ERR_CERT_INVALID', {}], [false]],
    ['select-client-certificate', ['https://example.invalid/', [{ subjectName: '张三' }]], []],
    ['login', [{ url: 'https://example.invalid/' }, { isProxy: true }], []],
  ])('gives a server nothing on %s', (name, details, answer) => {
    const answers: unknown[][] = [];
    const reply = (...words: unknown[]): unknown => answers.push(words);
    expect(isPrevented(app, name, '', null, ...details, reply)).toBe(true);
    expect(answers).toEqual([answer]);
  });

  it('writes down which process died, but neither one that ended nor a parser that was ended', () => {
    const die = (details: object): unknown => app.emit('child-process-gone', {}, details);
    die({ type: 'GPU', reason: 'crashed', exitCode: 139 });
    die({ type: 'Utility', name: 'Network Service', reason: 'oom', exitCode: 1 });
    die({ type: 'Utility', name: 'desk-parser', reason: 'killed', exitCode: 9 });
    die({ type: 'GPU', reason: 'clean-exit', exitCode: 0 });
    expect(logged.map(String)).toEqual([
      'Error: a process of type GPU is gone: crashed, 139',
      'Error: a process of type Utility (Network Service) is gone: oom, 1',
    ]);
  });
});
