import { fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Extraction } from '../../../shared/document/source.ts';
import { endedItself, parseReply, type ParseRequest } from '../../jobs/parser-protocol.ts';
import type { Environment } from '../environment.ts';
import { defaultLimits, type ExtractLimits } from './format.ts';
import type { ParserProcess, StartParser } from './parser-port.ts';

/** How one file is parsed. */
export interface ParseOptions {
  /** What the person calls the file; the path's last part otherwise. */
  readonly name?: string;
  readonly limits?: ExtractLimits;
  /** Milliseconds. */
  readonly wallClock?: number;
  /** Bytes of resident memory. */
  readonly maxMemory?: number;
  readonly start?: StartParser;
}

/** What a parser process found, and the hash of the bytes in which it found it. */
export interface ParsedFile {
  readonly sha256: string;
  readonly extraction: Extraction;
}

const stderrKept = 8192;
/** The child ends itself a little later than its parent ends it: the parent's word is the clearer one. */
const childGrace = 2000;
const memoryPoll = 100;

type Ending =
  | { readonly kind: 'reply'; readonly message: unknown }
  | { readonly kind: 'cancelled' | 'time' | 'memory' }
  | { readonly kind: 'died'; readonly stderr: string };

/** The environment variables a parser process needs of its surroundings: Windows cannot start one without its own folder. */
export function minimalVariables(): NodeJS.ProcessEnv {
  const names = process.platform === 'win32' ? ['SystemRoot', 'TEMP', 'TMP'] : [];
  return Object.fromEntries(names.map((name) => [name, process.env[name]]));
}

/**
 * The arguments of V8 for a parser process: a bounded heap, and no code made from text.
 * @param heap megabytes
 */
export function parserArguments(heap = 512): string[] {
  return [`--max-old-space-size=${heap}`, '--disallow-code-generation-from-strings'];
}

/**
 * {@link StartParser} by Node's fork.
 * @param heap megabytes of JavaScript heap at which V8 aborts the process
 */
export function forkParser(script: string, heap?: number): ParserProcess {
  const child = fork(script, [], {
    cwd: dirname(script),
    env: minimalVariables(),
    execArgv: parserArguments(heap),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'json', // the plain one: what comes back comes from a process that has read anything
  });
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    stderr = (stderr + chunk).slice(-stderrKept);
  });
  return {
    pid: child.pid ?? null,
    send: (request) => child.send(request, () => undefined), // a child that is gone is heard of by its exit
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => {
      child.once('error', (error) => listener({ signal: null, stderr: `${error.message}\n${stderr}` }));
      child.once('close', (_code, signal) => listener({ signal, stderr }));
    },
    kill: () => child.kill('SIGKILL'),
  };
}

/** Resident memory of a process in bytes; 0 where the system does not show it (the process watches itself there). */
async function residentMemory(pid: number | null): Promise<number> {
  if (pid === null || process.platform !== 'linux') return 0;
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB$/mu.exec(status)?.[1] ?? 0) * 1024;
}

/** Runs one process to its end and says how it came about; when this resolves the process is gone. */
function runToEnd(child: ParserProcess, request: ParseRequest, signal: AbortSignal): Promise<Ending> {
  return new Promise((settle) => {
    let ending: Ending | null = null;
    const finish = (why: Ending) => {
      ending ??= why;
      child.kill();
    };
    const cancel = () => finish({ kind: 'cancelled' });
    const clock = setTimeout(() => finish({ kind: 'time' }), request.wallClock - childGrace);
    const poll = setInterval(() => {
      void residentMemory(child.pid).then((bytes) => {
        if (bytes > request.maxMemory) finish({ kind: 'memory' });
      });
    }, memoryPoll);
    child.onMessage((message) => finish({ kind: 'reply', message }));
    child.onExit((ended) => {
      clearTimeout(clock);
      clearInterval(poll);
      signal.removeEventListener('abort', cancel);
      settle(ending ?? explainEnd(ended));
    });
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) cancel();
    child.send(request);
  });
}

/** Why a process ended by itself without an answer. */
function explainEnd(ended: { readonly signal: string | null; readonly stderr: string }): Ending {
  if (ended.stderr.includes(endedItself.time)) return { kind: 'time' };
  if (ended.stderr.includes(endedItself.memory)) return { kind: 'memory' };
  // V8 aborts the process when its heap is full.
  if (/out of memory/iu.test(ended.stderr)) return { kind: 'memory' };
  return { kind: 'died', stderr: `${ended.signal ?? ''}\n${ended.stderr}` };
}

function judge(ending: Ending, name: string, seconds: number, env: Environment): ParsedFile {
  switch (ending.kind) {
    case 'cancelled':
      throw new AppError('cancelled', `已取消读取文件“${name}”。`);
    case 'time':
      throw new AppError(
        'limit-exceeded',
        `文件“${name}”在 ${seconds} 秒内没有读完，已停止读取。文件可能过大或内容异常，请拆分或重新导出后提交。`,
      );
    case 'memory':
      throw new AppError(
        'limit-exceeded',
        `文件“${name}”占用内存过多，已停止读取。文件可能过大或内容异常，请拆分或重新导出后提交。`,
      );
    case 'died':
      env.log(new Error(`parser process died over ${name}: ${ending.stderr}`));
      throw new AppError(
        'parser-failed',
        `读取文件“${name}”的进程意外中止。请重新导出后再提交；仍不行请联系维护人员。`,
      );
    case 'reply':
      return judgeReply(ending.message, name, env);
  }
}

function judgeReply(message: unknown, name: string, env: Environment): ParsedFile {
  const reply = parseReply.safeParse(message);
  if (!reply.success || reply.data.kind === 'failed') {
    const detail = reply.success && reply.data.kind === 'failed' ? reply.data.detail : String(reply.error?.message);
    env.log(new Error(`parser process failed over ${name}: ${detail}`));
    throw new AppError('parser-failed', `文件“${name}”读取失败，内容可能不合规范。请用 Word 或 WPS 另存后重新提交。`);
  }
  if (reply.data.kind === 'extraction') return { sha256: reply.data.sha256, extraction: reply.data.extraction };
  const { code, message: reason } = reply.data;
  throw new AppError(code, reason.includes(`“${name}”`) ? reason : `文件“${name}”：${reason}`);
}

/**
 * Reads one file in a process of its own, which is killed when it takes more than its time or memory, and is gone when
 * this settles. What it answers is checked against a schema.
 * @throws AppError the reader's own refusals, `limit-exceeded`, `parser-failed`, `cancelled`; every message names the file
 */
export async function parseInProcess(path: string, env: Environment, options: ParseOptions = {}): Promise<ParsedFile> {
  const { name = basename(path), limits = defaultLimits, wallClock = 60_000, maxMemory = 1024 ** 3 } = options;
  if (env.signal.aborted) throw new AppError('cancelled', `已取消读取文件“${name}”。`);
  const child = (options.start ?? env.startParser ?? ((script) => forkParser(script)))(env.parser);
  const request: ParseRequest = {
    path: resolve(path),
    name,
    assets: resolve(env.assets),
    limits,
    maxMemory,
    wallClock: wallClock + childGrace,
  };
  return judge(await runToEnd(child, request, env.signal), name, Math.round(wallClock / 1000), env);
}
