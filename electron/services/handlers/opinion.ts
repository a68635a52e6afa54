import type { Handlers } from '../../../shared/contract/contract.ts';
import type { Environment } from '../environment.ts';
import { review } from '../opinion/review.ts';

/** Handlers of the opinion area. */
export const opinionHandlers: Pick<Handlers<Environment>, 'opinion.review'> = {
  'opinion.review': review,
};
