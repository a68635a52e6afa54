import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import { wordingSchema, type Wording } from '../../../shared/opinion/wording.ts';
import type { Environment } from '../environment.ts';

/** The words of the form. @throws AppError `not-readable` */
export async function loadWording(env: Pick<Environment, 'resources'>): Promise<Wording> {
  try {
    return wordingSchema.parse(JSON.parse(await readFile(join(env.resources, 'opinion', 'wording.json'), 'utf8')));
  } catch (error) {
    throw new AppError('not-readable', '意见书用语文件 wording.json 读不到或不合规定，请重新安装。', { cause: error });
  }
}
