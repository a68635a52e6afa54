import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Issued } from '../../../shared/cases/case-work.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Decisions } from '../../../shared/opinion/decisions.ts';
import { packNotices } from '../../../shared/rules/pack-notices.ts';
import { syncFolder } from '../../storage/durable-file.ts';
import type { Environment } from '../environment.ts';
import { chooseSigner } from '../opinion/choose-signer.ts';
import { loadWording } from '../opinion/load-wording.ts';
import { makeOpinion, statementsOf, type MadeOpinion } from '../opinion/make-opinion.ts';
import { writeNew } from '../opinion/written.ts';
import type { Signer } from '../sign/signer.ts';
import { verifyFile } from '../sign/verify.ts';
import { extractOriginal, originalPath } from './document-cache.ts';
import { actOn } from './edit-case.ts';
import { freeNames } from './free-names.ts';
import { judgeCase, type JudgedCase } from './gate-case.ts';
import type { OpenCase } from './open-case.ts';
import { loadPacks } from './packs.ts';
import { placesOf, submittedFiles } from './preview-case.ts';

/** The certificate that a person named, if any. */
export interface GivenCertificate {
  readonly p12?: string | undefined;
  readonly password?: string | undefined;
}

type IssuedFile = Issued['files'][number];

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function signerOf(opened: OpenCase, given: GivenCertificate, env: Environment): Promise<Signer> {
  const wording = await loadWording(env);
  return chooseSigner(given, opened.work.head.organ.trim() || wording.organ, env);
}

/** Describes who would sign. @throws AppError `not-found`, `wrong-password`, `certificate-unusable` */
export async function describeSigner(
  opened: OpenCase,
  given: GivenCertificate,
  env: Environment,
): Promise<CallOutput<'cases.signers'>> {
  const signer = await signerOf(opened, given, env);
  return {
    subject: signer.subject,
    issuer: signer.issuer,
    selfSigned: signer.selfSigned,
    algorithm: signer.algorithm,
    notBefore: signer.notBefore.toISOString(),
    notAfter: signer.notAfter.toISOString(),
    certificateSha256: hashOf(signer.certificate),
    statements: [...statementsOf(signer)],
  };
}

/** The decisions of a case that went through the gate. @throws AppError `gate-refused` with the first entries */
function decisionsOf({ entries, decided }: JudgedCase): Decisions {
  const blocking = entries.filter((entry) => entry.level === 'blocks');
  const { conclusion } = decided.decisions;
  if (blocking.length === 0 && conclusion !== null) return { ...decided.decisions, conclusion };
  const shown = blocking.slice(0, 3).map((entry) => entry.message);
  throw new AppError('gate-refused', `还有 ${blocking.length} 处问题没有解决，不能签发。${shown.join('')}`, {
    data: { count: blocking.length, codes: blocking.slice(0, 20).map((entry) => entry.code), messages: shown },
  });
}

/** Reads the draft once more from its original: what is signed must not rest on a cache. @throws AppError `damaged-file` */
async function expectSameDraft(opened: OpenCase, { checked }: JudgedCase, env: Environment): Promise<void> {
  const draft = opened.draftFile;
  if (draft === null) throw new Error('a case was judged without a draft');
  env.progress('核对送审稿原件');
  const read = await extractOriginal(opened.folder, draft, env);
  if (read.text === checked.document.text) return;
  throw new AppError(
    'damaged-file',
    `“${draft.name}”的缓存与原件不一致，没有签发。请关闭本案卷，删去案卷文件夹中的 derived 文件夹后重新打开。`,
  );
}

async function makeFiles(
  opened: OpenCase,
  judged: JudgedCase,
  decisions: Decisions,
  signer: Signer,
  env: Environment,
): Promise<MadeOpinion> {
  const draft = submittedFiles(opened).find((file) => file.sha256 === opened.work.draft);
  if (!draft) throw new Error('a case was judged without a draft');
  return makeOpinion(
    {
      case: opened.id,
      type: opened.work.type,
      draft,
      files: submittedFiles(opened),
      checked: judged.checked,
      decisions,
      wording: judged.wording,
      signer,
      places: placesOf(judged),
    },
    env,
  );
}

/** Proves what was just written: both signatures hold, both records are of this draft. @throws AppError `output-failed` */
async function expectValid(opened: OpenCase, paths: readonly string[], env: Environment): Promise<void> {
  const draft = originalPath(opened.folder, opened.work.draft ?? '');
  for (const path of paths) {
    const report = await verifyFile(path, draft, env);
    if (report.verdict === 'valid' && report.draft.matches) continue;
    throw new AppError(
      'output-failed',
      `签发的文件写出后没有通过验证，已全部撤回，案卷未改动。${report.problems[0] ?? ''}请检查磁盘后重试。`,
    );
  }
}

/** Writes the files under names that are free, proves them, and takes everything back where that fails. */
async function writeProven(
  opened: OpenCase,
  made: MadeOpinion,
  term: string,
  env: Environment,
): Promise<readonly IssuedFile[]> {
  const contents = [made.pdf, made.docx, made.p7s, made.record];
  const kinds = ['pdf', 'docx', 'p7s', 'record'] as const;
  const { folder } = opened;
  const names = await freeNames(folder, [`${term}.pdf`, `${term}.docx`, `${term}.docx.p7s`, '审查记录.json']);
  const files = kinds.map((kind, index) => ({
    kind,
    name: names[index] ?? '',
    bytes: contents[index] ?? new Uint8Array(),
  }));
  const written: string[] = [];
  try {
    for (const { name, bytes } of files) {
      const path = join(folder, name);
      written.push(path);
      await writeNew(path, bytes);
    }
    await syncFolder(folder);
    env.progress('验证签名');
    await expectValid(opened, written.slice(0, 2), env);
    if (env.signal.aborted) throw new AppError('cancelled', '已取消签发，没有留下文件。');
  } catch (error) {
    for (const path of written) await rm(path, { force: true });
    if (error instanceof AppError) throw error;
    throw new AppError('output-failed', '意见书没有写成，案卷未改动。请检查存放案卷的磁盘空间和权限后重试。', {
      cause: error,
    });
  }
  return files.map(({ kind, name, bytes }) => ({ kind, name, sha256: hashOf(bytes) }));
}

async function issue(opened: OpenCase, given: GivenCertificate, env: Environment) {
  const judged = await judgeCase(opened, env);
  const decisions = decisionsOf(judged);
  const signer = await signerOf(opened, given, env);
  await expectSameDraft(opened, judged, env);
  const made = await makeFiles(opened, judged, decisions, signer, env);
  const files = await writeProven(opened, made, judged.wording.types[opened.work.type].term, env);
  const issued: Issued = {
    claimedTime: made.claimedTime,
    signer: signer.subject,
    selfSigned: signer.selfSigned,
    files: [...files],
  };
  try {
    await actOn(
      opened,
      { kind: 'issue-opinion', issued },
      { action: 'issue-opinion', objectHash: files[0]?.sha256 ?? null },
      env,
    );
  } catch (error) {
    for (const { name } of files) await rm(join(opened.folder, name), { force: true });
    throw error;
  }
  return { issued, substitutions: made.substitutions, statements: statementsOf(signer) };
}

/**
 * Exports and signs the opinion, proves what was written and freezes the work. Where anything fails nothing is left but
 * an entry that says so.
 * @throws AppError `gate-refused`, `case-read-only`, `case-issued`, `case-closed`, `certificate-unusable` …
 */
export async function issueCase(
  opened: OpenCase,
  given: GivenCertificate,
  env: Environment,
): Promise<CallOutput<'cases.issue'>> {
  opened.expectEditable();
  const before = opened.work;
  try {
    const { issued, substitutions, statements } = await issue(opened, given, env);
    const { seq, savedAt } = opened.position;
    return {
      seq,
      savedAt,
      work: opened.work,
      files: issued.files,
      paths: issued.files.map((file) => join(opened.folder, file.name)),
      fontsSubstituted: substitutions.map((substitution) => ({ ...substitution })),
      notices: [...packNotices((await loadPacks(env)).rules), ...statements],
    };
  } catch (error) {
    if (error instanceof AppError && opened.work === before) {
      const facts = { action: 'issue-opinion', outcome: error.code === 'gate-refused' ? 'refused' : 'failed' } as const;
      // What went wrong with the issuing is what the person has to hear, not that it could not be entered.
      await opened.note(error.message, facts, env).catch(env.log);
    }
    throw error;
  }
}
