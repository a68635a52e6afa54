import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { launchDesk, missingElectron, stageDesk } from '../support/electron-app.ts';
import { largeDraft } from '../support/large-draft.ts';

const because = missingElectron === '' ? '' : ` (${missingElectron})`;
const pages = Number(process.env['PAGES'] ?? 300);
const rounds = Number(process.env['ROUNDS'] ?? 7);
const keystrokes = 60;
/** Milliseconds that the desk promises. */
const targets = { open: 300, frame: 50, script: 16 } as const;

const sorted = (values: readonly number[]): readonly number[] => [...values].sort((a, b) => a - b);
const median = (values: readonly number[]): number => sorted(values)[Math.floor(values.length / 2)] ?? Number.NaN;
const longestOf95 = (values: readonly number[]): number =>
  sorted(values)[Math.floor(values.length * 0.95)] ?? Number.NaN;
const most = (values: readonly number[]): number => Math.max(...values);
const show = (value: number): string => value.toFixed(1);

/** Asks the services from inside the page, as the window does. */
async function ask(page: Page, id: string, input: object): Promise<unknown> {
  return page.evaluate(
    async ([call, given]) => {
      const { desk } = window as unknown as { desk: { invoke: (id: string, input: object) => Promise<unknown> } };
      const crossed = await desk.invoke(call, given);
      const answer = (typeof crossed === 'string' ? JSON.parse(crossed) : crossed) as {
        readonly ok: boolean;
        readonly value: unknown;
      };
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      return answer.value;
    },
    [id, input] as const,
  );
}

/** Opens the case by a click on its name; milliseconds from the click to the frame after the one that holds its text. */
async function openToPaint(page: Page): Promise<number> {
  await page.locator('.cases-name').first().waitFor();
  // As long as a person needs at least to find the case in the register.
  await page.waitForTimeout(1500);
  const painted = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        addEventListener(
          'click',
          ({ timeStamp }) => {
            const look = (): void => {
              const text = document.querySelector('.document-pane-paper')?.textContent ?? '';
              if (text.length < 1000) requestAnimationFrame(look);
              // The frame in which the text is there is painted when the next task runs.
              else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp), 0));
            };
            look();
          },
          { capture: true, once: true },
        );
      }),
  );
  await page.locator('.cases-name').first().click();
  return painted;
}

/** Pixels a frame: a notch of the wheel in every one, and as fast as a scroll bar that is pulled to the end in seconds. */
const speeds = { 'by the wheel': 120, flung: 730 } as const;

/** Scrolls the draft from the first line to the last, so many pixels a frame; milliseconds of each frame. */
async function scrollFrames(page: Page, pixels: number): Promise<readonly number[]> {
  return page.evaluate(
    (step) =>
      new Promise<readonly number[]>((resolve, reject) => {
        let scroller = document.querySelector('.document-pane-paper')?.parentElement ?? null;
        while (scroller !== null && scroller.scrollHeight <= scroller.clientHeight + 10)
          scroller = scroller.parentElement;
        if (scroller === null) {
          reject(new Error('nothing scrolls'));
          return;
        }
        const pane = scroller;
        const frames: number[] = [];
        let last = performance.now();
        // The leap back to the top is none of the scroll.
        pane.scrollTop = 0;
        const next = (): void => {
          requestAnimationFrame(() => {
            const now = performance.now();
            frames.push(now - last);
            last = now;
            if (pane.scrollTop + pane.clientHeight >= pane.scrollHeight - 2 || frames.length > 5000)
              resolve(frames.slice(1));
            else {
              pane.scrollTop += step;
              next();
            }
          });
        };
        setTimeout(() => {
          last = performance.now();
          next();
        }, 500);
      }),
    pixels,
  );
}

/** Milliseconds that scripts have run in the page since it was loaded. */
async function scriptTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN) * 1000;
}

/** Types into the field that has the keyboard; per letter, all script it causes and the time to the frame after it. */
async function type(page: Page, session: CDPSession): Promise<{ readonly script: number[]; readonly paint: number[] }> {
  const script: number[] = [];
  for (let at = 0; at < keystrokes; at += 1) {
    const before = await scriptTime(session);
    await page.keyboard.press('a');
    // Whatever the letter still causes, such as saving it, belongs to it.
    await page.waitForTimeout(60);
    script.push((await scriptTime(session)) - before);
  }
  // Apart from the above, so that listening costs no letter any script.
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { keyTimes: times });
    const hear = ({ timeStamp }: Event): void =>
      void requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - timeStamp), 0));
    addEventListener('keydown', hear, { capture: true });
  });
  for (let at = 0; at < keystrokes; at += 1) {
    await page.keyboard.press('b');
    await page.waitForTimeout(60);
  }
  const paint = await page.evaluate(() => (window as unknown as { readonly keyTimes: number[] }).keyTimes);
  return { script, paint };
}

it.skipIf(missingElectron !== '')(`opens, scrolls and edits a case of ${pages} pages${because}`, async () => {
  const stage = stageDesk();
  const file = join(stage.app, '卧龙区农贸市场管理办法（送审稿）.txt');
  writeFileSync(file, largeDraft(pages));
  const desk = await launchDesk(stage);
  const { page } = desk;
  try {
    await page.getByRole('heading', { name: '从一份送审材料开始' }).waitFor();
    const taken = (await ask(page, 'cases.take', { paths: [file] })) as { readonly case: string };
    const opened: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await ask(page, 'cases.leave', { case: taken.case }).catch(() => undefined);
      await page.reload();
      opened.push(await openToPaint(page));
      await page.getByRole('tab', { name: /^检查结果 [1-9]/u }).waitFor({ timeout: 60_000 });
    }
    const size = await page.evaluate(() => document.querySelector('.document-pane-paper')?.textContent.length ?? 0);
    const tab = await page.getByRole('tab', { name: /^检查结果 [1-9]/u }).innerText();
    console.log(`case of ${pages} pages: ${size} characters, ${tab.replace(/\s+/gu, ' ')}`);
    console.log(
      `open to first paint, ${rounds} times: ${opened.map(show).join(', ')}; median ${show(median(opened))} ms, ` +
        `longest ${show(most(opened))} ms (target ${targets.open})`,
    );
    for (const [manner, pixels] of Object.entries(speeds)) {
      const frames = await scrollFrames(page, pixels);
      console.log(
        `scrolled through ${manner}, ${pixels} px a frame, ${frames.length} frames: median ${show(median(frames))} ms, longest ` +
          `${show(most(frames))} ms, ${frames.filter((frame) => frame > targets.frame).length} over ${targets.frame} ms`,
      );
    }
    await page.keyboard.press('j');
    await page.getByRole('button', { name: /^转为问题/u }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('e');
    await page.getByRole('textbox', { name: '问题', exact: true }).and(page.locator(':focus')).waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const { script, paint } = await type(page, session);
    console.log(
      `keystroke in the issue editor, ${keystrokes} letters: script median ${show(median(script))} ms, 95 in 100 within ` +
        `${show(longestOf95(script))} ms, longest ${show(most(script))} ms (target ${targets.script}); to the frame after it median ${show(median(paint))} ms, ` +
        `longest ${show(most(paint))} ms`,
    );
    expect(opened).toHaveLength(rounds);
  } finally {
    await desk.close();
    stage.remove();
  }
});
