import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CheckRun } from '../../../shared/check/run-checks.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { CheckJob, CheckMessage } from '../../jobs/check-job.ts';
import type { Environment } from '../environment.ts';

/**
 * Runs the checks in a thread of their own, so that nothing else waits for them.
 * @param wanted stops the thread when it is aborted
 * @throws AppError `cancelled`; the thread's own error where it could not run, which is a bug
 */
export function runBeside(
  job: Omit<CheckJob, 'resources'>,
  wanted: AbortSignal,
  env: Pick<Environment, 'parser' | 'resources' | 'progress'>,
): Promise<CheckRun> {
  return new Promise<CheckRun>((resolve, reject) => {
    const cancelled = (): AppError => new AppError('cancelled', '已停止检查。');
    if (wanted.aborted) {
      reject(cancelled());
      return;
    }
    const data: CheckJob = { ...job, resources: env.resources };
    // It lies beside the parser, in the sources as in what is built.
    const worker = new Worker(join(dirname(env.parser), 'checker.mjs'), { workerData: data, env: {} });
    const stop = (): void => {
      reject(cancelled());
      void worker.terminate();
    };
    wanted.addEventListener('abort', stop, { once: true });
    worker.on('message', (message: CheckMessage) => {
      if (message.kind === 'progress') {
        env.progress(`检查：${message.title}`, { done: message.done, total: message.total });
        return;
      }
      const { findings, run, skipped, failures } = message;
      resolve({ findings, run, skipped, failures });
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      wanted.removeEventListener('abort', stop);
      reject(new Error(`the thread of the checks ended with ${code} and no answer`));
    });
  });
}
