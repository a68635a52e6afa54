// Builds what ships into dist/: the desk command, the parser process, main and preload, the renderer, and the assets
// (subset fonts, pdf.js tables). `--if-stale` builds only when a source is newer than the last build.
import { existsSync, readdirSync, statSync, writeFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { buildAssets } from './assets.mjs';

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'dist', '.built');
const sources = [
  'electron',
  'renderer',
  'shared',
  'resources',
  '.scripts',
  'vite.config.ts',
  'vite.renderer.config.ts',
  'package-lock.json',
];

function newest(path) {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), entry.mtimeMs);
}

/** Builds all, or nothing when the last build is newer than every source. */
export async function buildAll({ ifStale = false } = {}) {
  const latest = Math.max(
    ...sources.filter((name) => existsSync(join(root, name))).map((name) => newest(join(root, name))),
  );
  if (ifStale && existsSync(stamp) && statSync(stamp).mtimeMs > latest) return;
  const started = Date.now();
  process.stderr.write('building …\n');
  rmSync(stamp, { force: true });
  await buildAssets();
  for (const target of ['cli', 'main', 'preload']) {
    await build({ configFile: join(root, 'vite.config.ts'), mode: target, logLevel: 'warn' });
  }
  await build({ configFile: join(root, 'vite.renderer.config.ts'), logLevel: 'warn' });
  writeFileSync(stamp, `${new Date().toISOString()}\n`);
  process.stderr.write(`built in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

if (process.argv[1] === import.meta.filename) await buildAll({ ifStale: process.argv.includes('--if-stale') });
