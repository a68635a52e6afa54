import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportOpinion } from '../../../../electron/services/export/export-opinion.ts';
import { launchChromium, missingChromium } from '../../../support/chromium.ts';
import { fixedEnvironment } from '../../../support/environment.ts';
import { plainOpinion, sampleOpinion } from '../../../support/sample-opinion.ts';
import { bundlePages, openPages } from './open-pages.ts';

/** The share of dark pixels in the canvas of a page; null where nothing is painted. */
function inkOf(page: Page, number: number): Promise<number | null> {
  return page.evaluate((wanted) => {
    const canvas = document.querySelector<HTMLCanvasElement>(`[data-page="${wanted}"] canvas`);
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    if (!pixels) return null;
    let dark = 0;
    for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 128) dark += 1;
    return dark / (pixels.length / 4);
  }, number);
}

const isPainted = (page: Page, number: number) =>
  page.waitForSelector(`[data-page="${number}"] canvas`, { state: 'attached' });

describe.skipIf(missingChromium !== '')(`the view of PDF pages (${missingChromium || 'chromium'})`, () => {
  let browser: Browser;
  let assets: Awaited<ReturnType<typeof bundlePages>>;
  let files: Readonly<Record<string, Uint8Array>>;
  beforeAll(async () => {
    const environment = fixedEnvironment();
    const [opinion, long] = [
      await exportOpinion(sampleOpinion, null, environment),
      await exportOpinion(plainOpinion(120), null, environment),
    ];
    files = { '/opinion.pdf': opinion.pdf, '/long.pdf': long.pdf, '/broken.pdf': new TextEncoder().encode('no pdf') };
    [browser, assets] = await Promise.all([launchChromium(), bundlePages()]);
  });
  afterAll(async () => {
    await browser.close();
  });

  it('paints real glyphs under the policy of the application, and asks for nothing beyond it', async () => {
    const { page, faults, close } = await openPages(browser, assets, files);
    await page.evaluate(() => globalThis.pdfTest.show('/opinion.pdf'));
    await isPainted(page, 1);
    const ink = await inkOf(page, 1);
    // A page of official layout is inked by a few hundredths; boxes for missing glyphs or a blank page are not.
    expect(ink).toBeGreaterThan(0.02);
    expect(ink).toBeLessThan(0.2);
    const [took] = await page.evaluate(() =>
      performance.getEntriesByName('pdf-pages: first page').map((entry) => entry.duration),
    );
    console.log(`first page painted ${took?.toFixed(0)} ms after its bytes were there`);
    expect(faults).toEqual([]);
    await close();
  });

  it('paints as many pixels as the screen has', async () => {
    const { page, close } = await openPages(browser, assets, files, { density: 2 });
    await page.evaluate(() => globalThis.pdfTest.show('/opinion.pdf'));
    await isPainted(page, 1);
    const widths = () =>
      page.$eval('[data-page="1"] canvas', (canvas) => ({
        shown: canvas.getBoundingClientRect().width,
        painted: canvas instanceof HTMLCanvasElement ? canvas.width : 0,
      }));
    const before = await widths();
    expect(Math.abs(before.painted - 2 * before.shown)).toBeLessThan(3);
    await page.getByRole('region', { name: '意见' }).press('+');
    await page.waitForFunction((painted) => {
      const canvas = document.querySelector<HTMLCanvasElement>('[data-page="1"] canvas');
      return canvas !== null && canvas.width > painted;
    }, before.painted);
    const after = await widths();
    expect(Math.abs(after.painted - 2 * after.shown)).toBeLessThan(3);
    await close();
  });

  it('paints only what is near the view, and what one scrolls to', async () => {
    const { page, close } = await openPages(browser, assets, files);
    await page.evaluate(() => globalThis.pdfTest.show('/long.pdf'));
    await isPainted(page, 1);
    const count = await page.locator('[data-page]').count();
    expect(count).toBeGreaterThan(6);
    expect(await inkOf(page, count)).toBeNull();
    await page.evaluate((last) => globalThis.pdfTest.goTo({ page: last, top: 0 }), count);
    await isPainted(page, count);
    expect(await inkOf(page, count)).toBeGreaterThan(0);
    await page.waitForFunction(() => document.querySelector('[data-page="1"] canvas') === null);
    expect(await page.getByRole('toolbar').innerText()).toContain(`${count} / ${count} 页`);
    await close();
  });

  it('names every page and gives a screen reader its words', async () => {
    const { page, close } = await openPages(browser, assets, files);
    await page.evaluate(() => globalThis.pdfTest.show('/opinion.pdf'));
    const first = page.getByRole('group', { name: /^第1页，共\d+页$/u });
    await first.getByText('宛龙司审').waitFor({ state: 'attached' });
    expect((await first.innerText()).replace(/\s/gu, '')).toContain('卧龙区人民政府：');
    await close();
  });

  it('finds the headings in order, across pages', async () => {
    const { page, close } = await openPages(browser, assets, files);
    await page.evaluate(() => globalThis.pdfTest.show('/opinion.pdf'));
    await page.getByText('宛龙司审').waitFor({ state: 'attached' });
    const places = await page.evaluate(() =>
      globalThis.pdfTest.find(['一、送审情况', '二、审核依据和方式', '没有这一节', '四、具体意见']),
    );
    expect(places[0]).toMatchObject({ page: 1 });
    expect(places[2]).toBeNull();
    const [first, second, fourth] = [places[0], places[1], places[3]].map((place) =>
      place ? place.page + place.top : Number.NaN,
    );
    expect(second).toBeGreaterThan(first ?? Number.NaN);
    expect(fourth).toBeGreaterThan(second ?? Number.NaN);
    await close();
  });

  it('keeps the old pages until the new ones are painted', async () => {
    const { page, close } = await openPages(browser, assets, files);
    await page.evaluate(() => globalThis.pdfTest.show('/opinion.pdf'));
    await isPainted(page, 1);
    const wasEmpty = await page.evaluate(async () => {
      const holder = document.querySelector('[data-page="1"] .pdf-page-canvas');
      const old = holder?.firstChild ?? null;
      let empty = false;
      const replaced = new Promise<void>((resolve) => {
        const look = (): void => {
          empty ||= holder?.isConnected !== true || holder.firstChild === null;
          if (empty || holder?.firstChild !== old) resolve();
          else requestAnimationFrame(look);
        };
        look();
      });
      await globalThis.pdfTest.show('/long.pdf');
      await replaced;
      return empty;
    });
    expect(wasEmpty).toBe(false);
    await close();
  });

  it('shows a sheet while there is nothing, and says so when the bytes are no PDF', async () => {
    const { page, close } = await openPages(browser, assets, files);
    await page.evaluate(() => globalThis.pdfTest.show(null));
    await page.getByRole('status').waitFor();
    expect(await page.getByRole('status').innerText()).toContain('正在排版');
    await page.evaluate(() => globalThis.pdfTest.show('/broken.pdf'));
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('页面没有显示出来');
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByRole('alert').waitFor();
    await close();
  });
});
