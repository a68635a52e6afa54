// `npm run -s desk -- …`: builds when stale (to stderr), then runs the command from plain Node.
import { buildAll } from './build.mjs';

await buildAll({ ifStale: true });
await import('../dist/cli/desk.mjs');
