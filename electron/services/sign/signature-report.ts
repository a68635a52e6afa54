import { createHash } from 'node:crypto';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { signatureProblems } from '../../../shared/sign/problems.ts';
import type { CmsReport } from './cms-verify.ts';

/** What verifying a file answers, across the contract. */
export type VerifyReport = CallOutput<'sign.verify'>;
/** One signature in it. */
export type SignatureReport = VerifyReport['signatures'][number];
/** The part of it that concerns signatures alone. */
export type SignedFileReport = Pick<VerifyReport, 'verdict' | 'signatures' | 'problems'>;

/**
 * One signature as it is reported. `intact` means that the bytes it covers are what was signed and the certificate
 * belongs to it; whether that is the whole file and whether the certificate was valid at the claimed time are told
 * apart.
 */
export function describeSignature(
  report: CmsReport,
  found: {
    readonly claimedTime: string | null;
    readonly coversWholeFile: boolean;
    readonly problems: readonly string[];
  },
): SignatureReport {
  const { certificate } = report;
  return {
    signer: certificate?.subjectName ?? '',
    issuer: certificate?.issuerName ?? '',
    selfSigned: certificate?.selfSigned ?? false,
    certificateSha256: certificate ? createHash('sha256').update(certificate.der).digest('hex') : null,
    algorithm: report.algorithm,
    claimedTime: found.claimedTime,
    intact: certificate !== null && report.problems.length === 0,
    coversWholeFile: found.coversWholeFile,
    problems: [...found.problems, ...report.problems, ...timeProblems(report, found.claimedTime)],
  };
}

function timeProblems({ certificate }: CmsReport, claimedTime: string | null): readonly string[] {
  if (!certificate) return [];
  if (claimedTime === null) return [signatureProblems.timeMissing];
  const time = new Date(claimedTime);
  return time < certificate.notBefore || time > certificate.notAfter ? [signatureProblems.outsideValidity] : [];
}

/** Whatever is not proven is not valid. */
export function isProven(signature: SignatureReport): boolean {
  return signature.intact && signature.coversWholeFile && signature.problems.length === 0;
}
