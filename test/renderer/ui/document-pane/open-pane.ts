import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import react from '@vitejs/plugin-react';
import { build, type Rolldown } from 'vite';
import { contentSecurityPolicy } from '../../../../electron/shell/content-security-policy.ts';
import type { PagePane } from './page.tsx';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const origin = 'https://pane.invalid';

/** A file that the page may load. */
interface Asset {
  readonly type: string;
  readonly body: string;
}

/** Bundles the test page once; nothing is written to the disk. */
export async function bundlePane(): Promise<ReadonlyMap<string, Asset>> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: {
      write: false,
      target: 'chrome130',
      modulePreload: false,
      rolldownOptions: { input: join(import.meta.dirname, 'page.tsx'), output: { entryFileNames: 'page.js' } },
    },
  });
  const outputs = [result].flat().filter((each): each is Rolldown.RolldownOutput => 'output' in each);
  const assets = new Map<string, Asset>();
  let styles = ['tokens.css', 'base.css'].map((name) => readFileSync(join(root, 'renderer', 'styles', name), 'utf8'));
  for (const file of outputs.flatMap((each) => each.output)) {
    if (file.type === 'chunk') assets.set(`/${file.fileName}`, { type: 'text/javascript', body: file.code });
    else styles = [...styles, String(file.source)];
  }
  assets.set('/page.css', { type: 'text/css', body: styles.join('\n') });
  assets.set('/', {
    type: 'text/html',
    body: '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>pane</title><link rel="stylesheet" href="/page.css"><body><script type="module" src="/page.js"></script></body></html>',
  });
  return assets;
}

/** The pane in a page under the application's own policy, and everything that went wrong there. */
export interface OpenPane {
  readonly page: Page;
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens the bundled page and shows a document in it. */
export async function openPane(
  browser: Browser,
  assets: ReadonlyMap<string, Asset>,
  pane: PagePane,
  options: { readonly colorScheme?: 'light' | 'dark'; readonly width?: number; readonly height?: number } = {},
): Promise<OpenPane> {
  const context = await browser.newContext({
    colorScheme: options.colorScheme ?? 'light',
    viewport: { width: options.width ?? 720, height: options.height ?? 820 },
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const asset = url.origin === origin ? assets.get(url.pathname) : undefined;
    if (url.pathname === '/favicon.ico') return route.fulfill({ status: 204 });
    if (!asset) {
      faults.push(`request: ${url.href}`);
      return route.abort();
    }
    const headers = { 'content-security-policy': contentSecurityPolicy('none') };
    return route.fulfill({ body: asset.body, contentType: asset.type, headers });
  });
  await page.goto(`${origin}/`);
  await page.evaluate((shown) => globalThis.pane.show(shown), pane);
  await page.waitForSelector('.sheet-block, .document-pane-empty');
  return { page, faults, close: () => context.close() };
}
