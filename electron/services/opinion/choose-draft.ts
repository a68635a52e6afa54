import { AppError } from '../../../shared/contract/errors.ts';

/** A file of the submission, as taken in. */
export interface SubmittedFile {
  readonly name: string;
  readonly role: string;
  readonly sha256: string;
  readonly size: number;
  /** Where the immutable copy lies. */
  readonly path: string;
}

/**
 * The draft among the files of a submission: the only file, or the only one in the role 草案.
 * @throws AppError `bad-input` where there is none or more than one; the reviewer names it then
 */
export function chooseDraft(files: readonly SubmittedFile[]): SubmittedFile {
  const [only] = files;
  if (only && files.length === 1) return only;
  const drafts = files.filter((file) => file.role === '草案');
  const [draft] = drafts;
  if (draft && drafts.length === 1) return draft;
  const names = (drafts.length > 1 ? drafts : files).map((file) => `“${file.name}”`).join('、');
  throw new AppError(
    'bad-input',
    drafts.length > 1
      ? `送审材料中有多份草案（${names}），无法确定审查哪一份，请只保留一份草案后重新导入。`
      : `送审材料（${names || '无'}）中没有认出草案，请在草案文件名中写明“草案”或“送审稿”后重新导入。`,
  );
}
