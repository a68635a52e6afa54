import type { Handlers } from '../../../shared/contract/contract.ts';
import type { Environment } from '../environment.ts';

/** Handlers of the check area. */
export const checkHandlers: Pick<Handlers<Environment>, 'check.run'> = {
  'check.run': () => Promise.reject(new Error('being built')),
};
