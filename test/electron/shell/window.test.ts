import { expect, it } from 'vitest';
import { menuTemplate } from '../../../electron/shell/menu.ts';
import { windowOptions } from '../../../electron/shell/window.ts';

const options = { preload: '/app/preload.cjs', partition: 'desk', isPackaged: true, isDark: false };

it('writes out every setting that guards a window', () => {
  expect(windowOptions(options).webPreferences).toEqual({
    preload: '/app/preload.cjs',
    partition: 'desk',
    contextIsolation: true,
    sandbox: true,
    webSecurity: true,
    allowRunningInsecureContent: false,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    experimentalFeatures: false,
    plugins: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    webgl: false,
    devTools: false,
  });
});

it('has the inspector only where the application is not packaged', () => {
  expect(windowOptions({ ...options, isPackaged: false }).webPreferences?.devTools).toBe(true);
});

it('offers neither inspector nor reload in the menu', () => {
  const roles = JSON.stringify(menuTemplate());
  expect(roles).not.toMatch(/toggleDevTools|reload|viewMenu|windowMenu|help/iu);
});
