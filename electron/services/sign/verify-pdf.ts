import { createHash } from 'node:crypto';
import { signatureProblems } from '../../../shared/sign/problems.ts';
import type { CmsReport } from './cms-verify.ts';
import { verifySignedData } from './cms-verify.ts';
import { findPdfSignatures, hasSignatureMarks, type PdfSignature } from './pdf-signature.ts';
import { describeSignature, isProven, type SignatureReport, type SignedFileReport } from './signature-report.ts';

/**
 * Verifies the signatures of a PDF to the last byte.
 *
 * Valid is one signature that covers every byte of the file but its own contents. Several signatures are each examined
 * and reported, but never valid together: what was appended after the first is not proven to come from its signer, and
 * the files made here carry one final signature.
 */
export function verifyPdf(pdf: Uint8Array): SignedFileReport {
  const buffer = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const found = findPdfSignatures(buffer);
  if (found.length === 0) return withoutSignature(buffer);
  const signatures = found.map((signature) => examine(buffer, signature));
  const problems = found.length > 1 ? [signatureProblems.several] : [];
  const valid = problems.length === 0 && signatures.every(isProven);
  return { verdict: valid ? 'valid' : 'invalid', signatures, problems };
}

function withoutSignature(pdf: Buffer): SignedFileReport {
  if (hasSignatureMarks(pdf)) {
    return { verdict: 'invalid', signatures: [], problems: [signatureProblems.brokenSignature] };
  }
  const isWhole =
    pdf.toString('latin1', 0, 5) === '%PDF-' && /%%EOF\s*$/u.test(pdf.toString('latin1', pdf.length - 64));
  return isWhole
    ? { verdict: 'unsigned', signatures: [], problems: [signatureProblems.noSignature] }
    : { verdict: 'unreadable', signatures: [], problems: ['文件不是完整的 PDF，无法验证。请重新取得原文件。'] };
}

const nothing: CmsReport = { certificate: null, algorithm: 'unknown', signingTime: null, problems: [] };

function examine(pdf: Buffer, signature: PdfSignature): SignatureReport {
  const { range, cms } = signature;
  const report = range && cms ? verifySignedData(cms, digestOf(pdf, range)) : nothing;
  const coversWholeFile = range?.end === pdf.length;
  return describeSignature(report, {
    claimedTime: signature.claimedTime,
    coversWholeFile,
    problems: [
      ...signature.problems,
      ...(range && !coversWholeFile ? [signatureProblems.bytesAfter] : []),
      ...(report.signingTime ? [signatureProblems.signingTimeInPdf] : []),
    ],
  });
}

function digestOf(pdf: Buffer, range: NonNullable<PdfSignature['range']>): Uint8Array {
  return createHash('sha256')
    .update(pdf.subarray(0, range.gapStart))
    .update(pdf.subarray(range.gapEnd, range.end))
    .digest();
}
