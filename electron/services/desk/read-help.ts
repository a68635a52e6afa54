import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Environment } from '../environment.ts';

/**
 * The help of a room (`cases`, `desk` …) or of a check (`N03`), as Markdown.
 * @param topic as the contract's schema admits it: never a path
 * @throws AppError `not-found`
 */
export async function readHelp(topic: string, env: Pick<Environment, 'resources'>): Promise<string> {
  const folder = /^[LNC]\d{2}$/u.test(topic) ? 'checks' : 'rooms';
  try {
    return await readFile(join(env.resources, 'help', folder, `${topic}.md`), 'utf8');
  } catch (error) {
    throw new AppError('not-found', `没有“${topic}”的说明。请查阅使用手册；仍找不到请联系维护人员。`, { cause: error });
  }
}
