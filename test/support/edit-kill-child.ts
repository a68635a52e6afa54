import { writeSync } from 'node:fs';
import { editByScript } from './edit-kill-script.ts';
import { editStore } from './edit-kill-stores.ts';

/**
 * A process that edits by the script until it is killed or done. It writes a line when it starts and one per
 * acknowledged edit, at once and without a buffer, so that a kill takes none of them back.
 */
const [name = '', folder = '', worker = '', seed = '', edits = ''] = process.argv.slice(2);
writeSync(1, 'started\n');
await editByScript(editStore(name), folder, worker, Number(seed), Number(edits), (edit) =>
  writeSync(1, `edit ${edit}\n`),
);
