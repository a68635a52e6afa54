import fc from 'fast-check';
import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { type HardenedSession, hardenSession } from '../../../electron/shell/session.ts';

type Callback = (...args: unknown[]) => unknown;

/** Stands in for Electron's session and keeps the handlers it is given. */
function recordSession(): { readonly handlers: Map<string, Callback>; readonly events: EventEmitter } {
  const handlers = new Map<string, Callback>();
  const events = new EventEmitter();
  const keep = (name: string) => (handler: Callback) => void handlers.set(name, handler);
  const session = {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    setDisplayMediaRequestHandler: keep('display'),
    setSpellCheckerEnabled: (isEnabled: boolean) => void handlers.set('spelling', () => isEnabled),
    webRequest: { onBeforeRequest: keep('before') },
    on: (name: string, listener: Callback) => events.on(name, listener),
  };
  // The fake has the members that are used and none of the hundred others.
  hardenSession(session as unknown as HardenedSession);
  return { handlers, events };
}

/** What a handler that answers through its last argument answers. */
function answerOf(handler: Callback | undefined, ...args: unknown[]): unknown {
  let answer: unknown;
  handler?.(...args, (given: unknown) => (answer = given));
  return answer;
}

const permissions = [
  'clipboard-read',
  'clipboard-sanitized-write',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'keyboardLock',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'notifications',
  'openExternal',
  'pointerLock',
  'serial',
  'speaker-selection',
  'storage-access',
  'top-level-storage-access',
  'unknown',
  'usb',
  'window-management',
  'a name of a later version',
];

describe('a hardened session', () => {
  const { handlers, events } = recordSession();

  it.each(permissions)('denies the permission %s, asked or checked', (permission) => {
    expect(answerOf(handlers.get('request'), null, permission)).toBe(false);
    expect(handlers.get('check')?.(null, permission, 'app://desk')).toBe(false);
  });

  it('denies every device and every capture of the screen, and has no spellchecker that would fetch dictionaries', () => {
    expect(handlers.get('device')?.({ deviceType: 'usb' })).toBe(false);
    expect(answerOf(handlers.get('display'), {})).toEqual({});
    expect(handlers.get('spelling')?.()).toBe(false);
  });

  it.each([
    'https://example.invalid/',
    'http://127.0.0.1/',
    'ws://127.0.0.1:9222/',
    'wss://example.invalid/',
    'file:///etc/passwd',
    'file://server/share/x',
    '\\\\server\\share\\x',
    'ftp://example.invalid/',
    'devtools://devtools/bundled/inspector.html',
    'chrome://gpu',
    'chrome-extension://aaaa/x.js',
    'about:blank',
    'data:text/html,x',
    'blob:https://example.invalid/1',
    'javascript:alert(1)',
    'app://evil/index.html',
    'app://desk.evil/',
    'app://desk@evil/',
    'app://desk:8080/',
    'App.://desk/',
    'app',
    '',
  ])('cancels the request %j', (url) => {
    expect(answerOf(handlers.get('before'), { url })).toEqual({ cancel: true });
  });

  it('cancels whatever is not its own', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.constantFrom('http', 'https', 'ws', 'wss', 'file', 'ftp', 'appx'), fc.string(), fc.string()),
        ([scheme, host, path]) => {
          const answer = answerOf(handlers.get('before'), { url: `${scheme}://${host}/${path}` });
          return JSON.stringify(answer) === '{"cancel":true}';
        },
      ),
      { numRuns: 1000, seed: 20260301 },
    );
  });

  it('lets its own files through', () => {
    expect(answerOf(handlers.get('before'), { url: 'app://desk/assets/index.js' })).toEqual({ cancel: false });
  });

  it('stops every download', () => {
    let isPrevented = false;
    events.emit('will-download', { preventDefault: () => (isPrevented = true) });
    expect(isPrevented).toBe(true);
  });
});
