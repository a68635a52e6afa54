import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ReviewRecord } from '../../../shared/opinion/record.ts';
import { readNamedFile } from './read-named-file.ts';
import type { VerifyReport } from './signature-report.ts';

/** What {@link compareDraft} answers, as the contract has it. */
export type DraftReport = VerifyReport['draft'];

/** No draft was given. */
export const noDraft: DraftReport = { given: false, matches: false, sha256: null, differs: [] };

/**
 * Holds a draft against the record of the review. It matches when it is byte for byte the file that was reviewed.
 * @param record null where there is none that can be trusted
 * @param readText the draft's canonical text
 * @throws AppError `not-found`, `not-readable`, `limit-exceeded`
 */
export async function compareDraft(
  path: string,
  record: ReviewRecord | null,
  readText: (path: string) => Promise<string>,
): Promise<DraftReport> {
  const sha256 = hash(await readNamedFile(path, '要比对的草案'));
  const answer = (differs: readonly string[]): DraftReport => ({
    given: true,
    matches: differs.length === 0,
    sha256,
    differs: [...differs],
  });
  if (!record) return answer(['没有可信的审查记录，无法判断这是不是所审的草案。']);
  const { draft, files } = record;
  if (sha256 === draft.sha256) return answer([]);
  const hashes = `所给文件“${basename(path)}”的 SHA-256 为 ${sha256}，所审稿“${draft.name}”为 ${draft.sha256}。`;
  const other = files.find((file) => file.sha256 === sha256);
  if (other) {
    const role = other.role === '' ? '' : `（${other.role}）`;
    return answer([`所给文件是同次送审的材料“${other.name}”${role}，不是所审草案。`, hashes]);
  }
  return answer([await compareText(path, draft, readText), hashes]);
}

async function compareText(
  path: string,
  draft: ReviewRecord['draft'],
  readText: (path: string) => Promise<string>,
): Promise<string> {
  try {
    const isSame = hash(Buffer.from(await readText(path), 'utf8')) === draft.textSha256;
    return isSame ? '文字相同，文件不同（重新保存过）。' : '文字与所审稿不同，不是所审的草案。';
  } catch (error) {
    if (error instanceof AppError) return `文件与所审稿不同，且读不出文字，无法比较文字是否相同：${error.message}`;
    throw error;
  }
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
