import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import react from '@vitejs/plugin-react';
import { build, type Rolldown } from 'vite';
import { contentSecurityPolicy } from '../../electron/shell/content-security-policy.ts';

const root = join(import.meta.dirname, '..', '..');
const origin = 'https://part.invalid';
const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  mjs: 'text/javascript',
  css: 'text/css',
  pdf: 'application/pdf',
};

/** The files of a page, by path. */
export type PageFiles = ReadonlyMap<string, Uint8Array>;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const extension = (path: string): string => path.split('.').at(-1) ?? '';

/**
 * Bundles a page that shows one part of the renderer, with the renderer's own styles; nothing is written to the disk.
 * @param entry absolute path of the page's script
 */
export async function bundlePage(entry: string): Promise<PageFiles> {
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
      rolldownOptions: { input: entry, output: { entryFileNames: 'page.js' } },
    },
  });
  const outputs = [result].flat().filter((each): each is Rolldown.RolldownOutput => 'output' in each);
  const files = new Map<string, Uint8Array>();
  let styles = ['tokens.css', 'base.css'].map((name) => readFileSync(join(root, 'renderer', 'styles', name), 'utf8'));
  for (const file of outputs.flatMap((each) => each.output)) {
    const body = file.type === 'chunk' ? file.code : file.source;
    if (extension(file.fileName) === 'css') styles = [...styles, String(body)];
    else files.set(`/${file.fileName}`, typeof body === 'string' ? bytes(body) : body);
  }
  files.set('/page.css', bytes(styles.join('\n')));
  const head = '<meta charset="utf-8"><title>part</title><link rel="stylesheet" href="/page.css">';
  files.set(
    '/',
    bytes(
      `<!doctype html><html lang="zh-CN">${head}<body><script type="module" src="/page.js"></script></body></html>`,
    ),
  );
  return files;
}

/** A page under the application's own policy, and everything that went wrong there. */
export interface TestPage {
  readonly page: Page;
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens a bundled page; whatever is not among its files is a fault. */
export async function openTestPage(
  browser: Browser,
  files: PageFiles,
  options: Pick<BrowserContextOptions, 'colorScheme' | 'viewport' | 'deviceScaleFactor'>,
): Promise<TestPage> {
  const context = await browser.newContext(options);
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
    if (url.pathname === '/favicon.ico') return route.fulfill({ status: 204 });
    const body = url.origin === origin ? files.get(url.pathname) : undefined;
    if (!body) {
      faults.push(`request: ${url.href}`);
      return route.abort();
    }
    const contentType =
      url.pathname === '/' ? 'text/html' : (types[extension(url.pathname)] ?? 'application/octet-stream');
    const headers = { 'content-security-policy': contentSecurityPolicy('none') };
    return route.fulfill({ body: Buffer.from(body), contentType, headers });
  });
  await page.goto(`${origin}/`);
  return { page, faults, close: () => context.close() };
}
