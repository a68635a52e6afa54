import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskBridge } from '../../../shared/contract/bridge.ts';
import { seriousProblems } from '../../support/axe.ts';
import { openDesk, type DeskPage } from '../../support/bridge.ts';
import { launchChromium, missingChromium } from '../../support/chromium.ts';

/** The window as code inside the page sees it. */
type DeskWindow = Window & { readonly desk: DeskBridge };

/** Opens the desk and, in it, the sample of a normative document. */
async function openSample(browser: Browser): Promise<DeskPage> {
  const desk = await openDesk(browser);
  await desk.page.getByRole('button', { name: '打开示例：规范性文件' }).click();
  await desk.page.getByRole('heading', { name: '收下的文件' }).waitFor();
  return desk;
}

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

    it.each(['light', 'dark'] as const)(
      'leads a new user from the first start into a sample (%s)',
      async (colorScheme) => {
        const desk = await openDesk(browser, { colorScheme });
        const { page } = desk;
        await page.getByRole('heading', { name: '从一份送审材料开始' }).waitFor();
        expect(await seriousProblems(page)).toEqual([]);
        await page.getByRole('button', { name: '打开示例：规范性文件' }).press('Enter');
        await page.getByRole('heading', { name: '收下的文件' }).waitFor();
        expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('卧龙区农贸市场管理办法');
        expect(await page.getByRole('radio', { name: /以《.*送审稿.*》为审查稿/u }).isChecked()).toBe(true);
        await page.getByText(/^检查 \d+ 项/u).waitFor();
        expect(await seriousProblems(page)).toEqual([]);
        await page.getByRole('button', { name: '案卷' }).click();
        await page.getByRole('button', { name: /^卧龙区农贸市场管理办法/u }).waitFor();
        expect(await seriousProblems(page)).toEqual([]);
        expect(desk.faults).toEqual([]);
        await desk.close();
      },
    );

    it('keeps what is typed, takes it back and does it again', async () => {
      const desk = await openSample(browser);
      const { page } = desk;
      const registration = page.getByLabel('登记号');
      await registration.fill('宛龙法审登〔2026〕17号');
      await page.getByText('宛龙法审登〔2026〕17号 ·').waitFor();
      await page.locator('.status-saved').waitFor();
      await page.getByRole('heading', { level: 1 }).click();
      await page.keyboard.press('Control+z');
      await expect.poll(() => registration.inputValue()).toBe('');
      await page.keyboard.press('Control+Shift+z');
      await expect.poll(() => registration.inputValue()).toBe('宛龙法审登〔2026〕17号');
      await desk.send({ kind: 'command', command: 'undo' });
      await expect.poll(() => registration.inputValue()).toBe('');
      await page.keyboard.press('Control+s');
      await page.getByText('一切已经保存').waitFor();
      expect(desk.faults).toEqual([]);
      await desk.close();
    });

    it('gives a draft of another type its own materials, and marks what is missing', async () => {
      const desk = await openSample(browser);
      const { page } = desk;
      await page
        .getByRole('radiogroup', { name: '公开征求意见材料' })
        .getByRole('radio', { name: '无', exact: true })
        .check();
      await page.getByText(/缺必备材料 1 项：公开征求意见材料/u).waitFor();
      await page.getByRole('radio', { name: '政府协议' }).check();
      await page.getByRole('radiogroup', { name: '协议说明' }).waitFor();
      expect(await page.getByRole('radiogroup', { name: '公开征求意见材料' }).count()).toBe(0);
      await desk.close();
    });

    it('reaches rooms, cases, help and keys without a mouse', async () => {
      const desk = await openSample(browser);
      const { page } = desk;
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: '全部操作' }).fill('前往 案卷');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: /^卧龙区农贸市场管理办法/u }).waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type('农贸');
      await page.locator('.cases-hit').first().waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('heading', { name: '案卷' }).click();
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: '快捷键' }).waitFor();
      expect(await seriousProblems(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('F1');
      await page.getByRole('dialog', { name: '使用说明' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /审计 #/u }).click();
      await page.getByText('记录完整，前后相连').waitFor();
      expect(await seriousProblems(page)).toEqual([]);
      await page.keyboard.press('Escape');
      const visited = new Set<string>();
      for (let pane = 0; pane < 8; pane += 1) {
        await page.keyboard.press('F6');
        visited.add(
          await page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane') ?? ''),
        );
      }
      expect([...visited].toSorted()).toEqual(['cases', 'head', 'rail', 'status']);
      expect(desk.faults).toEqual([]);
      await desk.close();
    });

    it('shows how far a long import is and lets it be cancelled', async () => {
      const desk = await openDesk(browser, {
        dispatch: (next) => async (id, input, environment) => {
          if (id !== 'cases.take-sample') return next(id, input, environment);
          environment.progress('收入：草案.docx', { done: 1, total: 4 });
          await new Promise((resolve) => environment.signal.addEventListener('abort', resolve, { once: true }));
          return { ok: false, error: { code: 'cancelled', message: '已取消导入，未收入任何文件。', data: null } };
        },
      });
      const { page } = desk;
      await page.getByRole('button', { name: '打开示例：政府协议' }).click();
      await page.getByText('收入：草案.docx').waitFor();
      expect(await page.getByRole('progressbar').getAttribute('max')).toBe('4');
      await page.getByRole('button', { name: '取消' }).click();
      await page.getByText('已取消导入，未收入任何文件。').waitFor();
      await page.getByRole('heading', { name: '从一份送审材料开始' }).waitFor();
      await desk.close();
    });

    it('takes in what is dropped on it, and names what it does not take', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'desk-drop-'));
      const names = ['关于试行的办法（草案）.txt', '照片.bin'];
      writeFileSync(join(folder, '关于试行的办法（草案）.txt'), '关于试行的办法\n第一条　本办法自发布之日起施行。\n');
      writeFileSync(join(folder, '照片.bin'), Buffer.from([0, 1, 2, 3, 255, 254]));
      const desk = await openDesk(browser);
      const { page } = desk;
      await page.getByRole('heading', { name: '从一份送审材料开始' }).waitFor();
      await desk.setPaths(Object.fromEntries(names.map((name) => [name, join(folder, name)])));
      await page.evaluate((dropped) => {
        const dataTransfer = new DataTransfer();
        for (const name of dropped) dataTransfer.items.add(new File(['x'], name));
        const event = { dataTransfer, bubbles: true, cancelable: true };
        document.body.dispatchEvent(new DragEvent('dragover', event));
        document.body.dispatchEvent(new DragEvent('drop', event));
      }, names);
      await page.getByRole('heading', { name: /未收的文件/u }).waitFor();
      expect(await page.locator('.intake-refused').innerText()).toContain('照片.bin');
      expect(await page.locator('.intake-table').innerText()).toContain('关于试行的办法（草案）.txt');
      rmSync(folder, { recursive: true, force: true });
      await desk.close();
    });

    it('fits a small window without scrolling sideways', async () => {
      const desk = await openSample(browser);
      for (const width of [2560, 1280, 960, 640]) {
        await desk.page.setViewportSize({ width, height: 720 });
        const overflow = await desk.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      }
      await desk.close();
    });

    it('says what is wrong when the cases cannot be read, and reads them again on demand', async () => {
      let isBroken = true;
      const desk = await openDesk(browser, {
        dispatch: (next) => (id, input, environment) =>
          id === 'cases.list' && isBroken
            ? Promise.resolve({
                ok: false,
                error: { code: 'not-readable', message: '案卷文件夹读不出来。', data: null },
              })
            : next(id, input, environment),
      });
      const { page } = desk;
      await page.getByRole('alert').waitFor();
      expect(await page.getByRole('alert').innerText()).toContain('案卷文件夹读不出来。');
      isBroken = false;
      await page.getByRole('button', { name: '重试' }).click();
      await page.getByRole('heading', { name: '从一份送审材料开始' }).waitFor();
      await desk.close();
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
      await desk.page.getByRole('heading', { name: '从一份送审材料开始' }).waitFor();
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
