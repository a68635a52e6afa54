import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskBridge } from '../../../shared/contract/bridge.ts';
import { openDesk } from '../../support/bridge.ts';
import { launchChromium, missingChromium } from '../../support/chromium.ts';

/** The window as code inside the page sees it. */
type DeskWindow = Window & { readonly desk: DeskBridge };

describe.skipIf(missingChromium !== '')(
  `the window in Chromium, over the bridge (${missingChromium || 'chromium'})`,
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launchChromium();
    });
    afterAll(async () => {
      await browser.close();
    });

    it.each(['light', 'dark'] as const)('paints what the services say of themselves (%s)', async (colorScheme) => {
      const desk = await openDesk(browser, { colorScheme });
      await desk.page.getByRole('heading', { name: '规则包' }).waitFor();
      const about = await desk.page.evaluate(() => (window as unknown as DeskWindow).desk.invoke('system.about', {}));
      expect(about).toMatchObject({ ok: true, value: { name: '法审台' } });
      // The assertion above has shown that this is the output of the call.
      const { value } = about as {
        value: { rulePacks: { title: string; notice: string | null }[]; checks: { title: string }[] };
      };
      const body = await desk.page.locator('body').innerText();
      expect(value.rulePacks.length).toBeGreaterThan(0);
      expect(value.checks.length).toBeGreaterThan(0);
      for (const { title } of [...value.rulePacks, ...value.checks]) expect(body).toContain(title);
      for (const { notice } of value.rulePacks) expect(body).toContain(notice ?? '');
      expect(desk.faults).toEqual([]);
      await desk.close();
    });

    it('fits a small window without scrolling sideways', async () => {
      const desk = await openDesk(browser);
      await desk.page.getByRole('heading', { name: '规则包' }).waitFor();
      for (const width of [1280, 960, 640]) {
        await desk.page.setViewportSize({ width, height: 720 });
        const overflow = await desk.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      }
      await desk.close();
    });

    it('says what is wrong when the packs cannot be read, and reads them again on demand', async () => {
      const missing = await openDesk(browser, { environment: { resources: '/nowhere/resources' } });
      const { page } = missing;
      await page.getByRole('alert').waitFor();
      expect(await page.getByRole('alert').innerText()).toContain('没有读到程序的基本信息');
      await page.getByRole('button', { name: '重试' }).click();
      await page.getByRole('alert').waitFor();
      await missing.close();
    });

    it('takes a submission in and brings the progress into the page', async () => {
      const desk = await openDesk(browser);
      const into = mkdtempSync(join(tmpdir(), 'desk-import-'));
      const draft = join(into, '草案.txt');
      writeFileSync(draft, '关于试行的通知\n第一条　本办法自发布之日起施行。\n');
      const { answer, heard } = await desk.page.evaluate(
        async (input) => {
          const { desk: bridge } = window as unknown as DeskWindow;
          const events: unknown[] = [];
          const end = bridge.subscribe((event) => events.push(event));
          const taken = await bridge.invoke('import.take', input);
          end();
          return { answer: taken, heard: events };
        },
        { paths: [draft], into },
      );
      expect(answer).toMatchObject({ ok: true, value: { taken: [{ name: '草案.txt' }], refused: [] } });
      expect(heard).toContainEqual(
        expect.objectContaining({ kind: 'progress', ticket: null, call: 'import.take', message: '收入：草案.txt' }),
      );
      rmSync(into, { recursive: true, force: true });
      await desk.close();
    });

    it('lets no injected markup run or reach out', async () => {
      const desk = await openDesk(browser);
      await desk.page.getByRole('heading', { name: '规则包' }).waitFor();
      const payloads = [
        '<img src="https://example.invalid/x.png" onerror="window.injected = 1">',
        '<svg onload="window.injected = 1"></svg>',
        '<iframe src="javascript:parent.injected = 1"></iframe>',
        '<iframe srcdoc="<script>parent.injected = 1</script>"></iframe>',
        '<object data="https://example.invalid/x"></object>',
        '<embed src="https://example.invalid/x">',
        '<link rel="stylesheet" href="https://example.invalid/x.css">',
        '<link rel="prefetch" href="https://example.invalid/x">',
        '<style>@import "https://example.invalid/x.css"; body { background: url(https://example.invalid/x) }</style>',
        '<video src="https://example.invalid/x.mp4" autoplay></video>',
        '<base href="https://example.invalid/">',
        '<form action="https://example.invalid/"><button autofocus onfocus="window.injected = 1">x</button></form>',
        '<details open ontoggle="window.injected = 1">x</details>',
        '<a href="javascript:window.injected = 1" id="bait">x</a>',
      ];
      const wasInjected = await desk.page.evaluate(async (markups) => {
        for (const markup of markups) document.body.insertAdjacentHTML('beforeend', markup);
        document.getElementById('bait')?.click();
        document.querySelector('form')?.submit();
        for (const text of ['window.injected = 1', 'import("https://example.invalid/x.js")']) {
          const script = document.createElement('script');
          script.textContent = text;
          document.body.append(script);
        }
        // Two frames: what the markup starts by itself has started by then.
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        return 'injected' in window;
      }, payloads);
      expect(wasInjected).toBe(false);
      expect(desk.faults.filter((fault) => fault.startsWith('request:'))).toEqual([]);
      expect(desk.faults.filter((fault) => fault.startsWith('policy:')).length).toBeGreaterThan(8);
      await desk.close();
    });
  },
);
