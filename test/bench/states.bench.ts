import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { leaveAllCases } from '../../electron/services/cases/open-cases.ts';
import { call } from '../../electron/services/dispatch.ts';
import { openDesk } from '../support/bridge.ts';
import { launchChromium, missingChromium } from '../support/chromium.ts';
import { decideSample } from '../support/decided-case.ts';
import { opinionScenes } from '../support/scenes/opinion-scenes.ts';
import { otherScenes } from '../support/scenes/other-scenes.ts';
import { reviewScenes } from '../support/scenes/review-scenes.ts';
import { standInFor, type SceneFiles } from '../support/scenes/scene.ts';
import { fixedEnvironment } from '../support/environment.ts';

const because = missingChromium === '' ? '' : ` (${missingChromium})`;
/** Where the pictures go; ONLY names the scenes by the start of their names. */
const into = process.env['INTO'] ?? join(import.meta.dirname, '..', '..', 'out', 'states');
const only = process.env['ONLY'] ?? '';
const sizes = [
  { width: 1280, height: 720 },
  { width: 2560, height: 1440 },
].filter(({ width }) => (process.env['WIDTH'] ?? String(width)) === String(width));
const schemes = (['light', 'dark'] as const).filter((scheme) => (process.env['SCHEME'] ?? scheme) === scheme);

const scenes = [...reviewScenes, ...opinionScenes, ...otherScenes];

let browser: Browser;
let folder: string;
let files: SceneFiles;

/** A register as an office has it: two samples, one of them filed, a submission with a refused file, one with two drafts. */
async function makeRegister(data: string): Promise<SceneFiles> {
  const env = fixedEnvironment({ data });
  const { id, decisions } = await decideSample('normative', env);
  await call('cases.open', { case: id }, env);
  await call('cases.edit', { case: id, edit: { kind: 'conclusion.set', conclusion: decisions.conclusion } }, env);
  await call('cases.edit', { case: id, edit: { kind: 'head.change', change: { title: '已归档的管理办法' } } }, env);
  const issued = await call('cases.issue', { case: id }, env);
  const signed = issued.paths.find((path) => path.endsWith('.pdf')) ?? '';
  const { draftPath } = await call('cases.issued', { case: id }, env);
  await call('cases.close', { case: id }, env);
  const bytes = readFileSync(signed);
  bytes.writeUInt8(bytes.readUInt8(Math.floor(bytes.length / 2)) ^ 1, Math.floor(bytes.length / 2));
  const changed = join(folder, '被改动的意见书.pdf');
  writeFileSync(changed, bytes);
  const stick = join(folder, '移动盘');
  mkdirSync(stick);
  const text = (title: string): string => `${title}\n第一条　本办法自发布之日起施行。\n`;
  const put = (name: string, content: string | Buffer): string => {
    writeFileSync(join(stick, name), content);
    return join(stick, name);
  };
  const refused = put('现场照片.bin', Buffer.from([0, 1, 2, 3, 255, 254]));
  await call('cases.take', { paths: [put('关于试行的办法（草案）.txt', text('关于试行的办法')), refused] }, env);
  const two = ['停车场管理办法（送审稿）.txt', '停车场管理办法（送审稿二）.txt'].map((name) =>
    put(name, text(name.slice(0, -'.txt'.length))),
  );
  await call('cases.take', { paths: two }, env);
  await decideSample('agreement', env);
  await decideSample('normative', env);
  await leaveAllCases(env);
  return { signed, changed, draft: draftPath, missing: join(folder, '不存在的意见书.pdf') };
}

beforeAll(async () => {
  if (missingChromium !== '') return;
  folder = mkdtempSync(join(tmpdir(), 'desk-states-'));
  browser = await launchChromium();
  files = await makeRegister(join(folder, 'register'));
});
afterAll(async () => {
  if (missingChromium !== '') return;
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

it.skipIf(missingChromium !== '')(`takes a picture of every state of every room${because}`, async () => {
  const failed: string[] = [];
  let taken = 0;
  for (const viewport of sizes) {
    for (const colorScheme of schemes) {
      const place = join(into, `${viewport.width}-${colorScheme}`);
      mkdirSync(place, { recursive: true });
      for (const scene of scenes.filter(({ name }) => name.startsWith(only))) {
        // Every scene starts from the same register; what one does at the desk must not show in the next.
        const data = mkdtempSync(join(folder, 'scene-'));
        if (scene.data === 'register') cpSync(join(folder, 'register'), data, { recursive: true });
        const page = await openDesk(browser, {
          colorScheme,
          viewport,
          data,
          ...(scene.answers === undefined ? {} : { dispatch: standInFor(scene.answers) }),
          ...(scene.choices === undefined ? {} : { choices: [...scene.choices(files)] }),
        });
        page.page.setDefaultTimeout(20_000);
        try {
          await scene.go(page.page);
          taken += 1;
        } catch (error) {
          failed.push(
            `${scene.name} (${place}): ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''}`,
          );
        }
        await page.page.screenshot({ path: join(place, `${scene.name}.png`) });
        failed.push(...page.faults.map((fault) => `${scene.name}: ${fault}`));
        await page.close();
        rmSync(data, { recursive: true, force: true });
      }
    }
  }
  console.log(`${taken} pictures in ${into}`);
  expect(failed).toEqual([]);
});
