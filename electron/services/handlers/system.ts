import type { Handlers } from '../../../shared/contract/contract.ts';
import type { Environment } from '../environment.ts';

/** Handlers of the system area. */
export const systemHandlers: Pick<Handlers<Environment>, 'system.about'> = {
  'system.about': () => Promise.reject(new Error('being built')),
};
