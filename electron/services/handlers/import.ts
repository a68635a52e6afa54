import type { Handlers } from '../../../shared/contract/contract.ts';
import type { Environment } from '../environment.ts';
import { takeSubmission } from '../import/take-submission.ts';

/** Handlers of the import area. */
export const importHandlers: Pick<Handlers<Environment>, 'import.take'> = {
  'import.take': ({ paths, into }, env) => takeSubmission(paths, into, env),
};
