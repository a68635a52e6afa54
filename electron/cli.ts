import { AppError } from '../shared/contract/errors.ts';
import manifest from '../package.json' with { type: 'json' };
import { HelpRequest, parseCommand, type Command } from './cli/arguments.ts';
import { hasTrouble, render } from './cli/render.ts';
import { call } from './services/dispatch.ts';
import { nodeEnvironment } from './services/node-environment.ts';

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

async function main(argv: readonly string[]): Promise<number> {
  let command: Command;
  try {
    command = parseCommand(argv, process.env);
  } catch (error) {
    if (error instanceof HelpRequest) {
      process.stdout.write(`${error.message}\n`);
      return 0;
    }
    throw error;
  }
  const isTerminal = process.stderr.isTTY;
  const abort = new AbortController();
  process.once('SIGINT', () => abort.abort());
  const progress = (message: string): void => {
    if (isTerminal) say(`… ${message}`);
  };
  const env = nodeEnvironment(import.meta.dirname, manifest.version, progress, abort.signal);
  const output = await call(command.call, command.input, env);
  const text = command.json ? JSON.stringify(output) : render(command.call, output).join('\n');
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(`${text}\n`, (error) => (error ? reject(error) : resolve()));
  });
  return hasTrouble(command.call, output) ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = 2;
  say(
    error instanceof AppError
      ? error.message
      : `程序内部出错，本次操作没有完成：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
}
