import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, type DeskPage } from '../../support/bridge.ts';
import { launchChromium, missingChromium } from '../../support/chromium.ts';
import { decideSample } from '../../support/decided-case.ts';
import { fixedEnvironment } from '../../support/environment.ts';

/** Opens the first case of the register and goes to one of its rooms. */
async function enter(page: Page, room: '意见' | '签发'): Promise<void> {
  await page.locator('.cases-name').first().click();
  const step = page.getByRole('navigation', { name: '办理环节' }).getByRole('button', { name: room });
  await step.click();
}

/** The share of dark pixels of the first page; waits until it is painted. */
async function inkOfFirstPage(page: Page): Promise<number> {
  const canvas = page.locator('[data-page="1"] canvas');
  await canvas.waitFor({ state: 'attached' });
  return canvas.evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement)) throw new Error('no canvas');
    const pixels = element.getContext('2d')?.getImageData(0, 0, element.width, element.height).data ?? [];
    let dark = 0;
    for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 128) dark += 1;
    return dark / (pixels.length / 4);
  });
}

describe.skipIf(missingChromium !== '')(
  `意见 and 签发 (${missingChromium || 'chromium'})`,
  { timeout: 180_000 },
  () => {
    let browser: Browser;
    let data: string;
    let decided: string;
    beforeAll(async () => {
      browser = await launchChromium();
      data = mkdtempSync(join(tmpdir(), 'opinion-room-'));
      const { id } = await decideSample('normative', fixedEnvironment({ data }));
      decided = join(data, 'cases', id);
    });
    afterAll(async () => {
      await browser.close();
      rmSync(data, { recursive: true, force: true });
    });

    it('chooses nothing beforehand, says which conclusions exclude each other, and lets none of those be taken', async () => {
      const desk = await openDesk(browser, { data });
      const { page } = desk;
      await enter(page, '意见');
      const conclusions = page.getByRole('radiogroup', { name: '结论' });
      await conclusions.getByRole('radio').first().waitFor();
      expect(await conclusions.getByRole('radio', { checked: true }).count()).toBe(0);
      const lawful = conclusions.getByRole('radio', { name: /^合法/u });
      expect(await lawful.getAttribute('aria-disabled')).toBe('true');
      expect(await conclusions.innerText()).toContain('与“合法”互相排斥');
      await lawful.focus();
      await page.keyboard.press('Space');
      expect(await lawful.isChecked()).toBe(false);
      expect(await page.getByRole('button', { name: /^去签发/u }).isDisabled()).toBe(true);
      await desk.close();
    });

    it('paints the real pages under the policy, and leads from the gate and the sections to what they name', async () => {
      const desk = await openDesk(browser, { data });
      const { page } = desk;
      await enter(page, '意见');
      expect(await inkOfFirstPage(page)).toBeGreaterThan(0.02);
      await page
        .getByRole('button', { name: /第2页$/u })
        .first()
        .click();
      await page.getByText(/^2 \/ \d+ 页$/u).waitFor();
      await page.getByRole('button', { name: /尚未选定结论/u }).click();
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('conclusion');
      await page
        .getByRole('region', { name: '提示' })
        .getByRole('button', { name: /没有处理|尚未核对/u })
        .first()
        .click();
      await page.getByRole('main', { name: '审查台' }).waitFor();
      expect(desk.faults).toEqual([]);
      await desk.close();
    });

    it('sets the pages anew when the head changes', async () => {
      const desk = await openDesk(browser, { data });
      const { page } = desk;
      await enter(page, '意见');
      await inkOfFirstPage(page);
      await page.getByLabel('主送').fill('卧龙区人民政府办公室');
      await page
        .getByRole('group', { name: /^第1页/u })
        .getByText('卧龙区人民政府办公室')
        .waitFor({ state: 'attached' });
      await desk.close();
    });

    it('concludes, signs, proves the signature at once, delivers and files away', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'opinion-stick-'));
      const desk: DeskPage = await openDesk(browser, { data, choices: [[folder]] });
      const { page } = desk;
      await enter(page, '意见');
      await page.getByRole('radio', { name: /^应当予以修改/u }).check();
      const go = page.getByRole('button', { name: /^去签发/u });
      await page.waitForFunction(() => document.querySelector('.opinion-go .button:enabled') !== null);
      await go.press('Control+Enter');
      await page.getByText('本机证书的签名只用于在机关内部证明文件自签名后没有改动。').waitFor();
      await page.getByText('证书指纹').waitFor();
      await page.waitForFunction(() => document.querySelector('.issue-sign .button:enabled') !== null);
      await page.keyboard.press('Control+Enter');

      const result = page.getByRole('region', { name: '验签结果' });
      await result.getByText('签名有效').waitFor();
      const verdict = await result.innerText();
      for (const part of ['内容未改动', '覆盖整个文件', '送审稿一致', '自签名']) expect(verdict).toContain(part);
      expect(verdict).not.toContain('■');
      expect(await inkOfFirstPage(page)).toBeGreaterThan(0.02);

      const files = page.getByRole('region', { name: '已签发的文件' });
      for (const name of readdirSync(decided).filter((each) => /\.(pdf|docx|p7s)$/u.test(each))) {
        const hash = createHash('sha256')
          .update(readFileSync(join(decided, name)))
          .digest('hex');
        expect(await files.innerText()).toContain(hash);
      }
      await page.getByRole('button', { name: '复制到U盘或文件夹……' }).click();
      await files.getByText('逐个核对').waitFor();
      expect(existsSync(folder) && readdirSync(folder, { recursive: true }).length).toBeGreaterThanOrEqual(4);
      await page.getByRole('button', { name: '打开所在文件夹' }).click();
      await page.getByRole('button', { name: '归档', exact: true }).last().click();
      await page.getByText('本案已归档。').waitFor();
      expect(desk.revealed.length).toBe(1);
      expect(desk.faults).toEqual([]);
      rmSync(folder, { recursive: true, force: true });
      await desk.close();
    });

    it('shows a filed case with its issued pages and their state', async () => {
      const desk = await openDesk(browser, { data });
      const { page } = desk;
      await enter(page, '签发');
      await page.getByRole('region', { name: '验签结果' }).getByText('签名有效').waitFor();
      expect(await page.getByRole('region', { name: '已签发的意见书' }).count()).toBe(1);
      expect(await page.getByRole('button', { name: /^签名并签发/u }).count()).toBe(0);
      await desk.close();
    });
  },
);
