import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Tests start the built parser process; without a build they would fail one by one for the same reason. */
export function setup(): void {
  const parser = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'parser.mjs');
  if (!existsSync(parser)) throw new Error('dist/ is missing: run `npm run build` first (npm test does so by itself)');
}
