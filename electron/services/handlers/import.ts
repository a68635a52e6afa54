import type { Handlers } from '../../../shared/contract/contract.ts';
import type { Environment } from '../environment.ts';

/** Handlers of the import area. */
export const importHandlers: Pick<Handlers<Environment>, 'import.take'> = {
  'import.take': () => Promise.reject(new Error('being built')),
};
