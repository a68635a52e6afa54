import type { Handlers } from '../../../shared/contract/contract.ts';
import type { Environment } from '../environment.ts';
import { caseHandlers } from './cases.ts';
import { checkHandlers } from './check.ts';
import { deskHandlers } from './desk.ts';
import { extractHandlers } from './extract.ts';
import { importHandlers } from './import.ts';
import { opinionHandlers } from './opinion.ts';
import { rulesHandlers } from './rules.ts';
import { signHandlers } from './sign.ts';
import { systemHandlers } from './system.ts';

/** One handler a call; the type names the one that is missing. */
export const handlers: Handlers<Environment> = {
  ...systemHandlers,
  ...importHandlers,
  ...extractHandlers,
  ...checkHandlers,
  ...rulesHandlers,
  ...opinionHandlers,
  ...signHandlers,
  ...deskHandlers,
  ...caseHandlers,
};
