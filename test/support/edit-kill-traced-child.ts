import { writeFileSync } from 'node:fs';
import { editByScript } from './edit-kill-script.ts';
import { editStore } from './edit-kill-stores.ts';
import { traceFolder } from './edit-kill-trace.ts';

/** A process that edits by the script and writes down, at its end, every step that the disk was asked for. */
const [name = '', folder = '', target = '', seed = '', edits = ''] = process.argv.slice(2);
const steps = traceFolder(folder);
await editByScript(editStore(name), folder, 'p', Number(seed), Number(edits), (edit) =>
  steps.push({ kind: 'acknowledged', edit }),
);
writeFileSync(target, JSON.stringify(steps));
