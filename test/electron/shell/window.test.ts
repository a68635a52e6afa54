import { expect, it } from 'vitest';
import { windowOptions } from '../../../electron/shell/window.ts';

const options = {
  preload: '/app/preload.cjs',
  partition: 'desk',
  isPackaged: true,
  isDark: false,
  place: { x: 10, y: 20, width: 1200, height: 800 },
  zoom: 150,
};

it('writes out every setting that guards a window', () => {
  expect(windowOptions(options).webPreferences).toEqual({
    preload: '/app/preload.cjs',
    partition: 'desk',
    zoomFactor: 1.5,
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

it('opens where it is told to, no smaller than the rooms need, and shows itself once painted', () => {
  expect(windowOptions(options)).toMatchObject({
    x: 10,
    y: 20,
    width: 1200,
    height: 800,
    minWidth: 960,
    minHeight: 600,
    show: false,
  });
});
