import { randomBytes } from 'node:crypto';
import { takeSubmission } from '../../electron/services/import/take-submission.ts';
import { fixedEnvironment } from './environment.ts';

/** A process that does one import and says when it starts and when it is done; `import-kill.ts` builds and kills it. */
async function run(store: string, paths: readonly string[]): Promise<void> {
  const environment = fixedEnvironment({ now: () => new Date(), randomBytes: (length) => randomBytes(length) });
  process.send?.('started');
  await takeSubmission(paths, store, environment);
  process.send?.('done', () => process.exit(0));
}

const [store = '', ...paths] = process.argv.slice(2);
await run(store, paths);
