import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { DeskBridge, DeskEvent } from '../../shared/contract/bridge.ts';
import { isCallId } from '../../shared/contract/contract.ts';
import { nodeEnvironment } from '../../electron/services/node-environment.ts';
import { dispatch } from '../../electron/services/dispatch.ts';
import type { Environment } from '../../electron/services/environment.ts';
import { respondFromApp } from '../../electron/shell/app-protocol.ts';
import { appOrigin } from '../../electron/shell/origin.ts';

/** Plain Chromium knows no `app:` scheme; a secure origin of a name that cannot exist stands in for it. */
export const bridgeOrigin = 'https://desk.invalid';

const dist = join(import.meta.dirname, '..', '..', 'dist');
const base = nodeEnvironment(join(dist, 'cli'), '0.0.0', () => undefined, new AbortController().signal);

/** The built renderer in a page, with the real services behind it. */
export interface DeskPage {
  readonly page: Page;
  /** Everything that went wrong in the page: policy violations, script errors, requests beyond the application. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

/** What the page hands over to Node and what Node hands over to the page. */
interface BridgedWindow {
  desk: DeskBridge;
  deskInvoke: (id: string, input: unknown) => Promise<unknown>;
  deskFault: (fault: string) => void;
  deskHear: (event: unknown) => void;
}

/** Puts the bridge at `window.desk`, as the preload script does in the application. Runs in the page. */
function installBridge(): void {
  // Playwright has put the two functions there; the other two are put there here.
  const bridged = window as unknown as BridgedWindow;
  const listeners = new Set<(event: unknown) => void>();
  bridged.deskHear = (event) => listeners.forEach((listener) => listener(event));
  bridged.desk = {
    invoke: (id, input) => bridged.deskInvoke(id, input),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  document.addEventListener('securitypolicyviolation', (event) =>
    bridged.deskFault(`policy: ${event.violatedDirective} ${event.blockedURI}`),
  );
}

/**
 * Opens the built renderer in Chromium: its files are served from the disk under their real policy, its calls go to the
 * dispatcher, progress comes back. No server and no port.
 * @param changes replaces parts of the services' environment
 */
export async function openDesk(
  browser: Browser,
  options: { readonly colorScheme?: 'light' | 'dark'; readonly environment?: Partial<Environment> } = {},
): Promise<DeskPage> {
  const data = mkdtempSync(join(tmpdir(), 'desk-bridge-'));
  const faults: string[] = [];
  const environment: Environment = {
    ...base,
    data,
    fontFolders: [],
    log: (error) => faults.push(`bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
    ...options.environment,
  };
  const context = await browser.newContext({
    colorScheme: options.colorScheme ?? 'light',
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  await page.route('**/*', async (route) => {
    const request = route.request();
    if (!request.url().startsWith(`${bridgeOrigin}/`)) {
      faults.push(`request: ${request.url()}`);
      return route.abort();
    }
    const url = appOrigin + request.url().slice(bridgeOrigin.length);
    const nonce = randomBytes(18).toString('base64url');
    const answer = await respondFromApp({ method: request.method(), url }, join(dist, 'renderer'), nonce);
    return route.fulfill({ ...answer, headers: { ...answer.headers }, body: Buffer.from(answer.body) });
  });
  await page.exposeBinding('deskFault', (_source, fault: string) => void faults.push(fault));
  await page.exposeBinding('deskInvoke', ({ frame }, id: string, input: unknown) => {
    if (frame !== page.mainFrame()) throw new Error('only the main frame may ask');
    const progress = (message: string): void => {
      if (!isCallId(id)) return;
      const event: DeskEvent = { kind: 'progress', call: id, message };
      void page.evaluate((heard) => (window as unknown as BridgedWindow).deskHear(heard), event).catch(() => undefined);
    };
    return dispatch(id, input, { ...environment, progress });
  });
  await page.addInitScript(installBridge);
  await page.goto(`${bridgeOrigin}/index.html`);
  return {
    page,
    faults,
    close: async () => {
      await context.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
