import { join } from 'node:path';
import { placeAt } from '../../../shared/document/structure/locate.ts';
import { composeOpinion } from '../../../shared/opinion/compose-opinion.ts';
import type { Decisions } from '../../../shared/opinion/decisions.ts';
import { gate } from '../../../shared/opinion/gate.ts';
import { canonicalJson } from '../../../shared/opinion/record.ts';
import type { Wording } from '../../../shared/opinion/wording.ts';
import { checklistFor, materialsFor } from '../../../shared/rules/checklist.ts';
import { signatureStatement } from '../../../shared/sign/statement.ts';
import { localDay, type CheckedDocument } from '../check/check-document.ts';
import type { Environment } from '../environment.ts';
import { exportOpinion } from '../export/export-opinion.ts';
import { signDetached } from '../sign/sign-detached.ts';
import { signPdf } from '../sign/sign-pdf.ts';
import type { Signer } from '../sign/signer.ts';
import { makeRecord, type ReviewedCase } from './make-record.ts';
import { noFiles, noticesOf, writeNew, type Written } from './written.ts';

/** A decided case, who signs it, and where its files go. */
export interface OpinionJob extends ReviewedCase {
  readonly folder: string;
  readonly signer: Signer;
  readonly wording: Wording;
}

/**
 * Takes a person's decisions through the gate and, where nothing contradicts, writes, exports and signs the opinion.
 * Files are written when all of them are made, so that a failure leaves none.
 * @throws AppError `missing-glyph`, `certificate-unusable` and whatever else keeps an export from being made
 */
export async function writeOpinion(job: OpinionJob, env: Environment): Promise<Written> {
  const { checked, decisions, folder, type, wording } = job;
  const packs = checked.packs.map(({ pack }) => pack);
  const items = checklistFor(checked.packs, type);
  const entries = gate({
    type,
    text: checked.document.text,
    items,
    materials: materialsFor(checked.packs, type),
    findings: checked.findings,
    decisions,
    law: checked.law,
    asOf: checked.asOf,
  });
  const notices = noticesOf(checked);
  if (entries.length > 0) {
    return {
      conclusion: decisions.conclusion,
      gate: entries.map((entry) => ({ ...entry })),
      files: noFiles,
      fontsSubstituted: [],
      notices,
    };
  }
  const record = makeRecord(job, env);
  const recordBytes = new TextEncoder().encode(canonicalJson(record));
  const document = composeOpinion({
    record,
    wording,
    packs,
    law: checked.law,
    items,
    places: decisions.issues.map((issue) => placeAt(checked.document, checked.structure, whereIs(issue, checked))),
    date: decisions.opinion.date ?? localDay(env.now()),
  });
  env.progress('排版、导出');
  const exported = await exportOpinion(document, recordBytes, env);
  env.progress('签名');
  const { term } = wording.types[type];
  const claimedTime = record.claimedTime;
  const pdf = await signPdf(exported.pdf, job.signer, {
    claimedTime,
    name: decisions.reviewer.name,
    reason: term,
    location: document.author,
  });
  const p7s = signDetached(exported.docx, job.signer, claimedTime);
  const files = {
    docx: join(folder, `${term}.docx`),
    pdf: join(folder, `${term}.pdf`),
    p7s: join(folder, `${term}.docx.p7s`),
    record: join(folder, '审查记录.json'),
    report: null,
  };
  await writeNew(files.docx, exported.docx);
  await writeNew(files.p7s, p7s);
  await writeNew(files.pdf, pdf);
  await writeNew(files.record, recordBytes);
  return {
    conclusion: decisions.conclusion,
    gate: [],
    files,
    fontsSubstituted: exported.substitutions.map((substitution) => ({ ...substitution })),
    notices: [
      ...notices,
      signatureStatement.integrity,
      signatureStatement.seal,
      ...(job.signer.selfSigned ? [signatureStatement.law] : []),
    ],
  };
}

/** Where an issue's quote stands: at the finding it came from, else where it first occurs. */
function whereIs(issue: Decisions['issues'][number], { document, findings }: CheckedDocument): number {
  const first = document.text.indexOf(issue.quote);
  const finding = findings.find((candidate) => {
    if (candidate.check !== issue.check) return false;
    const near = document.text.indexOf(issue.quote, Math.max(0, candidate.start - issue.quote.length));
    return near >= 0 && near <= candidate.end;
  });
  if (!finding) return first;
  return document.text.indexOf(issue.quote, Math.max(0, finding.start - issue.quote.length));
}
