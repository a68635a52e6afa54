import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { bundlePage, openTestPage, type PageFiles, type TestPage } from '../../../support/test-page.ts';
import type { PagePane } from './page.tsx';

/** Bundles the test page once. */
export function bundlePane(): Promise<PageFiles> {
  return bundlePage(join(import.meta.dirname, 'page.tsx'));
}

/** Opens the bundled page and shows a document in it. */
export async function openPane(
  browser: Browser,
  files: PageFiles,
  pane: PagePane,
  options: { readonly colorScheme?: 'light' | 'dark'; readonly width?: number; readonly height?: number } = {},
): Promise<TestPage> {
  const opened = await openTestPage(browser, files, {
    colorScheme: options.colorScheme ?? 'light',
    viewport: { width: options.width ?? 720, height: options.height ?? 820 },
  });
  await opened.page.evaluate((shown) => globalThis.pane.show(shown), pane);
  await opened.page.waitForSelector('.sheet-block, .document-pane-empty');
  return opened;
}
