import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  electronProgram,
  launchDesk,
  missingElectron,
  stageDesk,
  type DeskStage,
  type RunningDesk,
} from '../../support/electron-app.ts';
import { describeJudges, type SignedFiles } from '../../support/judges.ts';
import { missingTrace, traceNetwork, type NetworkTrace } from '../../support/network-trace.ts';

const missing = [missingElectron, missingTrace].filter((reason) => reason !== '').join(', ');
const draftTitle = '卧龙区农贸市场管理办法（试行）';
/** The first findings, gravest first, rest on law and become issues; the next are dismissed. */
const [converted, dismissed] = [4, 6];
const annotated = ['日常协调', '统筹规划', '县级人民政府'];
const patience = 30_000;

/** Presses Tab until the element has the keyboard. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor({ timeout: patience });
  for (let presses = 0; presses < 250; presses += 1) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the element cannot be reached by Tab');
}

/** Goes to a room by the palette. */
async function goByPalette(page: Page, room: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('输入操作、案卷名称或条目').waitFor();
  await page.keyboard.type(`前往 ${room}`);
  await page
    .getByRole('option', { name: `前往 ${room}` })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
}

/** Presses F6 until the draft has the keyboard. */
async function focusDraft(page: Page): Promise<void> {
  const isThere = (): Promise<boolean> =>
    page.evaluate(() => (document.activeElement?.closest('.document-pane') ?? null) !== null);
  for (let presses = 0; presses < 12 && !(await isThere()); presses += 1) await page.keyboard.press('F6');
  expect(await isThere()).toBe(true);
}

/** The words of the draft that will be annotated: three that it holds. */
async function phrasesOf(page: Page): Promise<readonly string[]> {
  const draft = await page.locator('.document-pane-paper').innerText();
  const phrases = [...annotated, '农贸市场', '经营者', '管理办法'].filter((phrase) => draft.includes(phrase));
  return phrases.slice(0, 3);
}

async function isSaved(page: Page): Promise<void> {
  await page.locator('footer').filter({ hasText: '已保存' }).waitFor({ timeout: patience });
}

/** What every road ends with: a valid signature, a filed case, and the case opened again for reading only. */
async function seesValid(page: Page): Promise<void> {
  const result = page.getByRole('region', { name: '验签结果' });
  await result.getByText('签名有效').waitFor({ timeout: 90_000 });
  expect(await result.innerText()).toContain('送审稿一致');
}

/** The files of the one case in a data folder. */
function issuedFiles(data: string): SignedFiles {
  const store = join(data, 'cases');
  const [id = ''] = readdirSync(store).filter((name) => /^\d{8}-/u.test(name));
  const find = (ending: string): string => {
    const name = readdirSync(join(store, id)).find((each) => each.endsWith(ending));
    if (name === undefined) throw new Error(`no ${ending} was issued`);
    return join(store, id, name);
  };
  return { pdf: find('.pdf'), docx: find('.docx'), p7s: find('.p7s') };
}

describe.skipIf(missing !== '')(`the whole road in real Electron (${missing || 'sandbox on'})`, () => {
  describe('by keyboard alone', () => {
    let stage: DeskStage;
    let trace: NetworkTrace;
    let desk: RunningDesk;
    let isClosed = false;
    const close = async (): Promise<void> => {
      if (!isClosed) await desk.close();
      isClosed = true;
    };
    beforeAll(async () => {
      stage = stageDesk();
      trace = traceNetwork(electronProgram ?? '');
      desk = await launchDesk(stage, trace.program);
    });
    afterAll(async () => {
      await close();
      trace.remove();
      stage.remove();
    });

    it('leads a new user from the sample to a signed, verified and filed opinion', async () => {
      const { page } = desk;
      const { keyboard } = page;
      await tabTo(page, page.getByRole('button', { name: '打开示例：规范性文件' }));
      await keyboard.press('Enter');
      await page.getByRole('button', { name: /进入审查台/u }).waitFor({ timeout: patience });

      await goByPalette(page, '设置');
      await tabTo(page, page.getByLabel('姓名'));
      await keyboard.type('李某');
      await tabTo(page, page.getByRole('button', { name: '把当前案卷的承办人也改为此人' }));
      await keyboard.press('Enter');
      await isSaved(page);

      await goByPalette(page, '审查台');
      await page.getByRole('tab', { name: /^检查结果 /u }).waitFor({ timeout: patience });
      const phrases = await phrasesOf(page);
      for (let at = 0; at < converted; at += 1) {
        await keyboard.press('j');
        await page.getByRole('button', { name: /^转为问题/u }).waitFor({ timeout: patience });
        await keyboard.press('Enter');
        await page.getByRole('tab', { name: `问题 ${at + 1}` }).waitFor({ timeout: patience });
      }
      for (let at = 0; at < dismissed; at += 1) {
        await keyboard.press('j');
        await page.getByRole('button', { name: /^忽略并说明/u }).waitFor({ timeout: patience });
        await keyboard.press('x');
        await page.getByRole('textbox', { name: '忽略的理由' }).and(page.locator(':focus')).waitFor();
        await keyboard.type('已核对，不影响本件');
        await keyboard.press('Enter');
        await page.getByText('已忽略').first().waitFor();
      }
      for (const [at, phrase] of phrases.entries()) {
        await focusDraft(page);
        await keyboard.press('Control+f');
        await page.locator('.document-pane input:focus').waitFor();
        await keyboard.press('Control+a');
        await keyboard.type(phrase);
        await keyboard.press('Enter');
        await keyboard.press('Escape');
        await page.waitForFunction((wanted) => document.getSelection()?.toString() === wanted, phrase);
        await keyboard.press('a');
        await page.getByRole('textbox', { name: '问题', exact: true }).and(page.locator(':focus')).waitFor();
        await keyboard.type(`第${at + 1}处旁注：核对表述。`);
        await page.getByRole('tab', { name: `问题 ${converted + at + 1}` }).waitFor();
        const note = page.getByRole('radio', { name: /^旁注/u });
        await tabTo(page, page.getByRole('radio', { name: /^(?:必改|建议|旁注)/u, checked: true }));
        for (let presses = 0; presses < 3 && !(await note.isChecked()); presses += 1)
          await keyboard.press('ArrowRight');
        expect(await note.isChecked()).toBe(true);
        await keyboard.press('Escape');
      }
      await tabTo(page, page.getByRole('tab', { name: /^清单/u }).or(page.getByRole('listbox', { name: '审查清单' })));
      await tabTo(page, page.getByRole('listbox', { name: '审查清单' }));
      await keyboard.press('ArrowDown');
      const total = await page.getByRole('listbox', { name: '审查清单' }).getByRole('option').count();
      for (let at = 0; at < total; at += 1) await keyboard.press('1');
      await page.getByText(`已答 ${total} · 待答 0`).waitFor({ timeout: patience });
      await isSaved(page);

      await goByPalette(page, '意见');
      const modify = page.getByRole('radio', { name: /^应当予以修改/u });
      await tabTo(page, page.locator('input[name="conclusion"]'));
      for (let presses = 0; presses < 8 && !(await modify.isChecked()); presses += 1) await keyboard.press('ArrowDown');
      expect(await modify.isChecked()).toBe(true);
      await page.locator('.opinion-go .button:enabled').waitFor({ timeout: 90_000 });
      await keyboard.press('Control+Enter');
      await page.locator('.issue-sign .button:enabled').waitFor({ timeout: 90_000 });
      await keyboard.press('Control+Enter');
      await seesValid(page);
      await tabTo(page, page.getByRole('button', { name: '归档', exact: true }).last());
      await keyboard.press('Enter');
      await page.getByText('本案已归档。').waitFor({ timeout: patience });

      await goByPalette(page, '案卷');
      await page.getByText('已归档').first().waitFor({ timeout: patience });
      await keyboard.press('Control+k');
      await keyboard.type(draftTitle);
      await page
        .getByRole('option', { name: new RegExp(draftTitle, 'u') })
        .first()
        .waitFor();
      await keyboard.press('Enter');
      await page.getByText('只能查看').first().waitFor({ timeout: patience });
    }, 300_000);

    it('asks nobody outside the machine for anything, where an attempt would be seen', () => {
      expect(trace.calls()).toBeGreaterThan(10);
      expect(trace.attempts()).toEqual([]);
      const control = traceNetwork(process.execPath);
      // A stream, a datagram with its address, and one over a connected socket; all into ranges that nobody has (RFC 5737).
      const attempt = `
        require('node:net').connect(9, '192.0.2.1').on('error', () => undefined);
        require('node:dgram').createSocket('udp4').send('x', 9, '198.51.100.2');
        const connected = require('node:dgram').createSocket('udp4');
        connected.connect(9, '203.0.113.3', () => connected.send('x'));
        setTimeout(() => process.exit(), 500);`;
      spawnSync(control.program, ['-e', attempt]);
      const caught = control.attempts().join('\n');
      for (const address of ['192.0.2.1', '198.51.100.2']) expect(caught).toContain(address);
      expect(caught).toMatch(/<UDP.*msg_name=NULL/u);
      control.remove();
    });

    it('gives the case back when the window is closed', async () => {
      const folder = dirname(issuedFiles(stage.data).pdf);
      expect(readdirSync(folder)).toContain('lock');
      await close();
      expect(readdirSync(folder)).not.toContain('lock');
    });

    describeJudges('what others say of what was signed at the desk', () => issuedFiles(stage.data));
  });
});
