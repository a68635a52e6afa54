import type { Handlers } from '../../../shared/contract/contract.ts';
import type { Environment } from '../environment.ts';
import { verifyFile } from '../sign/verify.ts';

/** Handlers of the sign area. */
export const signHandlers: Pick<Handlers<Environment>, 'sign.verify'> = {
  'sign.verify': (input, environment) => verifyFile(input.path, input.draft, environment),
};
