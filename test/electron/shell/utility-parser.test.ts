import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import type { ParserProcess } from '../../../electron/services/extract/parser-port.ts';
import { type ForkUtility, startUtilityParser } from '../../../electron/shell/utility-parser.ts';

/** Stands in for Electron's utility process. */
class FakeUtility extends EventEmitter {
  pid: number | undefined = undefined;
  readonly stderr = new PassThrough();
  readonly posted: unknown[] = [];
  postMessage = (message: unknown): void => void this.posted.push(message);
}

/** Starts one and keeps what it was started with. */
function start(): { readonly fake: FakeUtility; readonly given: unknown[]; readonly parser: ParserProcess } {
  const fake = new FakeUtility();
  const given: unknown[] = [];
  const open = startUtilityParser((...args) => {
    given.push(...args);
    // The fake has the members that are used.
    return fake as unknown as ReturnType<ForkUtility>;
  });
  return { fake, given, parser: open('/app/parser.mjs') };
}

describe('a parser in a utility process', () => {
  it('gets a bounded heap, no way to make code from text, and nothing of our environment', () => {
    vi.stubEnv('SECRET_OF_OURS', 'x');
    const { given } = start();
    expect(given[0]).toBe('/app/parser.mjs');
    expect(given[2]).toMatchObject({
      execArgv: ['--js-flags=--max-old-space-size=512 --disallow-code-generation-from-strings'],
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    expect(JSON.stringify(given)).not.toContain('SECRET_OF_OURS');
    vi.unstubAllEnvs();
  });

  it('is killed outright, and also when it was told to end before it had begun', () => {
    const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
    const begun = start();
    begun.fake.pid = 4242;
    begun.parser.kill();
    expect(kill.mock.calls).toEqual([[4242, 'SIGKILL']]);
    kill.mockClear();
    const early = start();
    early.parser.kill();
    expect(kill).not.toHaveBeenCalled();
    early.fake.pid = 4343;
    early.fake.emit('spawn');
    expect(kill.mock.calls).toEqual([[4343, 'SIGKILL']]);
    kill.mockRestore();
  });

  it('is reported gone once all it said has been heard', async () => {
    const { fake, parser } = start();
    const ended = new Promise((resolve) => parser.onExit(resolve));
    fake.emit('exit', 1);
    fake.stderr.end('desk-parser: memory limit\n');
    expect(await ended).toEqual({ signal: null, stderr: 'desk-parser: memory limit\n' });
  });

  it('is reported gone also where the end of what it wrote never comes', async () => {
    const { fake, parser } = start();
    const ended = new Promise((resolve) => parser.onExit(resolve));
    fake.stderr.write('desk-parser: time limit\n');
    fake.emit('exit', 9);
    expect(await ended).toEqual({ signal: null, stderr: 'desk-parser: time limit\n' });
  });

  it('passes requests and replies through and knows its number once it has one', () => {
    const { fake, parser } = start();
    const heard: unknown[] = [];
    parser.onMessage((message) => heard.push(message));
    expect(parser.pid).toBeNull();
    fake.pid = 7;
    expect(parser.pid).toBe(7);
    fake.emit('message', { kind: 'failed', detail: 'x' });
    expect(heard).toEqual([{ kind: 'failed', detail: 'x' }]);
  });
});
