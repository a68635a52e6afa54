import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { launchDesk, missingElectron } from '../support/electron-app.ts';
import { resources } from '../support/resources.ts';

const because = missingElectron === '' ? '' : ` (${missingElectron})`;

it.skipIf(missingElectron !== '')(`takes the pictures of the README from the real application${because}`, async () => {
  const folder = join(resources, 'help', 'images');
  mkdirSync(folder, { recursive: true });
  const desk = await launchDesk();
  const { page } = desk;
  try {
    await page.getByRole('button', { name: '打开示例：规范性文件' }).click();
    await page.getByRole('button', { name: /进入审查台/u }).click();
    await page.getByRole('tab', { name: /^检查结果 17/u }).waitFor();
    await page.keyboard.press('j');
    await page.getByRole('button', { name: /^转为问题/u }).waitFor();
    await page.getByText('已收下').waitFor({ state: 'hidden' });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const picture = await page.screenshot({ path: join(folder, `desk-${colorScheme}.png`) });
      expect(picture.length).toBeGreaterThan(10_000);
    }
  } finally {
    await desk.close();
  }
});
