import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { takeLock } from '../../electron/storage/lock.ts';
import { seededRandom } from './edit-kill-random.ts';

/**
 * A process that takes the lock of a folder again and again and writes into `holders.log` what it does while it holds
 * it. Under the name `unlocked` it does the same without the lock, which whoever reads the log must notice.
 */
async function run(how: string, folder: string, seed: number): Promise<void> {
  const random = seededRandom(seed);
  const log = join(folder, 'holders.log');
  for (let session = 0; ; session += 1) {
    const say = (what: string) => appendFileSync(log, `${process.pid}.${session} ${what}\n`);
    const taking =
      how === 'unlocked'
        ? null
        : await takeLock(join(folder, 'case.lock'), { user: '张三', workstation: '一号机' }, new Date());
    if (taking?.kind === 'taken-by') {
      await delay(random() * 4);
      continue;
    }
    say('enter');
    const steps = Math.floor(random() * 4);
    for (let step = 0; step < steps; step += 1) {
      await delay(random() * 3);
      if (taking !== null && !(await taking.lock.isHeld())) say('lost');
      say('work');
    }
    say('leave');
    await taking?.lock.release();
    if (random() < 0.5) await delay(random() * 3);
  }
}

const [how = '', folder = '', seed = ''] = process.argv.slice(2);
await run(how, folder, Number(seed));
