// `npm run package [-- FOLDER]`: builds when stale, then packs the application into release/, or into FOLDER, as a
// folder that runs by itself.
// With ELECTRON_OVERRIDE_DIST_PATH set, that unpacked Electron is packed; otherwise electron-builder downloads one.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'electron-builder';
import { buildAll } from './build.mjs';

const root = join(import.meta.dirname, '..');

/** What a test runtime carries beside Electron itself must not ship. */
function dropStrangers({ appOutDir }) {
  for (const name of ['as-user', join('resources', 'default_app.asar')]) rmSync(join(appOutDir, name), { force: true });
}

function electronOverride() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return {};
  const file = join(folder, 'version');
  if (!existsSync(file)) throw new Error(`ELECTRON_OVERRIDE_DIST_PATH has no file "version": ${folder}`);
  return { electronDist: folder, electronVersion: readFileSync(file, 'utf8').trim().replace(/^v/, '') };
}

const output = resolve(process.argv[2] ?? join(root, 'release'));
await buildAll({ ifStale: true });
const paths = await build({
  projectDir: root,
  publish: 'never',
  dir: true,
  config: { extends: 'electron-builder.yml', directories: { output }, ...electronOverride(), afterPack: dropStrangers },
});
process.stderr.write(`${paths.length > 0 ? paths.join('\n') : output}\n`);
