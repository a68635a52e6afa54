import { writeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { seededRandom } from './edit-kill-random.ts';
import { editStore } from './edit-kill-stores.ts';

/**
 * A process that edits by a script that its seed fixes: sessions of one to eight edits, small and large, sometimes two
 * at once, the store closed and opened again between sessions. It writes a line when it starts and one per acknowledged
 * edit, at once and without a buffer, so that a kill takes none of them back.
 */
async function run(name: string, folder: string, worker: string, seed: number, edits: number): Promise<void> {
  const store = editStore(name);
  const random = seededRandom(seed);
  const say = (line: string) => writeSync(1, `${line}\n`);
  let count = 0;
  say('started');
  while (count < edits) {
    const session = await store.open(folder);
    if (session === null) {
      await delay(1 + random() * 8);
      continue;
    }
    const last = Math.min(edits, count + 1 + Math.floor(random() * 8));
    while (count < last) {
      const together = Math.min(last - count, random() < 0.2 ? 2 : 1);
      const values = Array.from({ length: together }, () => {
        const size = random() < 0.1 ? 20_000 : 40;
        count += 1;
        return `${worker}-${count} ${'改'.repeat(Math.floor(random() * size))}`;
      });
      await Promise.all(
        values.map(async (value) => {
          await session.edit(value);
          say(`edit ${value.slice(0, value.indexOf(' '))}`);
        }),
      );
    }
    await session.close();
  }
  say('done');
}

const [name = '', folder = '', worker = '', seed = '', edits = ''] = process.argv.slice(2);
await run(name, folder, worker, Number(seed), Number(edits));
