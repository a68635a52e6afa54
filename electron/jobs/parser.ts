import { parseFile } from './parse-file.ts';
import { parseRequest } from './parser-protocol.ts';
import { startWatchdog } from './watchdog.ts';

/** The parser process: takes one request over its channel, answers once and ends. */
async function serve(message: unknown): Promise<void> {
  const request = parseRequest.parse(message);
  startWatchdog(request.maxMemory, request.wallClock);
  const reply = await parseFile(request);
  process.send?.(reply, () => process.exit(0));
}

// Nobody is left to answer to.
process.once('disconnect', () => process.exit(1));
process.once('message', (message) => void serve(message));
