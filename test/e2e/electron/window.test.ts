import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DeskBridge, DeskEvent } from '../../../shared/contract/bridge.ts';
import {
  type DeskStage,
  launchDesk,
  missingElectron,
  type RunningDesk,
  stageDesk,
} from '../../support/electron-app.ts';

/** The window as code inside the page sees it. */
type DeskWindow = Window & { readonly desk: DeskBridge; heard?: unknown[] };

/** Presses an item of the application's menu. */
async function pressMenu(desk: RunningDesk, id: string): Promise<void> {
  await desk.app.evaluate(({ Menu }, item) => {
    Menu.getApplicationMenu()?.getMenuItemById(item)?.click();
  }, id);
}

/** The window as the application sees it. */
function readWindow(desk: RunningDesk): Promise<unknown> {
  return desk.app.evaluate(({ BrowserWindow, nativeTheme }) => {
    const window = BrowserWindow.getAllWindows()[0];
    return {
      bounds: window?.getBounds(),
      smallest: window?.getMinimumSize(),
      zoom: Math.round((window?.webContents.getZoomFactor() ?? 0) * 100),
      theme: nativeTheme.themeSource,
    };
  });
}

describe.skipIf(missingElectron !== '')(`the window in real Electron (${missingElectron || 'sandbox on'})`, () => {
  let stage: DeskStage;
  let desk: RunningDesk;
  beforeAll(async () => {
    stage = stageDesk();
    desk = await launchDesk(stage);
  });
  afterAll(async () => {
    await desk.close();
    stage.remove();
  });

  it('comes back where it was, as large as it was and magnified as it was', async () => {
    await pressMenu(desk, 'zoom-in');
    await pressMenu(desk, 'zoom-in');
    await desk.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 40, width: 1100, height: 700 }),
    );
    const left = {
      bounds: { x: 60, y: 40, width: 1100, height: 700 },
      smallest: [960, 600],
      zoom: 125,
      theme: 'system',
    };
    await vi.waitFor(async () => expect(await readWindow(desk)).toEqual(left), { timeout: 10_000 });
    await desk.close();
    desk = await launchDesk(stage);
    await vi.waitFor(async () => expect(await readWindow(desk)).toEqual(left), { timeout: 10_000 });
    await pressMenu(desk, 'zoom-reset');
    expect(await readWindow(desk)).toMatchObject({ zoom: 100 });
  });

  it('hands what is chosen in the menu to the page', async () => {
    await desk.page.evaluate(() => {
      const seen = window as unknown as DeskWindow;
      seen.heard = [];
      seen.desk.subscribe((event) => seen.heard?.push(event));
    });
    for (const id of ['undo', 'help', 'palette', 'about']) await pressMenu(desk, id);
    const commands = ['undo', 'help', 'palette', 'about'].map((command) => ({ kind: 'command', command }));
    await vi.waitFor(
      async () => expect(await desk.page.evaluate(() => (window as unknown as DeskWindow).heard)).toEqual(commands),
      { timeout: 10_000 },
    );
  });

  it('knows where a chosen file lies, and of nothing that has no place on the disk', async () => {
    const path = join(stage.app, '草案.txt');
    writeFileSync(path, '第一条');
    chmodSync(path, 0o644);
    await desk.page.evaluate(() => {
      const input = document.createElement('input');
      input.type = 'file';
      input.id = 'probe';
      document.body.append(input);
    });
    await desk.page.setInputFiles('#probe', path);
    const paths = await desk.page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('#probe');
      const { desk: bridge } = window as unknown as DeskWindow;
      const inMemory = new File(['x'], 'memory.txt');
      const found = bridge.pathsOf([...(input?.files ?? []), inMemory, {}, document.body]);
      input?.remove();
      return found;
    });
    expect(paths).toEqual([path]);
  });

  it('cancels a call by its ticket', async () => {
    const folder = join(stage.app, 'resources', 'samples', 'normative', '送审材料');
    const draft = join(folder, '卧龙区农贸市场管理办法（试行）（送审稿）.docx');
    const answers = await desk.page.evaluate(async (path) => {
      const { desk: bridge } = window as unknown as DeskWindow;
      const call = bridge.invoke('check.run', { path, type: 'normative' }, 'probe');
      const twice = await bridge.invoke('system.about', {}, 'probe');
      bridge.cancel('probe');
      return [await call, twice];
    }, draft);
    expect(answers).toMatchObject([
      { ok: false, error: { code: 'cancelled' } },
      { ok: false, error: { code: 'bad-usage' } },
    ]);
  });

  it('does what the page still asks for when it is told that the window closes', async () => {
    const into = dirname(stage.data);
    const draft = join(stage.app, 'resources', 'samples', 'normative', '送审材料', '送审函.txt');
    await desk.page.evaluate(
      (input) => {
        const { desk: bridge } = window as unknown as DeskWindow;
        bridge.subscribe((event) => {
          if ((event as DeskEvent).kind === 'closing') void bridge.invoke('import.take', input);
        });
      },
      { paths: [draft], into },
    );
    await desk.close();
    const cases = readdirSync(into).filter((name) => existsSync(join(into, name, 'originals')));
    expect(cases).toHaveLength(1);
    expect(readdirSync(into).filter((name) => name.startsWith('.'))).toEqual([]);
    desk = await launchDesk(stage);
  });

  it('asks what to do when the process of its page dies, writes it down, and brings the page back', async () => {
    // Before the page is there, it has no process that could die.
    await desk.page.locator('#root > *').first().waitFor();
    const asked = await desk.app.evaluateHandle(({ BrowserWindow, dialog }) => {
      const options: unknown[] = [];
      // Nobody is there to press the button of a native dialog.
      dialog.showMessageBox = ((_window: unknown, given: unknown) => {
        options.push(given);
        return Promise.resolve({ response: 0, checkboxChecked: false });
      }) as unknown as typeof dialog.showMessageBox;
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
      return options;
    });
    await vi.waitFor(async () => expect(await asked.jsonValue()).toMatchObject([{ buttons: ['重新载入', '退出'] }]), {
      timeout: 10_000,
    });
    const log = join(stage.data, 'logs', 'desk.log');
    await vi.waitFor(() => expect(existsSync(log)).toBe(true), { timeout: 10_000 });
    expect(readFileSync(log, 'utf8')).toMatch(/^\S+Z Error: the page's process is gone: /mu);
    // Playwright has given up on the page whose process died; the application is asked in its place.
    await vi.waitFor(
      async () =>
        expect(
          await desk.app.evaluate(
            ({ BrowserWindow }) =>
              BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
                "document.querySelector('#root')?.childElementCount > 0 && typeof window.desk.invoke",
              ) as Promise<unknown>,
          ),
        ).toBe('function'),
      { timeout: 10_000 },
    );
  });
});
