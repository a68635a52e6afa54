import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const dist = join(import.meta.dirname, '..', '..', '..', 'dist');

/** Every module that a bundle asks for at run time. */
function modulesOf(bundle: string): readonly string[] {
  const code = readFileSync(join(dist, bundle), 'utf8');
  const found = code.matchAll(/(?:\bfrom |\bimport |\bimport\(|\brequire\()\s*["']([^"'\n]+)["']/gu);
  return [...new Set([...found].map((match) => match[1] ?? ''))];
}

it('bundles the preload script alone: nothing but Electron, and no schema', () => {
  expect(modulesOf('preload/preload.cjs')).toEqual(['electron']);
  expect(readFileSync(join(dist, 'preload/preload.cjs'), 'utf8').length).toBeLessThan(4096);
});

it('gives the main process no module that speaks to a network', () => {
  const modules = modulesOf('main/main.mjs');
  expect(modules).toContain('electron');
  const network = /^(?:node:)?(?:http|https|http2|net|tls|dgram|dns|dns\/promises|inspector)$/u;
  expect(modules.filter((name) => network.test(name))).toEqual([]);
});

it('has neither updater nor crash upload nor a way to hand an address to another program', () => {
  const code = readFileSync(join(dist, 'main/main.mjs'), 'utf8');
  expect(code.match(/\b(?:autoUpdater|crashReporter|openExternal|electron-updater)\b/gu)).toBeNull();
});
