import type { CallId, CallOutput, Handlers } from '../../shared/contract/contract.ts';
import { contract, isCallId } from '../../shared/contract/contract.ts';
import { AppError, type Result, type WireError } from '../../shared/contract/errors.ts';
import type { Environment } from './environment.ts';
import { handlers } from './handlers/handlers.ts';

/** Turns whatever was thrown into what may cross the contract; what is not an {@link AppError} is a bug and is logged. */
function toWireError(error: unknown, environment: Environment): WireError {
  if (error instanceof AppError) return { code: error.code, message: error.message, data: error.data };
  environment.log(error);
  return {
    code: 'internal',
    message: '程序内部出错，本次操作没有完成，已有数据未受影响。请重试；仍不行请把日志交给维护人员。',
    data: null,
  };
}

/** Where in the input the first mistake is, in words. */
function describeIssue(error: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}): string {
  const first = error.issues[0];
  if (!first) return '';
  return `${first.path.map(String).join('.') || '输入'}：${first.message}`;
}

/**
 * The one way in: checks the name and the input, runs the handler, checks the output. Never throws.
 * @param id name of a call, untrusted
 * @param input untrusted
 */
export async function dispatch(
  id: string,
  input: unknown,
  environment: Environment,
  using: Handlers<Environment> = handlers,
): Promise<Result<unknown>> {
  try {
    if (!isCallId(id)) throw new AppError('bad-usage', `没有名为“${id.slice(0, 60)}”的操作。`);
    return { ok: true, value: await run(id, input, environment, using) };
  } catch (error) {
    return { ok: false, error: toWireError(error, environment) };
  }
}

/** {@link dispatch} for a caller that knows the call's types. @throws AppError */
export async function call<Id extends CallId>(
  id: Id,
  input: unknown,
  environment: Environment,
  using: Handlers<Environment> = handlers,
): Promise<CallOutput<Id>> {
  return run(id, input, environment, using);
}

async function run<Id extends CallId>(
  id: Id,
  input: unknown,
  environment: Environment,
  using: Handlers<Environment>,
): Promise<CallOutput<Id>> {
  const parsed = contract[id].input.safeParse(input);
  if (!parsed.success) {
    throw new AppError('bad-usage', `操作“${id}”的输入不合规定（${describeIssue(parsed.error)}）。`);
  }
  // The compiler cannot follow that the handler of `Id` takes the input of `Id`; the schema above has just proven it.
  const handler = using[id] as (input: unknown, environment: Environment) => Promise<unknown>;
  const output = contract[id].output.safeParse(await handler(parsed.data, environment));
  if (!output.success) throw new Error(`output of ${id} breaks the contract: ${describeIssue(output.error)}`);
  return output.data as CallOutput<Id>;
}
