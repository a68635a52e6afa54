import { caseCalls } from './cases.ts';
import { checkCalls } from './check.ts';
import { deskCalls } from './desk.ts';
import { extractCalls } from './extract.ts';
import { importCalls } from './import.ts';
import { opinionCalls } from './opinion.ts';
import { rulesCalls } from './rules.ts';
import type { z } from './schema.ts';
import { signCalls } from './sign.ts';
import { systemCalls } from './system.ts';

/** Every call there is. The command, Electron's IPC and the test bridge all lead here and nowhere else. */
export const contract = {
  ...systemCalls,
  ...importCalls,
  ...extractCalls,
  ...checkCalls,
  ...rulesCalls,
  ...opinionCalls,
  ...signCalls,
  ...caseCalls,
  ...deskCalls,
};

/** Name of a call. */
export type CallId = keyof typeof contract;
/** What a caller gives. */
export type CallInput<Id extends CallId> = z.input<(typeof contract)[Id]['input']>;
/** What a caller gets. */
export type CallOutput<Id extends CallId> = z.output<(typeof contract)[Id]['output']>;
/** One function a call; the compiler names the one that is missing. `Environment` is what the host gives a handler. */
export type Handlers<Environment> = {
  readonly [Id in CallId]: (
    input: z.output<(typeof contract)[Id]['input']>,
    environment: Environment,
  ) => Promise<CallOutput<Id>>;
};

/** Whether a string names a call. */
export function isCallId(value: string): value is CallId {
  return Object.hasOwn(contract, value);
}
