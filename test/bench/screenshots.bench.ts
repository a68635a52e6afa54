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
  try {
    await desk.page.getByText('检查', { exact: false }).first().waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await desk.page.emulateMedia({ colorScheme });
      const picture = await desk.page.screenshot({ path: join(folder, `about-${colorScheme}.png`) });
      expect(picture.length).toBeGreaterThan(10_000);
    }
  } finally {
    await desk.close();
  }
});
