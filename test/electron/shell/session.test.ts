import fc from 'fast-check';
import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { type HardenedSession, hardenSession } from '../../../electron/shell/session.ts';
import { hostileUrls } from '../../support/hostile-urls.ts';

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
    setBluetoothPairingHandler: keep('pairing'),
    setCertificateVerifyProc: keep('certificate'),
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

  it(`cancels a request to each of ${hostileUrls.length} hostile addresses`, () => {
    expect(hostileUrls.length).toBeGreaterThan(200);
    for (const url of hostileUrls) {
      expect([url, answerOf(handlers.get('before'), { url })]).toEqual([url, { cancel: true }]);
    }
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

  it.each([
    ['select-serial-port', [[{ portId: 'x' }], null], ['']],
    ['select-hid-device', [{ deviceList: [{ deviceId: 'x' }] }], []],
    ['select-usb-device', [{ deviceList: [{ deviceId: 'x' }] }], []],
  ])('chooses nothing on %s', (name, details, answer) => {
    let isPrevented = false;
    const answers: unknown[][] = [];
    const reply = (...words: unknown[]): unknown => answers.push(words);
    events.emit(name, { preventDefault: () => (isPrevented = true) }, ...details, reply);
    expect(isPrevented).toBe(true);
    expect(answers).toEqual([answer]);
  });

  it('pairs with nothing, opens no blocked folder and trusts no certificate', () => {
    expect(answerOf(handlers.get('pairing'), { pairingKind: 'confirm' })).toEqual({ confirmed: false });
    expect(answerOf(handlers.get('certificate'), { hostname: 'example.invalid', errorCode: 0 })).toBe(-2);
    const answers: unknown[] = [];
    events.emit('file-system-access-restricted', {}, { path: '/' }, (answer: unknown) => answers.push(answer));
    expect(answers).toEqual(['deny']);
  });

  it('stops every download', () => {
    let isPrevented = false;
    events.emit('will-download', { preventDefault: () => (isPrevented = true) });
    expect(isPrevented).toBe(true);
  });
});
