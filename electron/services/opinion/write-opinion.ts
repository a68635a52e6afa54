import { join } from 'node:path';
import { placeAt } from '../../../shared/document/structure/locate.ts';
import type { Decisions } from '../../../shared/opinion/decisions.ts';
import { gate } from '../../../shared/opinion/gate.ts';
import { checklistFor, materialsFor } from '../../../shared/rules/checklist.ts';
import { packNotices } from '../../../shared/rules/pack-notices.ts';
import type { CheckedDocument } from '../check/check-document.ts';
import type { Environment } from '../environment.ts';
import { makeOpinion, statementsOf, type SignedCase } from './make-opinion.ts';
import { noFiles, writeNew, type Written } from './written.ts';

/** A decided case, who signs it, and where its files go. */
export interface OpinionJob extends SignedCase {
  readonly folder: string;
}

/**
 * Takes a person's decisions through the gate and, where nothing contradicts, writes, exports and signs the opinion.
 * Files are written when all of them are made, so that a failure leaves none.
 * @throws AppError `missing-glyph`, `certificate-unusable` and whatever else keeps an export from being made
 */
export async function writeOpinion(job: OpinionJob, env: Environment): Promise<Written> {
  const { checked, decisions, folder, type, wording } = job;
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
  const notices = packNotices(checked.packs);
  if (entries.length > 0) {
    return {
      conclusion: decisions.conclusion,
      gate: entries.map((entry) => ({ ...entry })),
      files: noFiles,
      fontsSubstituted: [],
      notices,
    };
  }
  const places = decisions.issues.map((issue) => placeAt(checked.document, checked.structure, whereIs(issue, checked)));
  const made = await makeOpinion({ ...job, places }, env);
  const { term } = wording.types[type];
  const files = {
    docx: join(folder, `${term}.docx`),
    pdf: join(folder, `${term}.pdf`),
    p7s: join(folder, `${term}.docx.p7s`),
    record: join(folder, '审查记录.json'),
    report: null,
  };
  await writeNew(files.docx, made.docx);
  await writeNew(files.p7s, made.p7s);
  await writeNew(files.pdf, made.pdf);
  await writeNew(files.record, made.record);
  return {
    conclusion: decisions.conclusion,
    gate: [],
    files,
    fontsSubstituted: made.substitutions.map((substitution) => ({ ...substitution })),
    notices: [...notices, ...statementsOf(job.signer)],
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
