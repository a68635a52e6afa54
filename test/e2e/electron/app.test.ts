import type { WebContents } from 'electron';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { chmodSync, copyFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { JSHandle } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DeskBridge } from '../../../shared/contract/bridge.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { launchDesk, missingElectron, type RunningDesk } from '../../support/electron-app.ts';

/** The window as code inside the page sees it. */
type DeskWindow = Window & { readonly desk: DeskBridge; readonly require?: unknown; readonly process?: unknown };

describe.skipIf(missingElectron !== '')(`the application in real Electron (${missingElectron || 'sandbox on'})`, () => {
  let desk: RunningDesk;
  beforeAll(async () => {
    desk = await launchDesk();
  });
  afterAll(async () => {
    await desk.close();
  });

  it('paints the application from its own origin and is answered by the services', async () => {
    const { page } = desk;
    await page.locator('#root > *').first().waitFor();
    await expect(page.title()).resolves.toBe('法审台');
    expect(page.url()).toBe('app://desk/index.html');
    const about = await page.evaluate(() => (window as unknown as DeskWindow).desk.invoke('system.about', {}));
    expect(about).toMatchObject({ ok: true, value: { name: '法审台' } });
    expect((await page.locator('body').innerText()).trim()).not.toBe('');
    // A window that paints nothing still has text: the picture must have many colours of pixels.
    expect((await page.screenshot()).length).toBeGreaterThan(20_000);
  });

  it('runs the page in a sandboxed process without Node', async () => {
    const page = await desk.page.evaluate(() => {
      const seen = window as unknown as DeskWindow;
      return { require: typeof seen.require, process: typeof seen.process, desk: Object.keys(seen.desk).sort() };
    });
    expect(page).toEqual({
      require: 'undefined',
      process: 'undefined',
      desk: ['cancel', 'invoke', 'pathsOf', 'subscribe'],
    });
    const main = await desk.app.evaluate(({ app, BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      // Not in the published types, yet the one place that says what a page was really made with.
      const contents = window?.webContents as unknown as WebContents & { getLastWebPreferences(): unknown };
      return {
        preferences: contents.getLastWebPreferences(),
        isSpellChecking: contents.session.isSpellCheckerEnabled(),
        switches: ['no-sandbox', 'disable-web-security'].filter((name) => app.commandLine.hasSwitch(name)),
      };
    });
    expect(main.preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
    expect(main.isSpellChecking).toBe(false);
    expect(main.switches).toEqual([]);
  });

  it('serves the page under the content security policy with a nonce of its own each time', async () => {
    const policies = await desk.page.evaluate(async () => {
      const load = async (): Promise<string | null> =>
        (await fetch('app://desk/index.html')).headers.get('content-security-policy');
      return [await load(), await load()];
    });
    const nonces = policies.map((policy) => /'nonce-([\w-]{24})'/u.exec(policy ?? '')?.[1]);
    expect(policies[0]).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w-]{24}'; font-src/u,
    );
    expect(new Set(nonces).size).toBe(2);
    expect(nonces).not.toContain(undefined);
  });

  it('lets a style in that carries the nonce, and no other style, script or evaluation', async () => {
    const outcome = await desk.page.evaluate(async () => {
      const nonce = document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? '';
      const probe = document.body.appendChild(document.createElement('i'));
      const add = (name: 'style' | 'script', text: string, given = ''): void => {
        const element = document.createElement(name);
        if (given !== '') element.nonce = given;
        element.textContent = text;
        document.head.appendChild(element);
      };
      add('style', 'i { z-index: 7; position: fixed }', nonce);
      add('style', 'i { z-index: 8 !important }');
      add('script', 'window.injected = true');
      add('script', 'window.injected = true', nonce);
      // What the debugger itself evaluates is exempt from the policy; what a timer starts is not.
      const evaluation = await new Promise<string>((resolve) =>
        setTimeout(() => {
          try {
            // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- tried on purpose
            new Function('window.injected = true')();
            resolve('ran');
          } catch {
            resolve('refused');
          }
        }),
      );
      return { zIndex: getComputedStyle(probe).zIndex, injected: 'injected' in window, evaluation };
    });
    expect(outcome).toEqual({ zIndex: '7', injected: false, evaluation: 'refused' });
  });

  it('refuses every request to a network, from the page and from its session', async () => {
    let hits = 0;
    const server = createServer((_request, response) => {
      hits += 1;
      response.end('reached');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo; // a TCP server that listens has one
    const outcome = await desk.page.evaluate(async (local) => {
      const ask = (url: string): Promise<string> =>
        fetch(url).then(
          () => 'reached',
          () => 'refused',
        );
      const socket = (url: string): Promise<string> =>
        new Promise((resolve) => {
          const opened = new WebSocket(url);
          opened.onopen = () => resolve('reached');
          opened.onerror = () => resolve('refused');
        });
      const image = (url: string): Promise<string> =>
        new Promise((resolve) => {
          const element = new Image();
          element.onload = () => resolve('reached');
          element.onerror = () => resolve('refused');
          element.src = url;
        });
      return Promise.all([
        ask('https://example.invalid/'),
        ask(`http://127.0.0.1:${local}/`),
        ask('file:///etc/hostname'),
        ask('app://desk/../package.json'),
        ask('app://other/index.html'),
        socket(`ws://127.0.0.1:${local}/`),
        image(`http://127.0.0.1:${local}/pixel.png`),
      ]);
    }, port);
    // `..` is shortened by the browser itself: what is asked for is app://desk/package.json, which does not exist.
    expect(outcome).toEqual(['refused', 'refused', 'refused', 'reached', 'refused', 'refused', 'refused']);
    const fromSession = await desk.app.evaluate(async ({ BrowserWindow, session }, local) => {
      const own = BrowserWindow.getAllWindows()[0]?.webContents.session;
      const ask = (fetching: Promise<unknown> | undefined): Promise<string> =>
        fetching?.then(
          () => 'reached',
          (error: unknown) => String(error),
        ) ?? Promise.resolve('no session');
      const url = `http://127.0.0.1:${local}/`;
      return Promise.all([ask(own?.fetch(url)), ask(session.defaultSession.fetch(url))]);
    }, port);
    for (const answer of fromSession) expect(answer).toContain('ERR_BLOCKED_BY_CLIENT');
    expect(hits).toBe(0);
    server.close();
  });

  it('sends no packet for a peer connection, which neither policy nor request filter sees', async () => {
    let packets = 0;
    const server = createSocket('udp4').on('message', () => (packets += 1));
    server.bind(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address();
    /** Starts looking for a way out. */
    const probe = (): Promise<JSHandle<RTCPeerConnection>> =>
      desk.page.evaluateHandle(async (stun) => {
        const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${stun}` }] });
        peer.createDataChannel('x');
        await peer.setLocalDescription(await peer.createOffer());
        return peer;
      }, port);
    const guarded = await probe();
    await guarded.evaluate(
      (peer) =>
        new Promise<void>((resolve) => {
          const check = (): void => (peer.iceGatheringState === 'complete' ? resolve() : undefined);
          peer.onicegatheringstatechange = check;
          check();
        }),
    );
    expect(packets).toBe(0);
    // The same probe with the guard lifted, or else its silence would prove nothing.
    const setPolicy = (policy: 'default' | 'disable_non_proxied_udp'): Promise<void> =>
      desk.app.evaluate(({ BrowserWindow }, given) => {
        BrowserWindow.getAllWindows()[0]?.webContents.setWebRTCIPHandlingPolicy(given);
      }, policy);
    await setPolicy('default');
    const unguarded = await probe();
    await vi.waitFor(() => expect(packets).toBeGreaterThan(0), { timeout: 10_000 });
    await unguarded.evaluate((peer) => peer.close());
    await setPolicy('disable_non_proxied_udp');
    server.close();
  });

  it('opens no window and leaves the page where it is', async () => {
    const opened = await desk.page.evaluate(() => window.open('https://example.invalid/') === null);
    expect(opened).toBe(true);
    const attempts = await desk.app.evaluateHandle(({ BrowserWindow }) => {
      const seen: { url: string; isPrevented: boolean }[] = [];
      BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', (event) => {
        setImmediate(() => seen.push({ url: event.url, isPrevented: event.defaultPrevented }));
      });
      return seen;
    });
    // Chromium itself stops a page on its way to file: before anyone is asked.
    for (const address of ['file:///etc/hostname', 'https://example.invalid/', 'app://desk/other.html']) {
      await desk.page.evaluate((url) => window.location.assign(url), address);
    }
    const expected = ['https://example.invalid/', 'app://desk/other.html'].map((url) => ({ url, isPrevented: true }));
    await vi.waitFor(async () => expect(await attempts.jsonValue()).toEqual(expected), { timeout: 10_000 });
    expect(desk.page.url()).toBe('app://desk/index.html');
    expect(desk.app.windows()).toHaveLength(1);
  });

  it('grants no permission', async () => {
    const outcome = await desk.page.evaluate(async () => {
      const state = async (name: string): Promise<string> =>
        (await navigator.permissions.query({ name: name as PermissionName })).state;
      const refused = (asking: Promise<unknown>): Promise<string> =>
        asking.then(
          () => 'granted',
          () => 'refused',
        );
      return {
        notification: await Notification.requestPermission(),
        states: await Promise.all(['geolocation', 'camera', 'microphone', 'clipboard-read'].map(state)),
        media: await refused(navigator.mediaDevices.getUserMedia({ audio: true })),
        display: await refused(navigator.mediaDevices.getDisplayMedia()),
        clipboard: await refused(navigator.clipboard.readText()),
      };
    });
    expect(outcome.notification).toBe('denied');
    expect(outcome.states).not.toContain('granted');
    expect([outcome.media, outcome.display, outcome.clipboard]).toEqual(['refused', 'refused', 'refused']);
  });

  it('answers an unknown call and a wrong input with bad usage', async () => {
    const answers = await desk.page.evaluate(() => {
      const { desk: bridge } = window as unknown as DeskWindow;
      return Promise.all([
        bridge.invoke('system.shutdown', {}),
        bridge.invoke('__proto__', {}),
        bridge.invoke('check.run', { path: 7 }),
      ]);
    });
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'bad-usage' } });
  });

  it('reads and checks a draft, in a process of its own', async () => {
    const folder = join(desk.folder, 'resources', 'samples', 'normative', '送审材料');
    const draft = readdirSync(folder).find((name) => name.endsWith('.docx')) ?? '';
    const answer = await desk.page.evaluate(
      (input) => (window as unknown as DeskWindow).desk.invoke('check.run', input),
      { path: join(folder, draft), type: 'normative' },
    );
    expect(answer).toMatchObject({ ok: true, value: { document: { format: 'docx' } } });
    // The assertion above has shown that this is the output of the call.
    const { value } = answer as { value: CallOutput<'check.run'> };
    expect(value.document.articles).toBeGreaterThan(5);
    expect(value.findings.length).toBeGreaterThan(5);
    // It was a process of Electron's own kind, which a packaged application can start too, and it is gone.
    const left = await desk.app.evaluate(({ app }) => app.getAppMetrics().filter((one) => one.name === 'desk-parser'));
    expect(left).toEqual([]);
  });

  it('reads a PDF, whose library knows pages and Node but no process between them', async () => {
    const path = join(desk.folder, '草案.pdf');
    copyFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'pdf', 'skia.pdf'), path);
    chmodSync(path, 0o644);
    const answer = await desk.page.evaluate(
      (input) => (window as unknown as DeskWindow).desk.invoke('extract.file', input),
      { path },
    );
    expect(answer).toMatchObject({ ok: true, value: { format: 'pdf', articles: 2 } });
  });

  it('gives a frame inside the page no bridge, and loads none from an address', async () => {
    const outcome = await desk.page.evaluate(async () => {
      const open = (set: (frame: HTMLIFrameElement) => void): Promise<unknown> =>
        new Promise((resolve) => {
          const frame = document.createElement('iframe');
          set(frame);
          frame.onload = () => {
            try {
              resolve(typeof (frame.contentWindow as unknown as Partial<DeskWindow> | null)?.desk);
            } catch {
              resolve('out of reach');
            }
          };
          document.body.appendChild(frame);
        });
      return [
        await open(() => undefined),
        await open((frame) => (frame.src = 'app://desk/index.html')),
        await open((frame) => frame.setAttribute('sandbox', 'allow-scripts')),
      ];
    });
    expect(outcome[0]).toBe('undefined');
    expect(['undefined', 'out of reach']).toContain(outcome[1]);
    expect(outcome[2]).toBe('out of reach');
  });
});
