import { createHash } from 'node:crypto';
import { verifySignedData } from './cms-verify.ts';
import { describeSignature, isProven, type SignedFileReport } from './signature-report.ts';

/**
 * Verifies a detached signature (`.p7s`, CMS in DER) over all bytes of a file.
 * @param content the signed file
 * @param cms the whole `.p7s`; a byte after the structure is a problem
 */
export function verifyDetached(content: Uint8Array, cms: Uint8Array): SignedFileReport {
  const report = verifySignedData(cms, createHash('sha256').update(content).digest());
  const signature = describeSignature(report, {
    claimedTime: report.signingTime?.toISOString().replace('.000Z', 'Z') ?? null,
    coversWholeFile: true,
    problems: [],
  });
  return { verdict: isProven(signature) ? 'valid' : 'invalid', signatures: [signature], problems: [] };
}
