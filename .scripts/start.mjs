// `npm start`: builds when stale, then opens the window.
import { buildAll } from './build.mjs';
import { electronOrReason, startElectron } from './electron.mjs';

const { program, reason } = electronOrReason();
if (program === undefined) {
  process.stderr.write(`${reason}\n`);
  process.exit(2);
}
await buildAll({ ifStale: true });
const desk = startElectron(program, process.argv.slice(2));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, desk.stop);
process.exitCode = await desk.ended;
