import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Environment } from '../environment.ts';

/** A line of the catalogue table: every check that is planned, built or not. */
export interface PlannedCheck {
  readonly id: string;
  readonly title: string;
  readonly appliesTo: readonly string[];
}

/**
 * The whole catalogue from `resources/checks/catalogue.tsv`, so that a reviewer is told what was not examined.
 * @throws AppError `not-readable`
 */
export async function loadPlannedChecks(env: Pick<Environment, 'resources'>): Promise<readonly PlannedCheck[]> {
  const path = join(env.resources, 'checks', 'catalogue.tsv');
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new AppError('not-readable', '检查目录 catalogue.tsv 读不到，请重新安装。', { cause: error });
  }
  return text
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [id = '', title = '', appliesTo = ''] = line.split('\t');
      return {
        id,
        title,
        appliesTo: appliesTo === 'all' ? ['normative', 'agreement', 'decision'] : appliesTo.split(','),
      };
    });
}
