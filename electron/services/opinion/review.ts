import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { DocumentType, Severity } from '../../../shared/check/finding.ts';
import { composeOpinion } from '../../../shared/opinion/compose-opinion.ts';
import { composeReport } from '../../../shared/opinion/compose-report.ts';
import type { Decisions } from '../../../shared/opinion/decisions.ts';
import { gate, type GateEntry } from '../../../shared/opinion/gate.ts';
import { canonicalJson, type ReviewRecord } from '../../../shared/opinion/record.ts';
import type { Wording } from '../../../shared/opinion/wording.ts';
import { countText } from '../../../shared/document/structure/count.ts';
import { placeAt } from '../../../shared/document/structure/locate.ts';
import { checklistFor, materialsFor } from '../../../shared/rules/checklist.ts';
import { signatureStatement } from '../../../shared/sign/statement.ts';
import { checkDocument, localDay, type CheckedDocument } from '../check/check-document.ts';
import type { Environment } from '../environment.ts';
import { exportOpinion } from '../export/export-opinion.ts';
import { extractFile } from '../extract/extract-file.ts';
import { takeSubmission } from '../import/take-submission.ts';
import { signDetached } from '../sign/sign-detached.ts';
import { signPdf } from '../sign/sign-pdf.ts';
import type { Signer } from '../sign/signer.ts';
import { chooseDraft, type SubmittedFile } from './choose-draft.ts';
import { chooseSigner } from './choose-signer.ts';
import { loadWording } from './load-wording.ts';
import { readDecisions } from './read-decisions.ts';

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

type ReviewOutput = CallOutput<'opinion.review'>;

/**
 * Walks the whole road: takes the submission in, reads and checks its draft, and with a person's decisions writes,
 * exports and signs the opinion. Without decisions a 预审报告 is written, which has no conclusion.
 *
 * Everything goes into a folder of its own under `out`, named after the case, so that nothing is ever overwritten.
 * @throws AppError when the submission, the draft, the decisions or the certificate cannot be used
 */
export async function review(request: ReviewRequest, env: Environment): Promise<ReviewOutput> {
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

type Written = Pick<ReviewOutput, 'conclusion' | 'gate' | 'files' | 'fontsSubstituted' | 'notices'>;

const noFiles: Written['files'] = { docx: null, pdf: null, p7s: null, record: null, report: null };

function countFindings(checked: CheckedDocument): Record<Severity, number> {
  const count = (severity: Severity): number =>
    checked.findings.filter((finding) => finding.severity === severity).length;
  return { blocking: count('blocking'), major: count('major'), minor: count('minor'), hint: count('hint') };
}

async function writeReport(
  folder: string,
  draft: SubmittedFile,
  checked: CheckedDocument,
  type: DocumentType,
  wording: Wording,
  env: Environment,
): Promise<Written> {
  const report = composeReport({
    title: checked.document.title || draft.name,
    fileName: draft.name,
    sha256: draft.sha256,
    articles: countText(checked.structure).articles.length,
    findings: checked.findings,
    checksRun: checked.run.length,
    skipped: checked.skipped,
    questions: checklistFor(checked.packs, type).map((item) => item.question),
    notices: [...noticesOf(checked), ...checked.law.limits],
    lawPackVersion: checked.law.version,
    wording,
    date: localDay(env.now()),
  });
  env.progress('导出预审报告');
  const exported = await exportOpinion(report, null, env);
  const path = join(folder, '预审报告.docx');
  await writeNew(path, exported.docx);
  return {
    conclusion: null,
    gate: [],
    files: { ...noFiles, report: path },
    fontsSubstituted: [],
    notices: noticesOf(checked),
  };
}

interface OpinionJob {
  readonly case: string;
  readonly folder: string;
  readonly draft: SubmittedFile;
  readonly files: readonly SubmittedFile[];
  readonly checked: CheckedDocument;
  readonly decisions: Decisions;
  readonly signer: Signer;
  readonly wording: Wording;
  readonly type: DocumentType;
}

async function writeOpinion(job: OpinionJob, env: Environment): Promise<Written> {
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
      gate: entries.map(toGateOutput),
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

function toGateOutput(entry: GateEntry): ReviewOutput['gate'][number] {
  return { ...entry };
}

/** What must be said of the rules and the law that stand behind this review. */
function noticesOf(checked: CheckedDocument): string[] {
  return [...checked.packs.flatMap(({ pack }) => (pack.notice === null ? [] : [`《${pack.citeAs}》：${pack.notice}`]))];
}

function makeRecord(job: OpinionJob, env: Environment): ReviewRecord {
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

/** Writes a file that must not exist yet, and returns when it is on the disk. */
async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
