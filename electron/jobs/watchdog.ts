import { Worker } from 'node:worker_threads';
import { endedItself } from './parser-protocol.ts';

/** Runs on a thread of its own, which a reader that never returns cannot hold up. Plain JavaScript: nothing bundles it. */
function watch(maxMemory: number, wallClock: number, words: typeof endedItself): string {
  return `
    const { writeSync } = require('node:fs');
    const end = (word) => { try { writeSync(2, word + '\\n'); } finally { process.kill(process.pid, 'SIGKILL'); } };
    setTimeout(end, ${wallClock}, ${JSON.stringify(words.time)});
    setInterval(() => {
      if (process.memoryUsage.rss() > ${maxMemory}) end(${JSON.stringify(words.memory)});
    }, 50);
  `;
}

/**
 * Makes this process end itself when it takes more memory or time than it was given, also when nobody is left to kill
 * it and on systems where its parent cannot see its memory.
 * @param maxMemory resident, in bytes
 * @param wallClock in milliseconds from now
 */
export function startWatchdog(maxMemory: number, wallClock: number): void {
  new Worker(watch(maxMemory, wallClock, endedItself), { eval: true }).unref();
}
