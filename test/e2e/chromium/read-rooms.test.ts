import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDesk, type DeskPage } from '../../support/bridge.ts';
import { launchChromium, missingChromium } from '../../support/chromium.ts';
import { issueSample } from '../../support/decided-case.ts';
import { fixedEnvironment } from '../../support/environment.ts';

/** Goes to a room that belongs to no case. */
async function enter(page: Page, room: string): Promise<void> {
  await page.getByRole('navigation', { name: '各室' }).getByRole('button', { name: room }).click();
  await page.getByRole('heading', { level: 2 }).first().waitFor();
}

describe.skipIf(missingChromium !== '')(
  `规则, 法规库, 验签 and 设置 (${missingChromium || 'chromium'})`,
  { timeout: 180_000 },
  () => {
    let browser: Browser;
    let folder: string;
    let signed: string;
    let draft: string;
    let desk: DeskPage;
    let page: Page;

    beforeAll(async () => {
      browser = await launchChromium();
      folder = mkdtempSync(join(tmpdir(), 'read-rooms-'));
      ({ signed, draft } = await issueSample('normative', fixedEnvironment({ data: folder })));
    }, 180_000);
    afterAll(async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    });
    beforeEach(async () => {
      desk = await openDesk(browser);
      page = desk.page;
    });
    afterEach(async () => {
      const { faults } = desk;
      await desk.close();
      expect(faults).toEqual([]);
    });

    it('规则 leads by keyboard from an article to its items, with their words marked, and says that it is superseded', async () => {
      await enter(page, '规则');
      await page.getByText('已被取代', { exact: true }).waitFor();
      await page.getByText(/引用为审查依据前须核对现行规则/u).waitFor();
      const articles = page.getByRole('listbox', { name: '条文' });
      await articles.focus();
      for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowDown');
      const detail = page.getByRole('region', { name: '由本条得出的审查项' });
      await detail.locator('article b', { hasText: '六、' }).waitFor();
      expect(await articles.getByRole('option', { selected: true }).innerText()).toContain('六、');
      expect(await detail.getByRole('listitem').count()).toBe(2);
      const marked = await detail.locator('mark').allInnerTexts();
      const rules: unknown = await page.evaluate(() =>
        (
          window as unknown as { readonly desk: { invoke: (id: string, input: object) => Promise<unknown> } }
        ).desk.invoke('rules.packs', {}),
      );
      // What the marks cover stands in the pack as the quote of an item, or as several that touch.
      for (const words of marked) expect(JSON.stringify(rules)).toContain(words);
      expect(marked.length).toBeGreaterThan(0);
      await page.getByRole('searchbox', { name: '查找条文和审查项' }).fill('并不存在的词');
      await page.getByText('没有相符的条文。请换一个词。').waitFor();
    });

    it('法规库 tells a law in force from a lapsed one and names what replaced it', async () => {
      await enter(page, '法规库');
      await page.getByText(/^共 \d+ 件/u).waitFor();
      await page.getByRole('heading', { name: '法规库' }).click();
      await page.keyboard.press('/');
      await page.keyboard.type('行政许可法');
      const results = page.getByRole('region', { name: '查找结果' }).getByRole('listitem');
      const first = results.first();
      await first.getByText('《行政许可法》').waitFor();
      expect(await first.innerText()).toContain('现行');
      await page.getByRole('searchbox').fill('城市规划法');
      await first.getByText('《城市规划法》').waitFor();
      const lapsed = await first.innerText();
      for (const part of ['已失效', '2008-01-01', '由《城乡规划法》取代']) expect(lapsed).toContain(part);
      // On a day before it ceased, the same law applied.
      await page.getByLabel('核对基准日').fill('2007-12-31');
      await first.locator('.law-status-in-force').waitFor();
      await page.getByRole('searchbox').fill('并不存在的某某条例');
      await page.getByText(/不在库里不等于失效/u).waitFor();
    });

    it('法规库 turns pages and filters by status', async () => {
      await enter(page, '法规库');
      const names = page.locator('.law-name b');
      await page.getByText(/显示第 1—50 件/u).waitFor();
      const firstPage = await names.allInnerTexts();
      expect(await page.getByRole('button', { name: '上一页' }).isDisabled()).toBe(true);
      await page.getByRole('button', { name: '下一页' }).click();
      await page.getByText(/显示第 51—100 件/u).waitFor();
      const secondPage = await names.allInnerTexts();
      expect(secondPage).toHaveLength(50);
      expect(secondPage.filter((name) => firstPage.includes(name))).toEqual([]);
      await page.getByRole('radio', { name: '已失效' }).check();
      await page.getByText(/显示第 1—/u).waitFor();
      await expect.poll(() => page.locator('.law-status:not(.law-status-lapsed)').count()).toBe(0);
      expect(await page.locator('.law-status-lapsed').count()).toBeGreaterThan(0);
    });

    it('验签 proves the file and the draft, finds one changed byte, another draft and a missing file', async () => {
      const changed = join(folder, 'changed.pdf');
      const bytes = readFileSync(signed);
      const at = Math.floor(bytes.length / 2);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      writeFileSync(changed, bytes);
      const other = join(folder, 'other.txt');
      writeFileSync(other, '另一份送审稿。\n');
      await enter(page, '验签');
      const choose = async (group: RegExp, path: string): Promise<void> => {
        desk.choices.push([path]);
        await page.getByRole('group', { name: group }).getByRole('button').first().click();
        await page
          .getByRole('group', { name: group })
          .getByText(path.split(/[\\/]/u).at(-1) ?? '')
          .waitFor();
      };
      const run = page.getByRole('button', { name: '验签', exact: true }).last();
      const result = page.getByRole('region', { name: '验签结果' });
      expect(await run.isDisabled()).toBe(true);

      await choose(/^已签名的文件/u, signed);
      await choose(/^手头的送审稿/u, draft);
      await run.click();
      await result.getByText('签名有效').waitFor();
      const valid = await result.innerText();
      for (const part of ['就是当时审查的那一份', '自签名', '只是声称', '覆盖整个文件']) expect(valid).toContain(part);
      expect(valid).not.toContain('■');

      await choose(/^手头的送审稿/u, other);
      expect(await result.innerText()).not.toContain('签名有效');
      await run.click();
      await result.getByText('手头的送审稿与当时审查的不是同一份。').waitFor();

      await choose(/^已签名的文件/u, changed);
      await run.click();
      await result.getByText('签名无效').waitFor();
      expect(await result.innerText()).not.toContain('签名有效');

      await choose(/^已签名的文件/u, join(folder, 'gone.pdf'));
      await run.click();
      const failure = result.getByRole('alert');
      await failure.getByText('没有验成').waitFor();
      expect(await failure.innerText()).toContain('gone.pdf');
      expect(await failure.getByRole('button', { name: '重新验签' }).count()).toBe(1);
    });

    it('验签 takes what is dropped, verifies at once, and shows earlier results again', async () => {
      const other = join(folder, '另一稿.txt');
      writeFileSync(other, '另一份送审稿。\n');
      await enter(page, '验签');
      await desk.setPaths({ 'signed.pdf': signed, 'draft.docx': draft, 'other.txt': other });
      const drop = (names: readonly string[]): Promise<void> =>
        page.evaluate((dropped) => {
          const dataTransfer = new DataTransfer();
          for (const name of dropped) dataTransfer.items.add(new File(['x'], name));
          const event = { dataTransfer, bubbles: true, cancelable: true };
          const room = document.querySelector('.verify');
          room?.dispatchEvent(new DragEvent('dragover', event));
          room?.dispatchEvent(new DragEvent('drop', event));
        }, names);
      const result = page.getByRole('region', { name: '验签结果' });
      await drop(['signed.pdf', 'draft.docx']);
      await result.getByText('手头的送审稿就是当时审查的那一份。').waitFor();
      await drop(['signed.pdf', 'other.txt']);
      await result.getByText('手头的送审稿与当时审查的不是同一份。').waitFor();
      const earlier = page.getByRole('button', { name: /签名有效，送审稿/u });
      expect(await earlier.count()).toBe(2);
      await earlier.last().press('Enter');
      await result.getByText('手头的送审稿就是当时审查的那一份。').waitFor();
      expect(await earlier.last().getAttribute('aria-current')).toBe('true');
      // The room alone takes it: nothing was imported as a submission.
      await page.getByRole('navigation', { name: '各室' }).getByRole('button', { name: '案卷' }).click();
      await page.getByRole('heading', { name: '从一份送审材料开始' }).waitFor();
    });

    it('验签 shows that it is under way and can be stopped', async () => {
      await desk.close();
      desk = await openDesk(browser, {
        choices: [[signed]],
        dispatch: (next) => async (id, input, environment) => {
          if (id !== 'sign.verify') return next(id, input, environment);
          await new Promise((resolve) => environment.signal.addEventListener('abort', resolve, { once: true }));
          return { ok: false, error: { code: 'cancelled', message: '已取消。', data: null } };
        },
      });
      page = desk.page;
      await enter(page, '验签');
      await page
        .getByRole('group', { name: /^已签名的文件/u })
        .getByRole('button')
        .click();
      await page.getByRole('button', { name: '验签', exact: true }).last().click();
      await page.getByRole('progressbar').waitFor();
      await page.getByRole('button', { name: '取消' }).click();
      await page.getByText('选定文件并验签后，这里回答三个问题：').waitFor();
      expect(await page.getByRole('progressbar').count()).toBe(0);
    });

    it('设置 shows what was set at once and still after the window is opened again', async () => {
      await enter(page, '设置');
      await page.getByLabel('姓名').fill('张审查');
      await page.getByRole('radio', { name: '深色' }).check();
      const size = page.getByRole('slider');
      await size.focus();
      for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
      const sample = page.locator('.settings-sample');
      const lookOf = () => sample.evaluate((element) => getComputedStyle(element).fontSize);
      expect(await lookOf()).toBe('20px');
      const scheme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
      await expect.poll(scheme).toBe('dark');
      const kept = (): unknown => JSON.parse(readFileSync(join(desk.data, 'settings.json'), 'utf8'));
      await expect.poll(() => JSON.stringify(kept())).toMatch(/张审查.*"paperSize":\s*20|"paperSize":\s*20.*张审查/su);
      await page.reload();
      await enter(page, '设置');
      await expect.poll(() => page.getByLabel('姓名').inputValue()).toBe('张审查');
      expect(await page.getByRole('radio', { name: '深色' }).isChecked()).toBe(true);
      expect(await lookOf()).toBe('20px');
      await expect.poll(scheme).toBe('dark');
    });
  },
);
