import { createHash } from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { draftFacts, type DraftFacts } from '../../../shared/cases/draft-view.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ReviewedDocument } from '../../../shared/document/document.ts';
import { analyse } from '../../../shared/document/structure/analyse.ts';
import { writeFileDurably } from '../../storage/durable-file.ts';
import type { Environment } from '../environment.ts';
import { extractFile } from '../extract/extract-file.ts';

/** Raised whenever the form of what is cached changes; the application's version covers what the readers find. */
const cacheVersion = 2;

/** A file of a case: its hash is its name in the case's folder. */
export interface CaseFileReference {
  readonly name: string;
  readonly sha256: string;
}

/** Where the immutable copy of a submitted file lies. */
export function originalPath(folder: string, sha256: string): string {
  return join(folder, 'originals', sha256);
}

function cachePath(folder: string, sha256: string): string {
  return join(folder, 'derived', `${sha256}.json`);
}

/** First line of a cached document: by whom it was read, and the hash of the rest. */
function headLine(body: string, env: Pick<Environment, 'application'>): string {
  const hash = createHash('sha256').update(body).digest('hex');
  return JSON.stringify({ cache: cacheVersion, application: env.application.version, sha256: hash });
}

/** A document as read, with what is computed of it once. */
export interface CachedDraft {
  readonly document: ReviewedDocument;
  readonly facts: DraftFacts;
}

/** How many documents are kept in memory: the case at hand, the one before, and those that are likely to be next. */
const kept = 6;

/** Documents in memory by the path of their cache, the least recently used first, each with the file it was read from. */
const memory = new Map<string, { readonly stamp: string; readonly draft: CachedDraft }>();

/** Tells one writing of a file from another: caches are replaced and never written over. Null where there is no file. */
async function stampOf(path: string): Promise<string | null> {
  const facts = await stat(path).catch(() => null);
  return facts === null ? null : `${facts.ino} ${facts.size} ${facts.mtimeMs}`;
}

/** As {@link readCachedDocument}, from memory where the file on the disk is still the one that was read. */
export async function recallDocument(
  folder: string,
  sha256: string,
  env: Pick<Environment, 'application'>,
): Promise<CachedDraft | null> {
  const path = cachePath(folder, sha256);
  const stamp = await stampOf(path);
  const known = memory.get(path);
  memory.delete(path);
  const isSame = known !== undefined && known.stamp === `${env.application.version} ${stamp}`;
  const draft = isSame ? known.draft : await readCachedDocument(folder, sha256, env);
  if (draft === null || stamp === null) return draft;
  memory.set(path, { stamp: `${env.application.version} ${stamp}`, draft });
  for (const oldest of [...memory.keys()].slice(0, -kept)) memory.delete(oldest);
  return draft;
}

/** A document from the cache; null where there is none that can be used. Nothing is read from the original. */
export async function readCachedDocument(
  folder: string,
  sha256: string,
  env: Pick<Environment, 'application'>,
): Promise<CachedDraft | null> {
  const content = await readFile(cachePath(folder, sha256), 'utf8').catch(() => null);
  if (content === null) return null;
  const end = content.indexOf('\n');
  const body = content.slice(end + 1);
  if (end < 0 || content.slice(0, end) !== headLine(body, env)) return null;
  // The hash proves that these are the bytes that were written below; parsing 300 pages by schema would cost the more.
  const cached = JSON.parse(body) as CachedDraft;
  return cached.document.sha256 === sha256 ? cached : null;
}

/**
 * Reads a file of a case from its original, whose bytes must still be those that were taken in.
 * @throws AppError `damaged-file` where they are not; whatever else keeps it from being read
 */
export async function extractOriginal(
  folder: string,
  file: CaseFileReference,
  env: Environment,
): Promise<ReviewedDocument> {
  const document = await extractFile(originalPath(folder, file.sha256), env, file.name);
  if (document.sha256 === file.sha256) return document;
  throw new AppError(
    'damaged-file',
    `案卷中的“${file.name}”与收件时不一致（SHA-256 已变），不能作为审查对象。请从备份介质恢复，或重新收件。`,
  );
}

/**
 * The document of a file of a case, from the cache or else from the original; a damaged or outdated cache is rebuilt.
 * @param isWritable false where the case is only read: nothing is cached then
 * @throws AppError whatever keeps the file from being read
 */
export async function documentOf(
  folder: string,
  file: CaseFileReference,
  isWritable: boolean,
  env: Environment,
): Promise<CachedDraft> {
  const cached = await recallDocument(folder, file.sha256, env);
  if (cached) return cached;
  const document = await extractOriginal(folder, file, env);
  const draft: CachedDraft = { document, facts: draftFacts(document, analyse(document)) };
  if (!isWritable) return draft;
  const body = JSON.stringify(draft);
  try {
    await mkdir(join(folder, 'derived'), { recursive: true, mode: 0o700 });
    await writeFileDurably(cachePath(folder, file.sha256), `${headLine(body, env)}\n${body}`);
  } catch (error) {
    // Without the cache the next opening is slower, that is all.
    env.log(error);
  }
  return draft;
}
