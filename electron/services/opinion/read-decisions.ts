import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import { decisionsSchema, type Decisions } from '../../../shared/opinion/decisions.ts';

/**
 * Reads a decisions file.
 * @throws AppError `not-found`, `decisions-invalid` naming the place in the file
 */
export async function readDecisions(path: string): Promise<Decisions> {
  const name = basename(path);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new AppError('not-found', `决定文件“${name}”读不到，请核对路径。`, { cause: error });
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch (error) {
    throw new AppError('decisions-invalid', `决定文件“${name}”不是有效的 JSON，请核对格式。`, { cause: error });
  }
  const parsed = decisionsSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const place = issue?.path.map(String).join('.') ?? '';
    throw new AppError(
      'decisions-invalid',
      `决定文件“${name}”的“${place}”不合规定（${issue?.message ?? ''}），请核对。`,
      {
        data: { path: place },
      },
    );
  }
  return parsed.data;
}
