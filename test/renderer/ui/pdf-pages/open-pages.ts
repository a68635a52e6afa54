import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import react from '@vitejs/plugin-react';
import { build, type Rolldown } from 'vite';
import { contentSecurityPolicy } from '../../../../electron/shell/content-security-policy.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const origin = 'https://pages.invalid';
const types: Readonly<Record<string, string>> = { js: 'text/javascript', mjs: 'text/javascript', css: 'text/css' };

/** A file that the page may load. */
interface Asset {
  readonly type: string;
  readonly body: Buffer;
}

/** Bundles the test page once; nothing is written to the disk. */
export async function bundlePages(): Promise<ReadonlyMap<string, Asset>> {
  const result = await build({
    root,
    configFile: false,
    base: './',
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
    const body = Buffer.from(file.type === 'chunk' ? file.code : file.source);
    const extension = file.fileName.split('.').at(-1) ?? '';
    if (extension === 'css') styles = [...styles, body.toString()];
    else assets.set(`/${file.fileName}`, { type: types[extension] ?? 'application/octet-stream', body });
  }
  assets.set('/page.css', { type: 'text/css', body: Buffer.from(styles.join('\n')) });
  assets.set('/', {
    type: 'text/html',
    body: Buffer.from(
      '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>pages</title><link rel="stylesheet" href="/page.css"><body><script type="module" src="/page.js"></script></body></html>',
    ),
  });
  return assets;
}

/** The view of pages in a page under the application's own policy, and everything that went wrong there. */
export interface OpenPages {
  readonly page: Page;
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens the bundled page; `files` are the PDFs that it may load, by path. */
export async function openPages(
  browser: Browser,
  assets: ReadonlyMap<string, Asset>,
  files: Readonly<Record<string, Uint8Array>>,
  options: { readonly colorScheme?: 'light' | 'dark'; readonly density?: number } = {},
): Promise<OpenPages> {
  const context = await browser.newContext({
    colorScheme: options.colorScheme ?? 'light',
    viewport: { width: 900, height: 800 },
    deviceScaleFactor: options.density ?? 1,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.pathname === '/favicon.ico') return route.fulfill({ status: 204 });
    const file = files[url.pathname];
    const asset = file ? { type: 'application/pdf', body: Buffer.from(file) } : assets.get(url.pathname);
    if (url.origin !== origin || !asset) {
      faults.push(`request: ${url.href}`);
      return route.abort();
    }
    const headers = { 'content-security-policy': contentSecurityPolicy('none') };
    return route.fulfill({ body: asset.body, contentType: asset.type, headers });
  });
  await page.goto(`${origin}/`);
  await page.waitForFunction(() => 'pdfTest' in globalThis);
  return { page, faults, close: () => context.close() };
}
