import { join } from 'node:path';
import type { Settings } from '../../../shared/contract/desk.ts';
import type { Environment } from '../environment.ts';

/** The settings of this desk as far as cases need them. */
export function readSettings(
  env: Pick<Environment, 'data'>,
): Promise<Pick<Settings, 'reviewer' | 'organ' | 'store'>> {
  return Promise.resolve({ reviewer: { name: '', role: '' }, organ: '', store: join(env.data, 'cases') });
}
