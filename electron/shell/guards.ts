import type { WebContents } from 'electron';

/** What {@link guardContents} needs of a page. */
export type GuardedContents = Pick<WebContents, 'on' | 'setWindowOpenHandler' | 'setWebRTCIPHandlingPolicy'>;

/** Keeps a page where it is: no navigation, no redirect, no frame elsewhere, no new window, no webview, no peer. */
export function guardContents(contents: GuardedContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // Peer connections pass by both the request filter and the content security policy.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
