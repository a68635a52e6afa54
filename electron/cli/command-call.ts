import type { CallId } from '../../shared/contract/contract.ts';

/** The calls that the command makes; the others belong to the window, which keeps cases open. */
export const commandCalls = [
  'system.about',
  'import.take',
  'extract.file',
  'check.run',
  'rules.read',
  'opinion.review',
  'sign.verify',
] as const satisfies readonly CallId[];

/** One of {@link commandCalls}. */
export type CommandCall = (typeof commandCalls)[number];
