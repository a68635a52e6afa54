import type { Handlers } from '../../../shared/contract/contract.ts';
import type { Environment } from '../environment.ts';

/** Handlers of the sign area. */
export const signHandlers: Pick<Handlers<Environment>, 'sign.verify'> = {
  'sign.verify': () => Promise.reject(new Error('being built')),
};
