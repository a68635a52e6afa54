import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { DocumentType } from '../../../shared/check/finding.ts';
import { countText } from '../../../shared/document/structure/count.ts';
import type { Decisions } from '../../../shared/opinion/decisions.ts';
import type { ReviewRecord } from '../../../shared/opinion/record.ts';
import type { CheckedDocument } from '../check/check-document.ts';
import type { Environment } from '../environment.ts';
import type { SubmittedFile } from './choose-draft.ts';

/** Everything a record is made of. */
export interface ReviewedCase {
  readonly case: string;
  readonly type: DocumentType;
  readonly draft: SubmittedFile;
  /** All files of the submission, the draft among them. */
  readonly files: readonly SubmittedFile[];
  readonly checked: CheckedDocument;
  readonly decisions: Decisions;
}

/** The record of a review: the facts that the opinion is written from and that travel inside the signed files. */
export function makeRecord(job: ReviewedCase, env: Pick<Environment, 'now' | 'application'>): ReviewRecord {
  const { checked, draft } = job;
  const { document } = checked;
  return {
    schema: 'review-record/1',
    case: job.case,
    claimedTime: env.now().toISOString(),
    application: env.application,
    type: job.type,
    asOf: checked.asOf,
    files: job.files.map(({ name, role, size, sha256 }) => ({ name, role, size, sha256 })),
    draft: {
      name: draft.name,
      sha256: draft.sha256,
      textSha256: createHash('sha256').update(document.text, 'utf8').digest('hex'),
      title: document.title || basename(draft.name),
      format: document.format,
      characters: document.text.replace(/\s/gu, '').length,
      articles: countText(checked.structure).articles.length,
    },
    findings: checked.findings.map((finding) => ({ ...finding, basis: finding.basis.map((basis) => ({ ...basis })) })),
    decisions: job.decisions,
    lawPack: { version: checked.law.version, sha256: checked.law.sha256 },
    rulePacks: checked.packs.map(({ pack, sha256 }) => ({ id: pack.id, version: pack.version, sha256 })),
  };
}
