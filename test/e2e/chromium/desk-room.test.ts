import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CaseWork } from '../../../shared/cases/case-work.ts';
import type { DeskBridge } from '../../../shared/contract/bridge.ts';
import { openDesk, type DeskPage } from '../../support/bridge.ts';
import { launchChromium, missingChromium } from '../../support/chromium.ts';

/** The window as code inside the page sees it. */
type DeskWindow = Window & { readonly desk: DeskBridge };

/** Asks the services for something from inside the page. */
async function ask(page: Page, id: string, input: object): Promise<unknown> {
  const result = await page.evaluate(
    async ([name, given]) => (window as unknown as DeskWindow).desk.invoke(name, given),
    [id, input] as const,
  );
  expect(result).toMatchObject({ ok: true });
  // The assertion above has shown that there is a value.
  return (result as { readonly value: unknown }).value;
}

/** Opens the case on the desk, as a person finds it in the register. */
async function enterDesk(page: Page): Promise<void> {
  await page.getByText('卧龙区农贸市场管理办法（试行）').first().dblclick();
  await page.getByRole('button', { name: /审查/u }).first().click();
  await page.locator('.desk-room').waitFor();
  await page.getByRole('tab', { name: /^检查结果\s*17/u }).waitFor();
}

/** The work as it is on the disk. */
async function workOf(page: Page, caseId: string): Promise<CaseWork> {
  // Leaving a field hands its last letters over.
  await page.getByRole('tab', { name: /^问题/u }).focus();
  await page
    .getByText(/已保存/u)
    .first()
    .waitFor();
  // What cases.open answers is checked against its schema by the dispatcher.
  return ((await ask(page, 'cases.open', { case: caseId })) as { readonly work: CaseWork }).work;
}

/** Selects words of the draft as a drag with the mouse does. */
async function selectWords(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('.document-pane-paper') ?? document.body, 4);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const start = (node.nodeValue ?? '').indexOf(wanted);
      if (start < 0) continue;
      document.getSelection()?.setBaseAndExtent(node, start, node, start + wanted.length);
      return;
    }
    throw new Error(`the draft does not show ${wanted}`);
  }, words);
}

/** For a machine that does other things as well; each step waits for what it needs. */
const patience = { timeout: 240_000 };

describe.skipIf(missingChromium !== '')(
  `the desk in Chromium, over the bridge (${missingChromium || 'chromium'})`,
  () => {
    let browser: Browser;
    let data: string;
    let desk: DeskPage;
    let page: Page;
    let caseId: string;
    beforeAll(async () => {
      browser = await launchChromium();
    });
    afterAll(async () => {
      await browser.close();
    });
    beforeEach(async () => {
      data = mkdtempSync(join(tmpdir(), 'desk-room-'));
      desk = await openDesk(browser, { data });
      ({ page } = desk);
      const taken = await ask(page, 'cases.take-sample', { sample: 'normative' });
      caseId = (taken as { readonly case: string }).case;
      await page.reload();
      await enterDesk(page);
    });
    afterEach(async () => {
      await desk.close();
      rmSync(data, { recursive: true, force: true });
    });

    it(
      'is worked by keyboard: convert, edit, dismiss, answer, annotate; and shows the same when opened again',
      patience,
      async () => {
        await page.keyboard.press('j');
        await page.getByRole('heading', { name: '设定行政许可' }).waitFor();
        await page.keyboard.press('Enter');
        await page.getByText('已转为问题').first().waitFor();
        await page.keyboard.press('e');
        const problem = page.getByRole('textbox', { name: '问题', exact: true });
        await problem.and(page.locator(':focus')).waitFor();
        await page.keyboard.press('Control+a');
        await page.keyboard.type('设定准入证，jkx 没有依据。');
        expect(await problem.inputValue()).toBe('设定准入证，jkx 没有依据。');

        await page.keyboard.press('Escape');
        await page.keyboard.press('j');
        await page.getByRole('heading', { name: '设定行政处罚' }).waitFor();
        await page.keyboard.press('x');
        await page.getByRole('textbox', { name: '忽略的理由' }).and(page.locator(':focus')).waitFor();
        await page.keyboard.type('依据在他条');
        await page.keyboard.press('Enter');
        await page.getByText('已忽略').first().waitFor();

        await page.getByRole('listbox', { name: '审查清单' }).focus();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('1');
        await page.keyboard.press('2');
        await page.getByRole('textbox', { name: '说明' }).and(page.locator(':focus')).waitFor();
        await page.keyboard.type('表述不规范');
        await page.keyboard.press('Enter');

        await selectWords(page, '日常协调');
        await page.keyboard.press('a');
        await page.getByRole('textbox', { name: '问题', exact: true }).and(page.locator(':focus')).waitFor();
        await page.keyboard.type('职责不明');
        await page.getByRole('tab', { name: /^问题\s*2/u }).waitFor();

        const work = await workOf(page, caseId);
        expect(work.issues).toMatchObject([
          { check: 'N03', problem: '设定准入证，jkx 没有依据。', weight: 'must' },
          { check: null, problem: '职责不明', anchor: { quote: '日常协调' } },
        ]);
        expect(work.dismissals).toMatchObject([{ check: 'N04', reason: '依据在他条' }]);
        expect(Object.values(work.answers)).toEqual([
          { verdict: 'meets', note: '' },
          { verdict: 'fails', note: '表述不规范' },
        ]);

        await page.reload();
        await enterDesk(page);
        await page.getByRole('tab', { name: /^问题\s*2/u }).click();
        await page.getByRole('option', { name: /职责不明/u }).click();
        expect(await page.getByRole('textbox', { name: '问题', exact: true }).inputValue()).toBe('职责不明');
        expect(desk.faults).toEqual([]);
      },
    );

    it(
      'is worked by mouse: a mark selects its card, buttons decide, what was decided is taken back and undone',
      patience,
      async () => {
        await page.getByRole('tab', { name: /^检查\s*\d/u }).click();
        const findings = page.getByRole('listbox', { name: '检查结果列表' });
        await findings.getByRole('option', { name: /剥夺救济权利/u }).click();
        await page.getByRole('button', { name: /^转为问题/u }).click();
        await page.getByRole('button', { name: '撤回' }).click();
        await page.getByRole('button', { name: /^转为问题/u }).waitFor();
        await page.getByRole('button', { name: /^忽略并说明/u }).click();
        await page.getByRole('button', { name: '不影响本件' }).click();
        await page.getByText('不影响本件').first().waitFor();
        await page.getByRole('button', { name: '撤回' }).click();

        await page.getByRole('button', { name: '提示', exact: true }).click();
        await page.getByText('17 项中的 1 项').waitFor();
        await page.getByRole('button', { name: /^忽略这 1 项/u }).click();
        await page.getByRole('button', { name: '引用正确，检查误判' }).click();
        await page.getByRole('button', { name: '清除筛选' }).click();

        await page.getByRole('tab', { name: /^清单/u }).click();
        await page.getByRole('option', { name: /是否新增或者变相新增审批事项/u }).click();
        await page.locator('label').filter({ hasText: '不符合' }).click();
        await page.getByRole('textbox', { name: '说明' }).fill('第六条设定准入证。');

        await selectWords(page, '日常协调');
        await page.getByRole('button', { name: /^批注/u }).click();
        await page.getByRole('textbox', { name: '问题', exact: true }).fill('职责不明');
        await page.getByRole('button', { name: '从原文改起' }).click();
        await page.getByRole('textbox', { name: '建议文字' }).fill('日常监督');
        await page.locator('.desk-difference ins', { hasText: '监督' }).waitFor();
        await page.getByRole('button', { name: '删除' }).click();
        await page.getByText('还没有问题').waitFor();
        await page.keyboard.press('Control+z');
        await page.getByRole('option', { name: /职责不明/u }).waitFor();

        const work = await workOf(page, caseId);
        expect(work.issues).toMatchObject([{ problem: '职责不明', suggestion: '日常监督' }]);
        expect(work.dismissals).toMatchObject([{ check: 'N20', reason: '引用正确，检查误判' }]);
        expect(work.answers).toEqual({ 'R12-1': { verdict: 'fails', note: '第六条设定准入证。' } });
        expect(desk.faults).toEqual([]);
      },
    );

    it(
      'lets running checks be cancelled, counts nothing until they have answered, and runs them again',
      patience,
      async () => {
        await desk.close();
        let isHeld = true;
        let wasAborted = false;
        desk = await openDesk(browser, {
          data,
          dispatch: (next) => async (id, input, environment) => {
            if (id === 'cases.check' && isHeld) {
              environment.progress('检查：日期', { done: 3, total: 22 });
              await new Promise((resolve) => environment.signal.addEventListener('abort', resolve, { once: true }));
              wasAborted = true;
            }
            return next(id, input, environment);
          },
        });
        ({ page } = desk);
        await page.locator('.cases-name').first().click();
        await page.getByText('正在检查 3/22').waitFor();
        expect(await page.getByRole('tab', { name: /^检查结果/u }).innerText()).toBe('检查结果');
        await page.getByRole('button', { name: '取消' }).click();
        await page.getByText('检查已取消').first().waitFor();
        await expect.poll(() => wasAborted).toBe(true);
        isHeld = false;
        await page.getByRole('button', { name: '重新检查' }).first().click();
        await page.getByRole('tab', { name: /^检查结果\s*17/u }).waitFor();
        expect(desk.faults).toEqual([]);
      },
    );

    it('shows one pane at a time where there is room for one only', patience, async () => {
      await page.setViewportSize({ width: 640, height: 720 });
      await page.getByRole('button', { name: '清单', exact: true }).click();
      await page.getByRole('listbox', { name: '审查清单' }).waitFor();
      expect(await page.locator('.document-pane-scroll').isVisible()).toBe(false);
      await page.getByRole('button', { name: '正文', exact: true }).click();
      await page.locator('.document-pane-scroll').waitFor();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(640);
    });
  },
);
