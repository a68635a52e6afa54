import { open } from 'node:fs/promises';
import type { CallOutput } from '../../../shared/contract/contract.ts';

/** What `opinion.review` answers besides what was taken in and found. */
export type Written = Pick<
  CallOutput<'opinion.review'>,
  'conclusion' | 'gate' | 'files' | 'fontsSubstituted' | 'notices'
>;

/** No file was written. */
export const noFiles: Written['files'] = { docx: null, pdf: null, p7s: null, record: null, report: null };

/** Writes a file that must not exist yet, and returns when it is on the disk. */
export async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
