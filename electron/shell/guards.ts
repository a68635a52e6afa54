import type { App, WebContents } from 'electron';
import { parserServiceName } from './utility-parser.ts';

/** What {@link guardContents} needs of a page. */
export type GuardedContents = Pick<WebContents, 'on' | 'setWindowOpenHandler' | 'setWebRTCIPHandlingPolicy'>;

/**
 * Keeps a page where it is: no navigation, no redirect, no frame elsewhere, no new window, no webview, no peer, no
 * device and no way to keep the window from closing.
 */
export function guardContents(contents: GuardedContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // Prevented is what would have been prevented: a page that will not be unloaded is unloaded all the same.
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event, _devices, answer) => {
    event.preventDefault();
    answer('');
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // Peer connections pass by both the request filter and the content security policy.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** What {@link guardApp} needs of the application. */
export type GuardedApp = Pick<App, 'on'>;

/**
 * Answers what a server could ask of the application, were one ever reached: no certificate is accepted, none is
 * presented, nobody logs in. A process of Chromium's that dies is logged.
 */
export function guardApp(app: GuardedApp, log: (error: unknown) => void): void {
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
  app.on('select-client-certificate', (event, _contents, _url, _list, answer) => {
    event.preventDefault();
    answer();
  });
  app.on('login', (event, _contents, _request, _info, answer) => {
    event.preventDefault();
    answer();
  });
  app.on('child-process-gone', (_event, { type, name, reason, exitCode }) => {
    // A parser that has done its work is killed outright, and says itself why when it could not do it.
    if (reason === 'clean-exit' || name === parserServiceName) return;
    log(
      new Error(`a process of type ${type}${name === undefined ? '' : ` (${name})`} is gone: ${reason}, ${exitCode}`),
    );
  });
}
