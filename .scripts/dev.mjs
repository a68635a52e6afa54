// `npm run dev`: rebuilds each part when its sources change and opens the window anew once the build is whole again.
import { join } from 'node:path';
import { build } from 'vite';
import { buildAssets } from './assets.mjs';
import { electronOrReason, startElectron } from './electron.mjs';

const root = join(import.meta.dirname, '..');
const { program, reason } = electronOrReason();
if (program === undefined) {
  process.stderr.write(`${reason}\n`);
  process.exit(2);
}

await buildAssets();
const parts = [
  ...['cli', 'main', 'preload'].map((mode) => ({ configFile: join(root, 'vite.config.ts'), mode })),
  { configFile: join(root, 'vite.renderer.config.ts'), mode: 'production' },
];
const watchers = await Promise.all(parts.map((part) => build({ ...part, logLevel: 'warn', build: { watch: {} } })));

const building = new Set(watchers);
let desk;
let isRestarting = false;

async function restart() {
  isRestarting = true;
  desk?.stop();
  await desk?.ended;
  isRestarting = false;
  desk = startElectron(program);
  // Closing the window ends the watch; closing it for a restart does not.
  void desk.ended.then((code) => (isRestarting ? undefined : stop(code)));
}

async function stop(code) {
  await Promise.all(watchers.map((watcher) => watcher.close()));
  process.exit(code);
}

for (const watcher of watchers) {
  watcher.on('event', (event) => {
    if (event.code === 'START') building.add(watcher);
    if (event.code === 'ERROR') process.stderr.write(`${event.error.message}\n`);
    if (event.code === 'END') {
      building.delete(watcher);
      if (building.size === 0 && !isRestarting) void restart();
    }
  });
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    isRestarting = true;
    desk?.stop();
    void (desk?.ended ?? Promise.resolve()).then(() => stop(0));
  });
}
