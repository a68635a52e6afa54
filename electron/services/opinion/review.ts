import { join } from 'node:path';
import type { DocumentType, Severity } from '../../../shared/check/finding.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { checkDocument, type CheckedDocument } from '../check/check-document.ts';
import type { Environment } from '../environment.ts';
import { extractFile } from '../extract/extract-file.ts';
import { takeSubmission } from '../import/take-submission.ts';
import { chooseDraft, type SubmittedFile } from './choose-draft.ts';
import { chooseSigner } from './choose-signer.ts';
import { loadWording } from './load-wording.ts';
import { readDecisions } from './read-decisions.ts';
import { writeOpinion } from './write-opinion.ts';
import { writeReport } from './write-report.ts';

/** What `opinion.review` is asked for. */
export interface ReviewRequest {
  readonly paths: readonly string[];
  readonly type: DocumentType;
  readonly out: string;
  readonly asOf?: string | undefined;
  readonly decisions?: string | undefined;
  readonly p12?: string | undefined;
  readonly password?: string | undefined;
}

/**
 * Walks the whole road: takes the submission in, reads and checks its draft, and with a person's decisions writes,
 * exports and signs the opinion. Without decisions a 预审报告 is written, which has no conclusion.
 *
 * Everything goes into a folder of its own under `out`, named after the case, so that nothing is ever overwritten.
 * @throws AppError when the submission, the draft, the decisions or the certificate cannot be used
 */
export async function review(request: ReviewRequest, env: Environment): Promise<CallOutput<'opinion.review'>> {
  // Decisions and certificate are read first: a mistake in them must not leave a case behind.
  const decisions = request.decisions === undefined ? null : await readDecisions(request.decisions);
  const wording = await loadWording(env);
  const signer = decisions === null ? null : await chooseSigner(request, decisions.opinion.organ ?? wording.organ, env);
  env.progress('收件：复制、校验');
  const taken = await takeSubmission(request.paths, request.out, env);
  const files = taken.taken.map((file): SubmittedFile => ({ ...file, path: join(taken.folder, file.stored) }));
  const draft = chooseDraft(files);
  env.progress(`读取：${draft.name}`);
  const document = await extractFile(draft.path, env, draft.name);
  env.progress('检查');
  const checked = await checkDocument(document, request, env);
  const base = {
    case: taken.case,
    findings: countFindings(checked),
    taken: taken.taken.map(({ name, sha256, role }) => ({ name, sha256, role })),
    refused: taken.refused.map(({ name, reason }) => ({ name, reason })),
  };
  if (decisions === null || signer === null) {
    return { ...base, ...(await writeReport(taken.folder, draft, checked, request.type, wording, env)) };
  }
  return {
    ...base,
    ...(await writeOpinion(
      { folder: taken.folder, draft, files, checked, decisions, signer, wording, type: request.type, case: taken.case },
      env,
    )),
  };
}

function countFindings(checked: CheckedDocument): Record<Severity, number> {
  const count = (severity: Severity): number =>
    checked.findings.filter((finding) => finding.severity === severity).length;
  return { blocking: count('blocking'), major: count('major'), minor: count('minor'), hint: count('hint') };
}
