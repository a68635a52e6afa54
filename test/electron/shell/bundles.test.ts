import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const dist = join(import.meta.dirname, '..', '..', '..', 'dist');

/** The code of every bundle in a folder of the build. */
function bundles(folder: string): string {
  return readdirSync(join(dist, folder))
    .map((name) => readFileSync(join(dist, folder, name), 'utf8'))
    .join('\n');
}

/** Every module that code asks for at run time. */
function modulesOf(code: string): readonly string[] {
  const found = code.matchAll(/(?:\bfrom |\bimport |\bimport\(|\brequire\()\s*["']([^"'\n]+)["']/gu);
  return [...new Set([...found].map((match) => match[1] ?? ''))];
}

it('bundles the preload script alone: nothing but Electron, and no schema', () => {
  const code = bundles('preload');
  expect(modulesOf(code)).toEqual(['electron']);
  expect(code.length).toBeLessThan(4096);
});

it.each(['main', 'cli'])('gives %s no module that speaks to a network', (folder) => {
  const modules = modulesOf(bundles(folder));
  expect(modules).toContain('node:fs/promises');
  const network = /^(?:node:)?(?:http|https|http2|net|tls|dgram|dns|dns\/promises|inspector)$/u;
  expect(modules.filter((name) => network.test(name))).toEqual([]);
});

it('has neither updater nor crash upload nor a way to hand an address to another program', () => {
  expect(bundles('main').match(/\b(?:autoUpdater|crashReporter|openExternal|electron-updater)\b/gu)).toBeNull();
});
