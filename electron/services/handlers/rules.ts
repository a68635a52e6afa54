import type { Handlers } from '../../../shared/contract/contract.ts';
import type { Environment } from '../environment.ts';
import { readRuleBook } from '../rules/read-rule-book.ts';

/** Handlers of the rules area. */
export const rulesHandlers: Pick<Handlers<Environment>, 'rules.read'> = {
  'rules.read': ({ path }, environment) => readRuleBook(path, environment),
};
