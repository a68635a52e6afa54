import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { DeskBridge, DeskEvent } from '../../shared/contract/bridge.ts';
import { nodeEnvironment } from '../../electron/services/node-environment.ts';
import { leaveAllCases } from '../../electron/services/cases/open-cases.ts';
import { dispatch } from '../../electron/services/dispatch.ts';
import type { Environment } from '../../electron/services/environment.ts';
import { respondFromApp } from '../../electron/shell/app-protocol.ts';
import { type Dispatch, openCalls } from '../../electron/shell/calls.ts';
import { appOrigin } from '../../electron/shell/origin.ts';

/** Plain Chromium knows no `app:` scheme; a secure origin of a name that cannot exist stands in for it. */
export const bridgeOrigin = 'https://desk.invalid';

const dist = join(import.meta.dirname, '..', '..', 'dist');
const base = nodeEnvironment(join(dist, 'cli'), '0.0.0', () => undefined, new AbortController().signal);

/** The built renderer in a page, with the real services behind it. */
export interface DeskPage {
  readonly page: Page;
  /** The services' data folder. */
  readonly data: string;
  /** What the person chooses in the system's dialogs, in turn; push to it, an empty queue means that they cancel. */
  readonly choices: (readonly string[])[];
  /** What was shown in the system's file manager. */
  readonly revealed: readonly string[];
  /** Tells the page something, as the menu does. */
  readonly send: (event: DeskEvent) => Promise<void>;
  /** Says where files lie that are dropped on the page, by file name; forgotten when the page is loaded anew. */
  readonly setPaths: (paths: Readonly<Record<string, string>>) => Promise<void>;
  /** Everything that went wrong in the page: policy violations, script errors, requests beyond the application. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

/** What the page hands over to Node and what Node hands over to the page. */
interface BridgedWindow {
  desk: DeskBridge;
  deskInvoke: (id: string, input: unknown, ticket?: string) => Promise<unknown>;
  deskCancel: (ticket: string) => Promise<void>;
  deskFault: (fault: string) => void;
  deskHear: (event: unknown) => void;
  deskPaths?: Readonly<Record<string, string>>;
}

/** The key under which bytes travel as base64: Playwright carries no byte array between page and Node. */
const bytesKey = '$bytes';

/** Makes what a call answers fit to travel into the page. */
function packBytes(value: unknown): unknown {
  if (value instanceof Uint8Array) return { [bytesKey]: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(packBytes);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, packBytes(inner)]));
}

/** Turns what came from the page into what was handed over there. */
function unpackBytes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpackBytes);
  if (value === null || typeof value !== 'object') return value;
  if (bytesKey in value) return new Uint8Array(Buffer.from(String(value[bytesKey]), 'base64'));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unpackBytes(inner)]));
}

/** Puts the bridge at `window.desk`, as the preload script does in the application. Runs in the page. */
function installBridge(bytesName: string): void {
  // Playwright has put the functions there that lead to Node; the others are put there here.
  const bridged = window as unknown as BridgedWindow;
  const pack = (value: unknown): unknown => {
    if (value instanceof Uint8Array) {
      let binary = '';
      for (let start = 0; start < value.length; start += 8192) {
        binary += String.fromCharCode(...value.subarray(start, start + 8192));
      }
      return { [bytesName]: btoa(binary) };
    }
    if (Array.isArray(value)) return value.map(pack);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, pack(inner)]));
  };
  const unpack = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(unpack);
    if (value === null || typeof value !== 'object') return value;
    const bytes = (value as Readonly<Record<string, unknown>>)[bytesName];
    if (typeof bytes === 'string') return Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0));
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unpack(inner)]));
  };
  const listeners = new Set<(event: unknown) => void>();
  bridged.deskHear = (event) => listeners.forEach((listener) => listener(event));
  bridged.desk = {
    invoke: async (id, input, ticket) => unpack(await bridged.deskInvoke(id, pack(input), ticket)),
    cancel: (ticket) => void bridged.deskCancel(ticket),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pathsOf: (files) => files.flatMap((file) => (file instanceof File ? (bridged.deskPaths?.[file.name] ?? []) : [])),
  };
  document.addEventListener('securitypolicyviolation', (event) =>
    bridged.deskFault(`policy: ${event.violatedDirective} ${event.blockedURI}`),
  );
}

/** How {@link openDesk} opens it. */
export interface DeskPageOptions {
  readonly colorScheme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
  /** The application's data folder, kept for the caller; without it a new one is made and removed again. */
  readonly data?: string;
  /** What the person chooses in the system's dialogs, in turn; an empty queue means that they cancel. */
  readonly choices?: (readonly string[])[];
  /** Stands before the dispatcher, to hold an answer back or to give another one. */
  readonly dispatch?: (next: Dispatch) => Dispatch;
  /** Replaces parts of the services' environment. */
  readonly environment?: Partial<Environment>;
}

/**
 * Opens the built renderer in Chromium: its files are served from the disk under their real policy, its calls go to the
 * dispatcher, progress comes back. No server and no port.
 */
export async function openDesk(browser: Browser, options: DeskPageOptions = {}): Promise<DeskPage> {
  const ownData = options.data === undefined ? mkdtempSync(join(tmpdir(), 'desk-bridge-')) : null;
  const data = options.data ?? ownData ?? '';
  const faults: string[] = [];
  const revealed: string[] = [];
  const choices = options.choices ?? [];
  const leaving = new AbortController();
  const environment: Environment = {
    ...base,
    data,
    fontFolders: [],
    signal: leaving.signal,
    dialogs: {
      choose: () => Promise.resolve(choices.shift() ?? []),
      reveal: (path) => Promise.resolve(void revealed.push(path)),
    },
    log: (error) => faults.push(`bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
    ...options.environment,
  };
  const context = await browser.newContext({
    colorScheme: options.colorScheme ?? 'light',
    viewport: options.viewport ?? { width: 1440, height: 900 },
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
  const send = async (event: DeskEvent): Promise<void> => {
    // A page that is on its way out hears nothing any more.
    await page.evaluate((heard) => (window as unknown as BridgedWindow).deskHear(heard), event).catch(() => undefined);
  };
  const answering = options.dispatch?.(dispatch) ?? dispatch;
  const calls = openCalls(answering, environment, (event) => void send(event));
  await page.exposeBinding('deskFault', (_source, fault: string) => void faults.push(fault));
  await page.exposeBinding('deskInvoke', async ({ frame }, id: string, input: unknown, ticket?: string) => {
    if (frame !== page.mainFrame()) throw new Error('only the main frame may ask');
    return packBytes(await calls.invoke(id, unpackBytes(input), ticket));
  });
  await page.exposeBinding('deskCancel', ({ frame }, ticket: string) => {
    if (frame !== page.mainFrame()) throw new Error('only the main frame may cancel');
    calls.cancel(ticket);
  });
  await page.addInitScript(installBridge, bytesKey);
  await page.goto(`${bridgeOrigin}/index.html`);
  return {
    page,
    data,
    faults,
    choices,
    revealed,
    send,
    setPaths: (paths) => page.evaluate((given) => void ((window as unknown as BridgedWindow).deskPaths = given), paths),
    close: async () => {
      await context.close();
      leaving.abort();
      await calls.settled();
      // As the application does when its window closes; what it still had to write is written then.
      await leaveAllCases(environment);
      if (ownData !== null) rmSync(ownData, { recursive: true, force: true });
    },
  };
}
