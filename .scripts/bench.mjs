// `npm run bench:NAME`: builds when stale, then runs test/bench/NAME.bench.ts, which prints its figures.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from './build.mjs';

const root = join(import.meta.dirname, '..');
const [name = '', ...rest] = process.argv.slice(2);
const file = join('test', 'bench', `${name}.bench.ts`);
if (!existsSync(join(root, file))) {
  console.error(`no bench named “${name}”`);
  process.exit(2);
}
await buildAll({ ifStale: true });
const run = spawnSync(
  process.execPath,
  [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--config', 'vitest.bench.config.ts', file, ...rest],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = run.status ?? 1;
