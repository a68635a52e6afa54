import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { SignedFiles } from './judges.ts';

/** What the sample's draft is called. */
export const draftTitle = '卧龙区农贸市场管理办法（试行）';
/** How many findings become issues and how many are set aside: the first, gravest ones rest on law; the next do not. */
export const triage = { converted: 4, dismissed: 6 } as const;
/** How long a step of the road may take at most, in milliseconds; typesetting and signing take longer. */
export const patience = { step: 30_000, signing: 90_000 } as const;

/** The words of the draft that will be annotated: three that it holds. */
export async function phrasesOf(page: Page): Promise<readonly string[]> {
  const draft = await page.locator('.document-pane-paper').innerText();
  const wanted = ['日常协调', '统筹规划', '县级人民政府', '农贸市场', '经营者', '管理办法'];
  const phrases = wanted.filter((phrase) => draft.includes(phrase)).slice(0, 3);
  expect(phrases).toHaveLength(3);
  return phrases;
}

/** What is written into the annotation of a phrase. */
export function noteOn(at: number): string {
  return `第${at + 1}处旁注：核对表述。`;
}

/** Waits until the status line says that everything is saved. */
export async function isSaved(page: Page): Promise<void> {
  await page.locator('footer').filter({ hasText: '已保存' }).waitFor({ timeout: patience.step });
}

/** Waits until what was signed is shown as valid, for the draft that was reviewed. */
export async function seesValid(page: Page): Promise<void> {
  const result = page.getByRole('region', { name: '验签结果' });
  await result.getByText('签名有效').waitFor({ timeout: patience.signing });
  expect(await result.innerText()).toContain('送审稿一致');
}

/** The files of the one case in a data folder. */
export function issuedFiles(data: string): SignedFiles {
  const store = join(data, 'cases');
  const [id = ''] = readdirSync(store).filter((name) => /^\d{8}-/u.test(name));
  const find = (ending: string): string => {
    const name = readdirSync(join(store, id)).find((each) => each.endsWith(ending));
    if (name === undefined) throw new Error(`no ${ending} was issued`);
    return join(store, id, name);
  };
  return { pdf: find('.pdf'), docx: find('.docx'), p7s: find('.p7s') };
}
