import { parseFile } from './parse-file.ts';
import { parseRequest } from './parser-protocol.ts';
import { startWatchdog } from './watchdog.ts';

/** The port of a utility process, which has it in place of Node's channel. */
interface ParentPort {
  once(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

// Electron adds it to the object that Node's types describe; plain Node has none.
const { parentPort }: { readonly parentPort?: ParentPort } = process as object;

/** The parser process: takes one request over its channel and answers once; then it ends, or is ended by its parent. */
async function serve(message: unknown): Promise<void> {
  const request = parseRequest.parse(message);
  startWatchdog(request.maxMemory, request.wallClock);
  const reply = await parseFile(request);
  parentPort?.postMessage(reply);
  process.send?.(reply, () => process.exit(0));
}

// pdf.js takes any Electron process that has a type for a page; a utility process is plain Node.
if (parentPort) Object.defineProperty(process, 'type', { value: undefined });
// Nobody is left to answer to.
process.once('disconnect', () => process.exit(1));
process.once('message', (message) => void serve(message));
parentPort?.once('message', ({ data }) => void serve(data));
