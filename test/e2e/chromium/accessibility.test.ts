import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallId } from '../../../shared/contract/contract.ts';
import { problemsAt, seriousProblems, type Place } from '../../support/axe.ts';
import { openDesk, type DeskPage } from '../../support/bridge.ts';
import { launchChromium, missingChromium } from '../../support/chromium.ts';
import { decideSample, issueSample, type IssuedSample } from '../../support/decided-case.ts';
import { fixedEnvironment } from '../../support/environment.ts';

const stay = (): Promise<void> => Promise.resolve();
const toRoom = (room: string) => (page: Page) =>
  page.getByRole('navigation', { name: '各室' }).getByRole('button', { name: room }).click();
const toStep = (step: string) => (page: Page) =>
  page.getByRole('navigation', { name: '办理环节' }).getByRole('button', { name: step }).click();
const toTab = (tab: RegExp) => (page: Page) => page.getByRole('tab', { name: tab }).click();
const press = (name: RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
const choose = (list: string) => (page: Page) =>
  page.getByRole('listbox', { name: list }).getByRole('option').first().click();

async function openCase(page: Page): Promise<void> {
  await toRoom('案卷')(page);
  await page.locator('.cases-name').first().click();
}

/** Opens the case and waits until nothing of it is still being found out. */
async function openChecked(page: Page): Promise<void> {
  await openCase(page);
  const checked = page.getByText(/^检查 \d+ 项/u);
  await checked.first().waitFor();
}

/** Shuts the layer that is open and shows another. */
const layer = (show: (page: Page) => Promise<void>) => async (page: Page) => {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await show(page);
};

/** Every room, every pane of the desk, and every layer over them. */
const places: readonly Place[] = [
  { name: '案卷', go: stay, content: '.cases-name' },
  { name: '规则', go: toRoom('规则'), content: '.rules-paper' },
  { name: '法规库', go: toRoom('法规库'), content: '.law-card' },
  { name: '验签', go: toRoom('验签'), content: '.verify-choice' },
  { name: '设置', go: toRoom('设置'), content: '.settings-about' },
  { name: '审查台, 清单', go: openChecked, content: '.desk-item' },
  { name: '审查台, 审查项', go: choose('审查清单'), content: '.desk-answer' },
  { name: '审查台, 目录', go: toTab(/^目录/u), content: '.desk-outline' },
  { name: '审查台, 检查', go: toTab(/^检查 /u), content: '.desk-finding' },
  {
    name: '审查台, 检查结果',
    go: (page) => page.locator('.desk-finding[data-state="open"]').first().click(),
    content: '.desk-card-actions',
  },
  { name: '审查台, 忽略', go: press(/^忽略并说明/u), content: '.desk-reason' },
  { name: '审查台, 问题', go: toTab(/^问题/u), content: '.desk-issue' },
  { name: '审查台, 问题的编辑', go: choose('问题列表'), content: '.desk-issue-card' },
  { name: '审查台, 材料', go: toTab(/^材料/u), content: '#desk-right-panel' },
  { name: '收件', go: toStep('收件'), content: '.intake-table' },
  { name: '意见', go: toStep('意见'), content: '[data-page="1"] canvas' },
  { name: '签发', go: toStep('签发'), content: '.issue-sign' },
  { name: '全部操作', go: (page) => page.keyboard.press('Control+k'), content: '.palette-entry' },
  { name: '快捷键', go: layer(press(/快捷键$/u)), content: '.shortcuts kbd' },
  { name: '使用说明', go: layer((page) => page.keyboard.press('F1')), content: '.help h2' },
  { name: '审计记录', go: layer(press(/^审计 #/u)), content: '.audit-list li' },
];

/** Everything that can fail to be read, each on the way from the one before. */
const failures: readonly (Place & { readonly failing: readonly CallId[] })[] = [
  { name: '案卷', failing: ['cases.list'], go: stay, content: '.notice' },
  {
    name: '设置',
    failing: ['desk.settings', 'system.about'],
    go: async (page) => (await page.reload(), toRoom('设置')(page)),
    content: '.settings [role="alert"]',
  },
  { name: '规则', failing: ['rules.packs'], go: toRoom('规则'), content: '.notice' },
  { name: '法规库', failing: ['law.search'], go: toRoom('法规库'), content: '.notice' },
  { name: '打开案卷', failing: ['cases.open'], go: openCase, content: '.notice' },
  { name: '检查', failing: ['cases.check'], go: press(/^重试/u), content: '.desk-check-failed' },
  {
    name: '意见',
    failing: ['cases.gate', 'cases.preview'],
    go: toStep('意见'),
    content: '.opinion-side [role="alert"]',
  },
  {
    name: '签发',
    failing: ['cases.gate', 'cases.preview', 'cases.signers'],
    go: toStep('签发'),
    content: '.issue-side [role="alert"]',
  },
  {
    name: '使用说明',
    failing: ['desk.help'],
    go: (page) => page.keyboard.press('F1'),
    content: '.help [role="alert"]',
  },
  { name: '审计记录', failing: ['cases.audit'], go: layer(press(/^审计 #/u)), content: '.audit [role="alert"]' },
];

describe.skipIf(missingChromium !== '')(
  `every room under axe-core (${missingChromium || 'chromium'})`,
  { timeout: 240_000 },
  () => {
    let browser: Browser;
    let data: string;
    let issuedData: string;
    let issued: IssuedSample;
    let changed: string;
    beforeAll(async () => {
      browser = await launchChromium();
      data = mkdtempSync(join(tmpdir(), 'accessibility-'));
      await decideSample('normative', fixedEnvironment({ data }));
      issuedData = mkdtempSync(join(tmpdir(), 'accessibility-issued-'));
      issued = await issueSample('agreement', fixedEnvironment({ data: issuedData }));
      changed = join(issuedData, 'changed.pdf');
      const bytes = readFileSync(issued.signed);
      bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
      writeFileSync(changed, bytes);
    });
    afterAll(async () => {
      await browser.close();
      for (const folder of [data, issuedData]) rmSync(folder, { recursive: true, force: true });
    });

    /** Closes the desk and holds it to having made no mistake of another kind. */
    const closeClean = async (desk: DeskPage): Promise<void> => {
      expect(desk.faults).toEqual([]);
      await desk.close();
    };

    it('is looked at by an eye that sees a nameless button, grey words on grey and buttons too small to hit', async () => {
      const desk = await openDesk(browser);
      await desk.page.getByRole('heading', { name: '从一份送审材料开始' }).waitFor();
      await desk.page.evaluate(() => {
        const words = document.createElement('p');
        words.textContent = '看不清';
        words.style.cssText = 'color: #999; background: #aaa';
        const small = ['甲', '乙'].map((name) => {
          const button = document.createElement('button');
          button.textContent = name;
          button.style.cssText = 'font-size: 10px; padding: 0; border: 0; color: #000; background: #fff';
          return button;
        });
        document.querySelector('main')?.append(document.createElement('button'), words, ...small);
      });
      const problems = await seriousProblems(desk.page);
      const kinds = new Set(problems.map((problem) => problem.split(':')[0]));
      expect([...kinds].sort()).toEqual(['button-name', 'color-contrast', 'target-size']);
      await desk.close();
    });

    describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
      it('has nothing serious at the first start', async () => {
        const desk = await openDesk(browser, { colorScheme });
        await desk.page.getByRole('heading', { name: '从一份送审材料开始' }).waitFor();
        expect(await seriousProblems(desk.page)).toEqual([]);
        await closeClean(desk);
      });

      it('has nothing serious in any room or layer', async () => {
        const desk = await openDesk(browser, { colorScheme, data });
        expect(await problemsAt(desk.page, places)).toEqual({});
        await closeClean(desk);
      });

      it('has nothing serious where a case was issued, and where what was issued is verified', async () => {
        const desk = await openDesk(browser, { colorScheme, data: issuedData });
        const verify = (file: string, draft: string) => async (page: Page) => {
          await toRoom('验签')(page);
          desk.choices.push([file], [draft]);
          for (const group of [/^已签名的文件/u, /^手头的送审稿/u]) {
            await page.getByRole('group', { name: group }).getByRole('button').first().click();
          }
          await page.getByRole('button', { name: '验签', exact: true }).last().click();
        };
        const { signed, draft } = issued;
        const afterIssuing: readonly Place[] = [
          { name: '案卷', go: stay, content: '.cases-stage-issued' },
          { name: '审查台', go: openChecked, content: '.desk-toolbar .desk-chip-caution' },
          { name: '审查台, 问题', go: toTab(/^问题/u), content: '.desk-issue' },
          { name: '审查台, 问题的编辑', go: choose('问题列表'), content: '.desk-issue-card' },
          { name: '意见', go: toStep('意见'), content: '[data-page="1"] canvas' },
          { name: '签发', go: toStep('签发'), content: '.issue-verdict-valid' },
          { name: '验签, 有效', go: verify(signed, draft), content: '.verify-draft-same' },
          { name: '验签, 另一份送审稿', go: verify(signed, changed), content: '.verify-draft-other' },
          { name: '验签, 无效', go: verify(changed, draft), content: '.verify-verdict-invalid' },
          { name: '验签, 没有签名', go: verify(draft, draft), content: '.verify-verdict-unsigned' },
          { name: '验签, 没有验成', go: verify(`${signed}x`, draft), content: '.verify-result [role="alert"]' },
        ];
        expect(await problemsAt(desk.page, afterIssuing)).toEqual({});
        await closeClean(desk);
      });

      it('has nothing serious where something could not be read', async () => {
        let failing: readonly string[] = ['cases.list'];
        const desk = await openDesk(browser, {
          colorScheme,
          data,
          dispatch: (next) => (id, input, environment) =>
            failing.includes(id)
              ? Promise.resolve({ ok: false, error: { code: 'not-readable', message: '读不出来。', data: null } })
              : next(id, input, environment),
        });
        const failed = failures.map((place) => ({
          ...place,
          go: (page: Page) => {
            failing = place.failing;
            return place.go(page);
          },
        }));
        expect(await problemsAt(desk.page, failed)).toEqual({});
        await closeClean(desk);
      });
    });
  },
);
