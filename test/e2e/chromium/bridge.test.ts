import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskBridge } from '../../../shared/contract/bridge.ts';
import { openDesk } from '../../support/bridge.ts';
import { launchChromium, missingChromium } from '../../support/chromium.ts';

/** The window as code inside the page sees it. */
type DeskWindow = Window & { readonly desk: DeskBridge; heard?: unknown[] };

describe.skipIf(missingChromium !== '')(`the test bridge (${missingChromium || 'chromium'})`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
  });

  it('carries bytes in both directions as bytes, wherever they stand', async () => {
    const asked: unknown[] = [];
    const bytes = Uint8Array.from({ length: 40_000 }, (_, index) => index % 256);
    const desk = await openDesk(browser, {
      dispatch: (next) => async (id, input, environment) => {
        if (id !== 'sign.verify') return next(id, input, environment);
        asked.push(input);
        return { ok: true, value: { pages: [{ bytes }, new Uint8Array()], name: '意见', none: null } };
      },
    });
    const seen = await desk.page.evaluate(async () => {
      const { desk: bridge } = window as unknown as DeskWindow;
      const big = new Uint8Array(20_000).fill(7);
      const answer = (await bridge.invoke('sign.verify', { file: new Uint8Array([0, 128, 255]), list: [big] })) as {
        readonly value: { readonly pages: readonly [{ readonly bytes: Uint8Array }, Uint8Array] };
      };
      const [{ bytes: page }, empty] = answer.value.pages;
      return {
        areBytes: page instanceof Uint8Array && empty instanceof Uint8Array,
        length: page.length,
        areRight: page.every((byte, index) => byte === index % 256),
        rest: { ...answer.value, pages: [] },
      };
    });
    expect(seen).toEqual({
      areBytes: true,
      length: 40_000,
      areRight: true,
      rest: { name: '意见', none: null, pages: [] },
    });
    expect(asked).toEqual([{ file: new Uint8Array([0, 128, 255]), list: [new Uint8Array(20_000).fill(7)] }]);
    await desk.close();
  });

  it('cancels a call by its ticket and refuses a ticket in use', async () => {
    const desk = await openDesk(browser, {
      dispatch: (next) => (id, input, environment) =>
        id === 'check.run'
          ? new Promise((resolve) => {
              environment.signal.addEventListener('abort', () =>
                resolve({ ok: false, error: { code: 'cancelled', message: '已取消。', data: null } }),
              );
            })
          : next(id, input, environment),
    });
    const answers = await desk.page.evaluate(async () => {
      const { desk: bridge } = window as unknown as DeskWindow;
      const call = bridge.invoke('check.run', {}, 'one');
      const twice = await bridge.invoke('check.run', {}, 'one');
      bridge.cancel('one');
      return [await call, twice];
    });
    expect(answers).toMatchObject([{ error: { code: 'cancelled' } }, { error: { code: 'bad-usage' } }]);
    await desk.close();
  });

  it('tells the page what the menu would, and knows where dropped files lie', async () => {
    const desk = await openDesk(browser);
    await desk.page.evaluate(() => {
      const seen = window as unknown as DeskWindow;
      seen.heard = [];
      seen.desk.subscribe((event) => seen.heard?.push(event));
    });
    await desk.send({ kind: 'command', command: 'help' });
    await desk.setPaths({ '草案.docx': '/stick/草案.docx' });
    const seen = await desk.page.evaluate(() => {
      const { desk: bridge, heard } = window as unknown as DeskWindow;
      return { heard, paths: bridge.pathsOf([new File([], '草案.docx'), new File([], '别的.docx'), {}]) };
    });
    expect(seen).toEqual({ heard: [{ kind: 'command', command: 'help' }], paths: ['/stick/草案.docx'] });
    await desk.close();
  });

  it('keeps a data folder that it was given and removes its own', async () => {
    const data = mkdtempSync(join(tmpdir(), 'desk-data-'));
    const [kept, own] = [await openDesk(browser, { data }), await openDesk(browser)];
    expect(kept.data).toBe(data);
    await kept.close();
    await own.close();
    expect([existsSync(data), existsSync(own.data)]).toEqual([true, false]);
    rmSync(data, { recursive: true });
  });
});
