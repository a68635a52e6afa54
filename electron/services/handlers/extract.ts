import type { Handlers } from '../../../shared/contract/contract.ts';
import type { Environment } from '../environment.ts';

/** Handlers of the extract area. */
export const extractHandlers: Pick<Handlers<Environment>, 'extract.file'> = {
  'extract.file': () => Promise.reject(new Error('being built')),
};
