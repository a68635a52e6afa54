import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { bundlePage, openTestPage, type PageFiles, type TestPage } from '../../../support/test-page.ts';

/** Bundles the test page once. */
export function bundlePages(): Promise<PageFiles> {
  return bundlePage(join(import.meta.dirname, 'page.tsx'));
}

/** Opens the bundled page; `pdfs` are those that it may load, by path. */
export async function openPages(
  browser: Browser,
  files: PageFiles,
  pdfs: Readonly<Record<string, Uint8Array>>,
  options: { readonly colorScheme?: 'light' | 'dark'; readonly density?: number } = {},
): Promise<TestPage> {
  const opened = await openTestPage(browser, new Map([...files, ...Object.entries(pdfs)]), {
    colorScheme: options.colorScheme ?? 'light',
    viewport: { width: 900, height: 800 },
    deviceScaleFactor: options.density ?? 1,
  });
  await opened.page.waitForFunction(() => 'pdfTest' in globalThis);
  return opened;
}
