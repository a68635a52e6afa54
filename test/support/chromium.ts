import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const folders = (process.env['PATH'] ?? '').split(delimiter);
const executable = ['chromium', 'chromium-browser', 'google-chrome']
  .flatMap((name) => folders.map((folder) => join(folder, name)))
  .find(existsSync);

/** What a test title says when there is no Chromium on this machine; empty where there is one. */
export const missingChromium = executable === undefined ? 'needs chromium' : '';

/** Starts the system's Chromium, cut off from every network: no name resolves, no proxy, nothing in the background. */
export async function launchChromium(): Promise<Browser> {
  if (executable === undefined) throw new Error(missingChromium);
  return chromium.launch({
    executablePath: executable,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-gpu',
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--no-proxy-server',
    ],
  });
}
