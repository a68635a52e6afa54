import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as AxeApi from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk } from '../../support/bridge.ts';
import { launchChromium, missingChromium } from '../../support/chromium.ts';
import { decideSample } from '../../support/decided-case.ts';
import { fixedEnvironment } from '../../support/environment.ts';

const axeSource = readFileSync(join(import.meta.dirname, '../../../node_modules/axe-core/axe.min.js'), 'utf8');

/** What axe-core holds to be serious or critical on the page as it stands. */
async function seriousProblems(page: Page): Promise<readonly string[]> {
  // What fades in has another contrast on the way.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
  // By evaluation: the policy refuses a script element.
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { readonly axe: typeof AxeApi };
    const { violations, passes } = await axe.run(document, { resultTypes: ['violations'] });
    if (passes.length < 10) return [`only ${passes.length} rules found something to look at`];
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any.map(({ message }) => message).join(' ')}`),
      );
  });
}

/** The rooms of the open case by their step, each with what shows that it is there. */
const caseRooms = [
  ['收件', '.intake-table'],
  ['审查', '.desk-room [role="tab"]'],
  ['意见', '[data-page="1"] canvas'],
  ['签发', '.issue-sign'],
] as const;

/** The rooms that belong to no case, each with what shows that its content is there. */
const otherRooms = [
  ['规则', '.rules-paper'],
  ['法规库', '.law-card'],
  ['验签', '.verify-choice'],
  ['设置', '.settings-about'],
] as const;

describe.skipIf(missingChromium !== '')(
  `every room under axe-core (${missingChromium || 'chromium'})`,
  { timeout: 240_000 },
  () => {
    let browser: Browser;
    let data: string;
    beforeAll(async () => {
      browser = await launchChromium();
      data = mkdtempSync(join(tmpdir(), 'accessibility-'));
      await decideSample('normative', fixedEnvironment({ data }));
    });
    afterAll(async () => {
      await browser.close();
      rmSync(data, { recursive: true, force: true });
    });

    it('is looked at by an eye that sees a nameless button and grey words on grey', async () => {
      const desk = await openDesk(browser);
      await desk.page.getByRole('heading', { name: '从一份送审材料开始' }).waitFor();
      await desk.page.evaluate(() => {
        const words = document.createElement('p');
        words.textContent = '看不清';
        words.style.cssText = 'color: #999; background: #aaa';
        document.querySelector('main')?.append(document.createElement('button'), words);
      });
      const problems = await seriousProblems(desk.page);
      expect(problems.map((problem) => problem.split(':')[0]).sort()).toEqual(['button-name', 'color-contrast']);
      await desk.close();
    });

    it.each(['light', 'dark'] as const)('has nothing serious at the first start (%s)', async (colorScheme) => {
      const desk = await openDesk(browser, { colorScheme });
      await desk.page.getByRole('heading', { name: '从一份送审材料开始' }).waitFor();
      expect(await seriousProblems(desk.page)).toEqual([]);
      await desk.close();
    });

    it.each(['light', 'dark'] as const)('has nothing serious in any room or layer (%s)', async (colorScheme) => {
      const desk = await openDesk(browser, { colorScheme, data });
      const { page } = desk;
      const found: Record<string, readonly string[]> = {};
      const look = async (place: string): Promise<void> => {
        const problems = await seriousProblems(page);
        if (problems.length > 0) found[place] = problems;
      };
      await page.locator('.cases-name').first().waitFor();
      await look('案卷');
      for (const [room, content] of otherRooms) {
        await page.getByRole('navigation', { name: '各室' }).getByRole('button', { name: room }).click();
        await page.locator(content).first().waitFor();
        await look(room);
      }
      await page.getByRole('navigation', { name: '各室' }).getByRole('button', { name: '案卷' }).click();
      await page.locator('.cases-name').first().click();
      const steps = page.getByRole('navigation', { name: '办理环节' });
      for (const [room, content] of caseRooms) {
        await steps.getByRole('button', { name: room }).click();
        await page.locator(content).first().waitFor();
        await page
          .getByText(/^检查 \d+ 项/u)
          .first()
          .waitFor();
        await look(room);
        if (room !== '审查') continue;
        for (const tab of await page.getByRole('tab').all()) {
          await tab.click();
          await look(`审查台, ${await tab.innerText()}`);
        }
      }
      await steps.getByRole('button', { name: '审查' }).click();
      const layers = [
        ['全部操作', () => page.keyboard.press('Control+k'), '.palette-entry'],
        ['快捷键', () => page.getByRole('button', { name: /快捷键$/u }).click(), '.shortcuts kbd'],
        ['使用说明', () => page.keyboard.press('F1'), '.help h2'],
        [
          '审计记录',
          () => page.getByRole('button', { name: /^审计 #/u }).click(),
          '.audit table, .audit ol, .audit li',
        ],
      ] as const;
      for (const [layer, show, content] of layers) {
        await show();
        await page.locator(content).first().waitFor();
        await look(layer);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
      expect(found).toEqual({});
      expect(desk.faults).toEqual([]);
      await desk.close();
    });
  },
);
