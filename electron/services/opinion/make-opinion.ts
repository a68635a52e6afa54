import { composeOpinion } from '../../../shared/opinion/compose-opinion.ts';
import type { FontSubstitution, OpinionDocument } from '../../../shared/opinion/opinion.ts';
import { canonicalJson, type ReviewRecord } from '../../../shared/opinion/record.ts';
import type { Wording } from '../../../shared/opinion/wording.ts';
import { checklistFor } from '../../../shared/rules/checklist.ts';
import { signatureStatement } from '../../../shared/sign/statement.ts';
import { localDay } from '../check/check-document.ts';
import type { Environment } from '../environment.ts';
import { exportOpinion } from '../export/export-opinion.ts';
import { signDetached } from '../sign/sign-detached.ts';
import { signPdf } from '../sign/sign-pdf.ts';
import type { Signer } from '../sign/signer.ts';
import { makeRecord, type ReviewedCase } from './make-record.ts';

/** A decided case and who signs it. */
export interface SignedCase extends ReviewedCase {
  readonly signer: Signer;
  readonly wording: Wording;
}

/** A decided case with the place of every issue. */
export type PlacedCase<Case extends ReviewedCase> = Case & { readonly places: readonly string[] };

/** The files of an opinion, not yet written. */
export interface MadeOpinion {
  readonly pdf: Uint8Array;
  readonly docx: Uint8Array;
  /** The signature beside the DOCX. */
  readonly p7s: Uint8Array;
  /** The record in its canonical form. */
  readonly record: Uint8Array;
  readonly claimedTime: string;
  readonly substitutions: readonly FontSubstitution[];
}

/** What is said of every signature made by this signer. */
export function statementsOf({ selfSigned }: Pick<Signer, 'selfSigned'>): readonly string[] {
  return [signatureStatement.integrity, signatureStatement.seal, ...(selfSigned ? [signatureStatement.law] : [])];
}

/** The words of an opinion and the record that they are written from. */
export function wordOpinion(
  job: PlacedCase<ReviewedCase> & { readonly wording: Wording },
  env: Pick<Environment, 'now' | 'application'>,
): { readonly record: ReviewRecord; readonly document: OpinionDocument } {
  const { checked, decisions, type, wording, places } = job;
  const record = makeRecord(job, env);
  const document = composeOpinion({
    record,
    wording,
    packs: checked.packs.map(({ pack }) => pack),
    law: checked.law,
    items: checklistFor(checked.packs, type),
    places,
    date: decisions.opinion.date ?? localDay(env.now()),
  });
  return { record, document };
}

/**
 * Words, exports and signs the opinion on a case that went through the gate.
 * @throws AppError `missing-glyph`, `certificate-unusable` and whatever else keeps an export from being made
 */
export async function makeOpinion(job: PlacedCase<SignedCase>, env: Environment): Promise<MadeOpinion> {
  const { record, document } = wordOpinion(job, env);
  const recordBytes = new TextEncoder().encode(canonicalJson(record));
  env.progress('排版、导出');
  const exported = await exportOpinion(document, recordBytes, env);
  env.progress('签名');
  const { claimedTime } = record;
  const pdf = await signPdf(exported.pdf, job.signer, {
    claimedTime,
    name: job.decisions.reviewer.name,
    reason: job.wording.types[job.type].term,
    location: document.author,
  });
  return {
    pdf,
    docx: exported.docx,
    p7s: signDetached(exported.docx, job.signer, claimedTime),
    record: recordBytes,
    claimedTime,
    substitutions: exported.substitutions,
  };
}
