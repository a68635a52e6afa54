import type { Stats } from 'node:fs';
import { lstat, readdir, realpath } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import { explainReadError } from '../../jobs/read-whole-file.ts';

/** A file that was named or found, not yet looked into. */
export interface SourceFile {
  /** What the person sees: the file's name, with the folder's before it where a folder was given. */
  readonly name: string;
  readonly path: string;
}

/** A file or folder that was not taken, and why: a code for programs, a Chinese sentence for the person. */
export interface Refusal {
  readonly name: string;
  readonly code: string;
  readonly reason: string;
}

/** What stands under the paths that were given. */
export interface Sources {
  readonly files: readonly SourceFile[];
  readonly refused: readonly Refusal[];
}

/** How much may be given at once. */
export interface SourceLimits {
  readonly maxFiles: number;
  /** Folders within folders. */
  readonly maxDepth: number;
  readonly maxTotalBytes: number;
}

/** Far above any submission, far below what fills a disk. */
export const sourceLimits: SourceLimits = { maxFiles: 1000, maxDepth: 12, maxTotalBytes: 2 * 1024 ** 3 };

const leftBehind: readonly (readonly [RegExp, string])[] = [
  [/^~\$|^~WRL.*\.tmp$/iu, 'Office 打开文件时留下的临时文件'],
  [/^(?:Thumbs\.db|desktop\.ini|__MACOSX|\$RECYCLE\.BIN|System Volume Information)$/iu, '系统文件'],
  [/^\./u, '隐藏文件'],
];

interface Walk {
  readonly files: SourceFile[];
  readonly refused: Refusal[];
  readonly limits: SourceLimits;
  /** Real path of the store, which must not be taken into itself. */
  readonly store: string;
  bytes: number;
}

async function statOf(path: string, name: string): Promise<Stats> {
  try {
    return await lstat(path);
  } catch (error) {
    const { code, message } = explainReadError(error);
    const unnameable = name.includes('\ufffd') ? '文件名的编码无法识别。请改名后重新提交。' : message;
    throw new AppError(code, `“${name}”：${unnameable}`, { cause: error });
  }
}

function refuse(walk: Walk, name: string, code: string, reason: string): void {
  walk.refused.push({ name, code, reason: `“${name}”${reason}` });
}

async function visit(walk: Walk, path: string, name: string, depth: number): Promise<void> {
  const skipped = leftBehind.find(([pattern]) => pattern.test(basename(path)));
  if (skipped) {
    refuse(walk, name, 'skipped', `是${skipped[1]}，没有收入。`);
    return;
  }
  const status = await statOf(path, name);
  if (status.isSymbolicLink()) {
    refuse(walk, name, 'link', '是符号链接，为防止读到别处的文件，没有收入。请提交它所指的文件本身。');
  } else if (status.isDirectory()) {
    await visitFolder(walk, path, name, depth);
  } else if (status.isFile()) {
    walk.files.push({ name, path });
    walk.bytes += status.size;
    checkTotals(walk);
  } else {
    refuse(walk, name, 'special-file', '不是普通文件，没有收入。');
  }
}

async function visitFolder(walk: Walk, path: string, name: string, depth: number): Promise<void> {
  if (depth >= walk.limits.maxDepth) {
    refuse(walk, name, 'limit-exceeded', `嵌套超过 ${walk.limits.maxDepth} 层，其中的文件没有收入。请把它单独提交。`);
    return;
  }
  if ((await realpath(path)) === walk.store) {
    refuse(walk, name, 'skipped', '是本程序存放案卷的文件夹，没有收入。');
    return;
  }
  for (const entry of (await readdir(path)).toSorted()) {
    const inside = `${name}/${entry}`;
    try {
      await visit(walk, join(path, entry), inside, depth + 1);
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'limit-exceeded') throw error;
      walk.refused.push({ name: inside, code: error.code, reason: error.message });
    }
  }
}

function checkTotals({ files, bytes, limits }: Walk): void {
  const advice = '请只选送审材料所在的文件夹。';
  if (files.length > limits.maxFiles) {
    throw new AppError('limit-exceeded', `提交的文件超过 ${limits.maxFiles} 个，没有收入。${advice}`);
  }
  if (bytes > limits.maxTotalBytes) {
    const megabytes = Math.floor(limits.maxTotalBytes / 1024 ** 2);
    throw new AppError('limit-exceeded', `提交的文件合计超过 ${megabytes} MB，没有收入。${advice}`);
  }
}

/**
 * Lists the files under the given paths, in the order of the paths and of the names within a folder. Nothing is opened;
 * links are never followed. What is left out is named.
 * @param store folder in which cases are kept; it is never taken into itself
 * @throws AppError `not-found` and `not-readable` for a path that was given, `limit-exceeded` for too much at once
 */
export async function listSources(
  paths: readonly string[],
  store: string,
  limits: SourceLimits = sourceLimits,
): Promise<Sources> {
  const walk: Walk = { files: [], refused: [], limits, store: await realpath(store), bytes: 0 };
  for (const path of paths) {
    const absolute = resolve(path);
    await visit(walk, absolute, basename(absolute), 0);
  }
  return { files: walk.files, refused: walk.refused };
}
