import { basename } from 'node:path';
import type { Environment } from '../environment.ts';
import { compareDraft, noDraft } from './compare-draft.ts';
import { readRecord } from './review-record.ts';
import { readFileIfPresent, readNamedFile } from './read-named-file.ts';
import { recordReaders, type RecordReaders } from './record-readers.ts';
import type { SignedFileReport, VerifyReport } from './signature-report.ts';
import { verifyDetached } from './verify-detached.ts';
import { verifyPdf } from './verify-pdf.ts';

/**
 * Verifies a signed PDF, a DOCX with its signature beside it, or a `.p7s` with its file beside it, to the last byte;
 * and holds a draft against the record inside. A record is trusted only where the signature is valid.
 * @param path `X.pdf`, `X.docx` (signature `X.docx.p7s`) or `X.p7s` (file `X`)
 * @param draftPath undefined where there is none to compare
 * @throws AppError `not-found`, `not-readable`, `limit-exceeded` when a file that the person named cannot be opened
 */
export async function verifyFile(
  path: string,
  draftPath: string | undefined,
  environment: Environment,
  readers: RecordReaders = recordReaders,
): Promise<VerifyReport> {
  const file = await openSigned(path);
  const bytes = file.report.verdict === 'unreadable' ? null : await file.readRecord(readers);
  const isTrusted = file.report.verdict === 'valid';
  const embedded = bytes && isTrusted ? readRecord(bytes) : null;
  const problems = [
    ...file.report.problems,
    ...(bytes && !isTrusted ? ['文件中附有审查记录，但签名未通过验证，记录不可信。'] : []),
    ...(bytes && isTrusted && !embedded ? ['文件中的审查记录不合规定的格式，无法读取。'] : []),
  ];
  return {
    ...file.report,
    kind: file.kind,
    record: { present: bytes !== null, code: embedded?.code ?? null },
    draft:
      draftPath === undefined
        ? noDraft
        : await compareDraft(draftPath, embedded?.record ?? null, (draft) => readers.text(draft, environment)),
    problems,
  };
}

interface SignedFile {
  readonly kind: VerifyReport['kind'];
  readonly report: SignedFileReport;
  readonly readRecord: (readers: RecordReaders) => Promise<Uint8Array | null>;
}

async function openSigned(path: string): Promise<SignedFile> {
  const bytes = await readNamedFile(path, '要验证的文件');
  if (path.toLowerCase().endsWith('.p7s')) return openDetached('p7s', path.slice(0, -'.p7s'.length), null, bytes);
  if (isPdf(path, bytes)) {
    return { kind: 'pdf', report: verifyPdf(bytes), readRecord: (readers) => readers.pdf(bytes) };
  }
  if (isDocx(path, bytes))
    return openDetached('docx', path, bytes, await readFileIfPresent(`${path}.p7s`, '旁边的签名文件'));
  return unreadable('unknown', `“${basename(path)}”不是 PDF、DOCX 或 .p7s 文件，无法验证签名。`);
}

/** @param content null where it is still to be read */
async function openDetached(
  kind: 'docx' | 'p7s',
  path: string,
  content: Uint8Array | null,
  signature: Uint8Array | null,
): Promise<SignedFile> {
  const signed = content ?? (await readFileIfPresent(path, '与签名对应的文件'));
  if (!signed) {
    return unreadable(kind, `找不到这份签名对应的文件“${basename(path)}”。请把它与签名放在同一文件夹。`);
  }
  const report: SignedFileReport = signature
    ? verifyDetached(signed, signature)
    : { verdict: 'unsigned', signatures: [], problems: [`旁边没有签名文件“${basename(path)}.p7s”，文件未签名。`] };
  return {
    kind,
    report,
    readRecord: (readers) => (isPdf(path, signed) ? readers.pdf(signed) : readers.docx(signed)),
  };
}

function unreadable(kind: VerifyReport['kind'], problem: string): SignedFile {
  return {
    kind,
    report: { verdict: 'unreadable', signatures: [], problems: [problem] },
    readRecord: () => Promise.resolve(null),
  };
}

/** By content or by name: a damaged head must lead to a verdict, not to another kind. */
function isPdf(path: string, bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-' || path.toLowerCase().endsWith('.pdf');
}

function isDocx(path: string, bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PK\u0003\u0004' || /\.docx$/iu.test(path);
}
