import type { Handlers } from '../../../shared/contract/contract.ts';
import type { Environment } from '../environment.ts';

/** Handlers of the rules area. */
export const rulesHandlers: Pick<Handlers<Environment>, 'rules.read'> = {
  'rules.read': () => Promise.reject(new Error('being built')),
};
