import { open } from 'node:fs/promises';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { CheckedDocument } from '../check/check-document.ts';

/** What `opinion.review` answers besides what was taken in and found. */
export type Written = Pick<
  CallOutput<'opinion.review'>,
  'conclusion' | 'gate' | 'files' | 'fontsSubstituted' | 'notices'
>;

/** No file was written. */
export const noFiles: Written['files'] = { docx: null, pdf: null, p7s: null, record: null, report: null };

/** What must be said of the rules and the law that stand behind this review. */
export function noticesOf(checked: CheckedDocument): string[] {
  return [...checked.packs.flatMap(({ pack }) => (pack.notice === null ? [] : [`《${pack.citeAs}》：${pack.notice}`]))];
}

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
