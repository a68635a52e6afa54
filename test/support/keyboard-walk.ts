import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { draftTitle, isSaved, noteOn, patience, phrasesOf, seesValid, triage } from './road.ts';

/** Presses Tab until the element has the keyboard. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor({ timeout: patience.step });
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

/** Makes four issues of the gravest findings and sets six aside. */
async function triageFindings(page: Page): Promise<void> {
  const { keyboard } = page;
  for (let at = 0; at < triage.converted; at += 1) {
    await keyboard.press('j');
    await page.getByRole('button', { name: /^转为问题/u }).waitFor({ timeout: patience.step });
    await keyboard.press('Enter');
    await page.getByRole('tab', { name: `问题 ${at + 1}` }).waitFor({ timeout: patience.step });
  }
  for (let at = 0; at < triage.dismissed; at += 1) {
    await keyboard.press('j');
    await page.getByRole('button', { name: /^忽略并说明/u }).waitFor({ timeout: patience.step });
    await keyboard.press('x');
    await page.getByRole('textbox', { name: '忽略的理由' }).and(page.locator(':focus')).waitFor();
    await keyboard.type('已核对，不影响本件');
    await keyboard.press('Enter');
    await page.getByText('已忽略').first().waitFor();
  }
}

/** Annotates a phrase: finds it, which selects it, and writes a note that stays in the case. */
async function annotate(page: Page, phrase: string, at: number): Promise<void> {
  const { keyboard } = page;
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
  await keyboard.type(noteOn(at));
  await page.getByRole('tab', { name: `问题 ${triage.converted + at + 1}` }).waitFor();
  const note = page.getByRole('radio', { name: /^旁注/u });
  await tabTo(page, page.getByRole('radio', { name: /^(?:必改|建议|旁注)/u, checked: true }));
  for (let presses = 0; presses < 3 && !(await note.isChecked()); presses += 1) await keyboard.press('ArrowRight');
  expect(await note.isChecked()).toBe(true);
  await keyboard.press('Escape');
}

/** Leads a new user from the sample to a signed, verified and filed opinion with nothing but the keyboard. */
export async function walkByKeyboard(page: Page): Promise<void> {
  const { keyboard } = page;
  await tabTo(page, page.getByRole('button', { name: '打开示例：规范性文件' }));
  await keyboard.press('Enter');
  await page.getByRole('button', { name: /进入审查台/u }).waitFor({ timeout: patience.step });

  await goByPalette(page, '设置');
  await tabTo(page, page.getByLabel('姓名'));
  await keyboard.type('李某');
  await tabTo(page, page.getByRole('button', { name: '把当前案卷的承办人也改为此人' }));
  await keyboard.press('Enter');
  await isSaved(page);

  await goByPalette(page, '审查台');
  await page.getByRole('tab', { name: /^检查结果 /u }).waitFor({ timeout: patience.step });
  const phrases = await phrasesOf(page);
  await triageFindings(page);
  for (const [at, phrase] of phrases.entries()) await annotate(page, phrase, at);

  await tabTo(page, page.getByRole('tab', { name: /^清单/u }).or(page.getByRole('listbox', { name: '审查清单' })));
  await tabTo(page, page.getByRole('listbox', { name: '审查清单' }));
  await keyboard.press('ArrowDown');
  const total = await page.getByRole('listbox', { name: '审查清单' }).getByRole('option').count();
  for (let at = 0; at < total; at += 1) await keyboard.press('1');
  await page.getByText(`已答 ${total} · 待答 0`).waitFor({ timeout: patience.step });
  await isSaved(page);

  await goByPalette(page, '意见');
  const modify = page.getByRole('radio', { name: /^应当予以修改/u });
  await tabTo(page, page.locator('input[name="conclusion"]'));
  for (let presses = 0; presses < 8 && !(await modify.isChecked()); presses += 1) await keyboard.press('ArrowDown');
  expect(await modify.isChecked()).toBe(true);
  await page.locator('.opinion-go .button:enabled').waitFor({ timeout: patience.signing });
  await keyboard.press('Control+Enter');
  await page.locator('.issue-sign .button:enabled').waitFor({ timeout: patience.signing });
  await keyboard.press('Control+Enter');
  await seesValid(page);
  await tabTo(page, page.getByRole('button', { name: '归档', exact: true }).last());
  await keyboard.press('Enter');
  await page.getByText('本案已归档。').waitFor({ timeout: patience.step });

  await goByPalette(page, '案卷');
  await page.getByText('已归档').first().waitFor({ timeout: patience.step });
  await keyboard.press('Control+k');
  await keyboard.type(draftTitle);
  await page
    .getByRole('option', { name: new RegExp(draftTitle, 'u') })
    .first()
    .waitFor();
  await keyboard.press('Enter');
  await page.getByText('只能查看').first().waitFor({ timeout: patience.step });
}
