import { setTimeout as delay } from 'node:timers/promises';
import { seededRandom } from './edit-kill-random.ts';
import type { EditStore } from './edit-kill-stores.ts';

/**
 * Edits by a script that a seed fixes: sessions of one to eight edits, small and large, sometimes two at once, the store
 * closed and opened again between sessions.
 * @param acknowledged told the name of each edit as soon as it is acknowledged
 */
export async function editByScript(
  store: EditStore,
  folder: string,
  worker: string,
  seed: number,
  edits: number,
  acknowledged: (edit: string) => void,
): Promise<void> {
  const random = seededRandom(seed);
  let count = 0;
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
          acknowledged(value.slice(0, value.indexOf(' ')));
        }),
      );
    }
    await session.close();
  }
}
