import { parseArgs } from 'node:util';
import { documentTypes } from '../../shared/check/finding.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { CommandCall } from './command-call.ts';

/** A parsed command line: which call, with which input, printed how. */
export interface Command {
  readonly call: CommandCall;
  readonly input: Readonly<Record<string, unknown>>;
  readonly json: boolean;
}

const usage = `用法：
  desk extract 文件 [--json]
  desk check 文件 --type 类型 [--as-of YYYY-MM-DD] [--only L01,L02] [--json]
  desk rules 文件 [--json]
  desk review 文件或文件夹… --type 类型 --out 文件夹 [--decisions 文件] [--as-of YYYY-MM-DD]
              [--p12 文件 --password-env 环境变量名] [--json]
  desk import 文件或文件夹… --out 文件夹 [--json]
  desk verify 文件 [--draft 文件] [--json]
  desk about [--json]
类型：normative 规范性文件，agreement 政府协议，decision 重大决策`;

const options = {
  json: { type: 'boolean' },
  help: { type: 'boolean' },
  type: { type: 'string' },
  'as-of': { type: 'string' },
  only: { type: 'string' },
  out: { type: 'string' },
  decisions: { type: 'string' },
  p12: { type: 'string' },
  'password-env': { type: 'string' },
  draft: { type: 'string' },
} as const;

type Option = keyof typeof options;

/** What each command takes besides --json and --help. */
const commands: Readonly<
  Record<
    string,
    { readonly call: CommandCall; readonly files: 'one' | 'many' | 'none'; readonly takes: readonly Option[] }
  >
> = {
  extract: { call: 'extract.file', files: 'one', takes: [] },
  check: { call: 'check.run', files: 'one', takes: ['type', 'as-of', 'only'] },
  rules: { call: 'rules.read', files: 'one', takes: [] },
  review: {
    call: 'opinion.review',
    files: 'many',
    takes: ['type', 'as-of', 'out', 'decisions', 'p12', 'password-env'],
  },
  import: { call: 'import.take', files: 'many', takes: ['out'] },
  verify: { call: 'sign.verify', files: 'one', takes: ['draft'] },
  about: { call: 'system.about', files: 'none', takes: [] },
};

/** The usage text, for --help. */
export class HelpRequest extends Error {
  override readonly name = 'HelpRequest';
  constructor() {
    super(usage);
  }
}

const bad = (message: string): AppError => new AppError('bad-usage', `${message} 用 desk --help 查看用法。`);

/**
 * Reads the command line.
 * @param environment where `--password-env` is looked up, so that no password stands on a command line
 * @throws AppError `bad-usage`; HelpRequest for --help
 */
export function parseCommand(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Command {
  let parsed;
  try {
    parsed = parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    throw bad(`参数不对（${error instanceof Error ? error.message.split('\n', 1)[0] : ''}）。`);
  }
  const { values, positionals } = parsed;
  if (values.help === true) throw new HelpRequest();
  const [name, ...files] = positionals;
  if (name === undefined) throw bad('没有写明要做什么。');
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw bad(`没有“${name}”这个命令。`);
  const given = Object.keys(values) as Option[];
  const foreign = given.filter((key) => key !== 'json' && !command.takes.includes(key));
  if (foreign.length > 0) throw bad(`命令“${name}”不接受 --${foreign.join('、--')}。`);
  if (command.files === 'none' && files.length > 0) throw bad(`命令“${name}”不接受文件。`);
  if (command.files === 'one' && files.length !== 1) throw bad(`命令“${name}”要一个文件，给了 ${files.length} 个。`);
  if (command.files === 'many' && files.length === 0) throw bad(`命令“${name}”至少要一个文件或文件夹。`);
  return { call: command.call, json: values.json ?? false, input: inputOf(command.call, files, values, environment) };
}

type Values = Partial<Record<Option, string | boolean | undefined>>;

function inputOf(
  call: CommandCall,
  files: readonly string[],
  values: Values,
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, unknown>> {
  const [path] = files;
  switch (call) {
    case 'extract.file':
    case 'rules.read':
      return { path };
    case 'check.run':
      return {
        path,
        type: typeOf(values),
        ...optional('asOf', values['as-of']),
        ...optional('only', onlyOf(values.only)),
      };
    case 'opinion.review':
      return {
        paths: files,
        type: typeOf(values),
        out: required('out', values.out),
        ...optional('asOf', values['as-of']),
        ...optional('decisions', values.decisions),
        ...optional('p12', values.p12),
        ...optional('password', passwordOf(values['password-env'], environment)),
      };
    case 'import.take':
      return { paths: files, into: required('out', values.out) };
    case 'sign.verify':
      return { path, ...optional('draft', values.draft) };
    case 'system.about':
      return {};
  }
}

function optional(key: string, value: unknown): Readonly<Record<string, unknown>> {
  return value === undefined ? {} : { [key]: value };
}

function required(name: Option, value: string | boolean | undefined): string {
  if (typeof value !== 'string' || value === '') throw bad(`缺少 --${name}。`);
  return value;
}

function typeOf(values: Values): string {
  const type = required('type', values.type);
  if (!documentTypes.some((known) => known === type)) {
    throw bad(`文件类型“${type}”不对，应为 ${documentTypes.join('、')} 之一。`);
  }
  return type;
}

function onlyOf(value: string | boolean | undefined): readonly string[] | undefined {
  if (typeof value !== 'string') return undefined;
  return value
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

function passwordOf(
  name: string | boolean | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (typeof name !== 'string') return undefined;
  const password = environment[name];
  if (password === undefined) throw bad(`环境变量“${name}”没有设置，取不到证书口令。`);
  return password;
}
