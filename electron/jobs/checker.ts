import { parentPort, workerData } from 'node:worker_threads';
import { runCheckJob, type CheckJob } from './check-job.ts';

// A thread for one run of the checks; it ends when it has answered. The one who starts it hands the job over.
await runCheckJob(workerData as CheckJob, (message) => parentPort?.postMessage(message));
