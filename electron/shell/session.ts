import type { Session } from 'electron';
import { randomBytes } from 'node:crypto';
import { respondFromApp } from './app-protocol.ts';
import { appScheme, isAppUrl } from './origin.ts';

/** What {@link hardenSession} needs of a session. */
export type HardenedSession = Pick<
  Session,
  | 'webRequest'
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setBluetoothPairingHandler'
  | 'setCertificateVerifyProc'
  | 'setSpellCheckerEnabled'
  | 'on'
>;

/** Denies every permission and device, cancels every request that leaves the application, and stops every download. */
export function hardenSession(session: HardenedSession): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.on('select-serial-port', (event, _ports, _contents, answer) => {
    event.preventDefault();
    answer('');
  });
  session.on('select-hid-device', (event, _details, answer) => {
    event.preventDefault();
    answer();
  });
  session.on('select-usb-device', (event, _details, answer) => {
    event.preventDefault();
    answer();
  });
  session.on('file-system-access-restricted', (_event, _details, answer) => answer('deny'));
  // Nobody is reached whose certificate could be good; -2 is Chromium's "refused".
  session.setCertificateVerifyProc((_request, answer) => answer(-2));
  // The spellchecker would fetch dictionaries.
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isAppUrl(details.url) }));
  session.on('will-download', (event) => event.preventDefault());
}

/** Serves the built renderer at the application's own scheme, with a fresh nonce for every answer. */
export function serveApp(protocol: Pick<Session['protocol'], 'handle'>, folder: string): void {
  protocol.handle(appScheme, async (request) => {
    const nonce = randomBytes(18).toString('base64url');
    const answer = await respondFromApp(request, folder, nonce);
    return new Response(answer.body, { status: answer.status, headers: { ...answer.headers } });
  });
}
