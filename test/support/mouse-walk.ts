import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { Mouse } from './mouse.ts';
import { draftTitle, isSaved, noteOn, patience, phrasesOf, seesValid, triage } from './road.ts';

/** Makes four issues of the gravest findings and sets six aside, some with a usual reason and some in own words. */
async function triageFindings(page: Page, mouse: Mouse): Promise<void> {
  const card = page.getByRole('tabpanel').locator('article');
  const next = card.getByRole('button', { name: /^下一项/u });
  await mouse.press(page.getByRole('tab', { name: /^检查 /u }));
  await mouse.press(page.getByRole('listbox', { name: '检查结果列表' }).getByRole('option'));
  for (let at = 0; at < triage.converted; at += 1) {
    if (at > 0) await mouse.press(next);
    await mouse.press(card.getByRole('button', { name: /^转为问题/u }));
    await page.getByRole('tab', { name: `问题 ${at + 1}` }).waitFor({ timeout: patience.step });
  }
  for (let at = 0; at < triage.dismissed; at += 1) {
    await mouse.press(next);
    await mouse.press(card.getByRole('button', { name: /^忽略并说明/u }));
    if (at % 2 === 0) {
      await mouse.write(card.getByRole('textbox', { name: '忽略的理由' }), '已核对，不影响本件');
      await mouse.press(card.getByRole('button', { name: /^忽略(?:Enter)?$/u }));
    } else await mouse.press(card.getByRole('button', { name: '复述上位法' }));
    await card.getByText('已忽略').waitFor({ timeout: patience.step });
  }
}

/** Answers the whole checklist, one question after the other. */
async function answerChecklist(page: Page, mouse: Mouse): Promise<void> {
  await mouse.press(page.getByRole('tab', { name: /^清单/u }));
  const questions = page.getByRole('listbox', { name: '审查清单' }).getByRole('option');
  const total = await questions.count();
  await mouse.press(questions);
  const card = page.getByRole('tabpanel').locator('article');
  for (let at = 1; at <= total; at += 1) {
    await mouse.press(card.locator('label').filter({ has: page.getByRole('radio', { name: /^符合/u }) }));
    await page.getByText(`已答 ${at} · 待答 ${total - at}`).waitFor({ timeout: patience.step });
    if (at < total) await mouse.press(card.getByRole('button', { name: '下一待答项' }));
  }
}

/** Annotates words of the draft by dragging over them; the note stays in the case. */
async function annotate(page: Page, mouse: Mouse, phrase: string, at: number): Promise<void> {
  await mouse.dragOver(page.locator('.document-pane-sheet'), phrase);
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe(phrase);
  await mouse.press(page.getByRole('toolbar', { name: '对选中文字的操作' }).getByRole('button', { name: /^批注/u }));
  await page.getByRole('tab', { name: `问题 ${triage.converted + at + 1}` }).waitFor({ timeout: patience.step });
  await mouse.write(page.getByRole('textbox', { name: '问题', exact: true }), noteOn(at));
  const note = page.getByRole('radio', { name: /^旁注/u });
  await mouse.press(page.locator('label').filter({ has: note }));
  expect(await note.isChecked()).toBe(true);
}

/** Leads a new user from the sample to a signed, verified and filed opinion with nothing but the mouse, words apart. */
export async function walkByMouse(page: Page): Promise<void> {
  const mouse = new Mouse(page);
  await mouse.watchKeys();
  const steps = page.getByRole('navigation', { name: '办理环节' });
  await mouse.press(page.getByRole('button', { name: '打开示例：规范性文件' }));
  await page.getByRole('button', { name: /进入审查台/u }).waitFor({ timeout: patience.step });

  await mouse.press(page.getByRole('button', { name: /^承办人/u }));
  await mouse.write(page.getByLabel('姓名'), '李某');
  await mouse.press(page.getByRole('button', { name: '把当前案卷的承办人也改为此人' }));
  await isSaved(page);

  await mouse.press(steps.getByRole('button', { name: '审查' }));
  await page
    .getByText(/^检查 \d+ 项/u)
    .first()
    .waitFor({ timeout: patience.step });
  const phrases = await phrasesOf(page);
  await triageFindings(page, mouse);
  for (const [at, phrase] of phrases.entries()) await annotate(page, mouse, phrase, at);
  await answerChecklist(page, mouse);
  await isSaved(page);

  await mouse.press(steps.getByRole('button', { name: '意见' }));
  const modify = page.getByRole('radio', { name: /^应当予以修改/u });
  await mouse.press(page.locator('label').filter({ has: modify }));
  await expect.poll(() => modify.isChecked()).toBe(true);
  await page.locator('.opinion-go .button:enabled').waitFor({ timeout: patience.signing });
  await page.locator('[data-page="1"] canvas').waitFor({ timeout: patience.signing });
  await mouse.see(page.locator('[data-page="2"] canvas'));
  await mouse.press(page.locator('.opinion-go .button'));
  await page.locator('.issue-sign .button:enabled').waitFor({ timeout: patience.signing });
  await mouse.press(page.locator('.issue-sign .button'));
  await seesValid(page);
  await mouse.press(page.locator('.issue-sign').getByRole('button', { name: '归档', exact: true }));
  await page.getByText('本案已归档。').waitFor({ timeout: patience.step });

  await mouse.press(page.getByRole('navigation', { name: '各室' }).getByRole('button', { name: '案卷' }));
  await page.getByText('已归档').first().waitFor({ timeout: patience.step });
  await mouse.press(page.getByRole('button', { name: draftTitle }));
  await page.getByText('只能查看').first().waitFor({ timeout: patience.step });
  expect(await mouse.keysPressed()).toBe(0);
  await page.keyboard.press('Shift');
  expect(await mouse.keysPressed()).toBe(1);
}
